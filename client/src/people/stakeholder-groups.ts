import { GraduationCap, Handshake, House, Landmark, Map, UsersRound } from "@lucide/vue";

/** The groups a person may sit here for, in the order of the join screen, as GraphQL names them. */
export const stakeholderGroups = [
  "MUNICIPALITY",
  "CSO",
  "COMMUNITY",
  "ACADEMIA",
  "RESIDENT",
  "REGION",
] as const;
export type StakeholderGroup = (typeof stakeholderGroups)[number];

/** A picture for each group; OTHER stands for small groups shown together. */
export const groupIcons = {
  MUNICIPALITY: Landmark,
  CSO: Handshake,
  COMMUNITY: UsersRound,
  ACADEMIA: GraduationCap,
  RESIDENT: House,
  REGION: Map,
  OTHER: UsersRound,
};
