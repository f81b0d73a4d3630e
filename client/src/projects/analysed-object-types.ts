import { Building2, HandHeart, Megaphone, Network } from "@lucide/vue";

/** What a board may look at, as GraphQL names it. */
export const analysedObjectTypes = ["CIVIC_SPACE", "SERVICE", "POLICY", "NETWORK"] as const;
export type AnalysedObjectType = (typeof analysedObjectTypes)[number];

export const objectIcons = {
  CIVIC_SPACE: Building2,
  SERVICE: HandHeart,
  POLICY: Megaphone,
  NETWORK: Network,
};
