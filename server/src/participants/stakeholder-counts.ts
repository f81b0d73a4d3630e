import type { GraphQLContext } from "../graphql/context.ts";
import { seatsByProject } from "./load-participants.ts";
import type { StakeholderCount } from "./participant.graphql.ts";
import { countShownGroups } from "./shown-groups.ts";

/** How many people of each stakeholder group take part in a project, groups below five merged. */
export const stakeholderCounts = async (
  { loaders }: GraphQLContext,
  projectId: string,
): Promise<StakeholderCount[]> => {
  const seats = await loaders.of(seatsByProject).load(projectId);
  return countShownGroups(seats).map(({ group, count, members }) => ({
    stakeholderGroup: group,
    count,
    groups: [...members],
  }));
};
