import { STAKEHOLDER_GROUPS, type ShownGroup } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import { seatsByProject } from "./load-participants.ts";
import type { StakeholderCount } from "./participant.graphql.ts";
import { countGroups, shownGroups } from "./shown-groups.ts";

/** How many people of each stakeholder group take part in a project, groups below five merged. */
export const stakeholderCounts = async (
  { loaders }: GraphQLContext,
  projectId: string,
): Promise<StakeholderCount[]> => {
  const seats = (await loaders.of(seatsByProject).load(projectId)).filter(({ removedAt }) => !removedAt);
  const counts = countGroups(seats);
  const shown = shownGroups(seats);
  const present = STAKEHOLDER_GROUPS.filter((group) => counts.has(group));
  const found = new Map<ShownGroup, StakeholderCount>();
  const countIn = (group: ShownGroup): StakeholderCount => {
    const known = found.get(group) ?? { stakeholderGroup: group, count: 0, groups: [] };
    found.set(group, known);
    return known;
  };
  for (const group of present) {
    const into = countIn(shown.get(group) ?? "other");
    into.count += counts.get(group) ?? 0;
    into.groups.push(group);
  }
  const ungrouped = counts.get("other") ?? 0;
  if (ungrouped > 0) countIn("other").count += ungrouped;
  return [...found.values()].sort(
    (a, b) => Number(a.stakeholderGroup === "other") - Number(b.stakeholderGroup === "other"),
  );
};
