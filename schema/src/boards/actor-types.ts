import { option } from "../document/fields/option.ts";
import { namesOf } from "./asked.ts";
import lists from "./lists.json" with { type: "json" };

/** What kind of body or person takes part or has a stake; codes ours, names from the domain's list. */
export const ACTOR_TYPES = [
  "municipality",
  "metropolitan_body",
  "region",
  "equality_body",
  "cso",
  "community",
  "social_economy",
  "volunteer_centre",
  "university",
  "school",
  "labour",
  "resident",
  "network",
] as const;
export type ActorType = (typeof ACTOR_TYPES)[number];

export const actorType = () => option(ACTOR_TYPES);
export const actorTypeNames = namesOf(lists.actorTypes.items);
