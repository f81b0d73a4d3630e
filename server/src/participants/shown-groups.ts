import { mergeSmallGroups, STAKEHOLDER_GROUPS, type ShownGroup, type StakeholderGroup } from "@tavolo/schema";
import { isStanding, type Standing } from "./is-standing.ts";
import type { Participant } from "./participant.entity.ts";

type Seat = Pick<Participant, "id" | "person" | "kind" | "workshop" | "stakeholderGroup" | keyof Standing>;

/** The seats that count at a workshop: its own and those of the whole project, as they are taken now. */
export const seatsAt = <S extends Seat>(seats: readonly S[], workshopId: string): S[] =>
  seats.filter(
    (seat) => isStanding(seat) && (seat.workshop === workshopId || (seat.workshop ?? null) === null),
  );

/** How many people each group has: programs do not count, somebody with two seats counts once. */
export const countGroups = (seats: readonly Seat[]): Map<ShownGroup, number> => {
  const groupOf = new Map<string, ShownGroup>();
  for (const seat of seats) {
    const { id, person, kind, stakeholderGroup } = seat;
    if (kind !== "human" || !isStanding(seat)) continue;
    const key = person ?? id;
    const known = groupOf.get(key);
    if (known === undefined || known === "other") groupOf.set(key, stakeholderGroup ?? "other");
  }
  const counts = new Map<ShownGroup, number>();
  for (const group of groupOf.values()) counts.set(group, (counts.get(group) ?? 0) + 1);
  return counts;
};

/** What each stakeholder group may be shown as among these people. */
export const shownGroups = (seats: readonly Seat[]): ReadonlyMap<StakeholderGroup, ShownGroup> =>
  mergeSmallGroups(countGroups(seats));

/** A group as it may be shown, how many people it has, and which groups it stands for. */
export interface ShownCount {
  readonly group: ShownGroup;
  readonly count: number;
  readonly members: readonly StakeholderGroup[];
}

/** How many people of each group take part, small groups merged and last. */
export const countShownGroups = (seats: readonly Seat[]): ShownCount[] => {
  const counts = countGroups(seats);
  const shown = shownGroups(seats);
  const shownAs = (group: ShownGroup): ShownGroup =>
    group === "other" ? "other" : (shown.get(group) ?? "other");
  const present = [...STAKEHOLDER_GROUPS, "other" as const].filter((group) => counts.has(group));
  return [...Map.groupBy(present, shownAs)]
    .map(([group, members]) => ({
      group,
      count: members.reduce((sum, member) => sum + (counts.get(member) ?? 0), 0),
      members: members.filter((member) => member !== "other"),
    }))
    .toSorted((a, b) => Number(a.group === "other") - Number(b.group === "other"));
};
