import type { GraphQLContext } from "../graphql/context.ts";
import { seatsAtTable, seatsByProject } from "./load-participants.ts";
import type { Participant } from "./participant.entity.ts";
import type { StakeholderCount } from "./participant.graphql.ts";
import { countShownGroups } from "./shown-groups.ts";

/** How many people of each stakeholder group take part in a project, groups below five merged. */
export const stakeholderCounts = async (
  { loaders }: GraphQLContext,
  projectId: string,
): Promise<StakeholderCount[]> => {
  const seats = await loaders.of(seatsByProject).load(projectId);
  return countsOf(seats);
};

/** The same for those who sit at one workshop and its boards. */
export const stakeholderCountsAt = async (
  { loaders }: GraphQLContext,
  { workshop, project }: { workshop: string; project: string },
): Promise<StakeholderCount[]> => countsOf(await loaders.of(seatsAtTable).load({ workshop, project }));

const countsOf = (seats: readonly Participant[]): StakeholderCount[] =>
  countShownGroups(seats).map(({ group, count, members }) => ({
    stakeholderGroup: group,
    count,
    groups: [...members],
  }));
