import { authorAs, STAKEHOLDER_GROUPS, type ShownGroup } from "@tavolo/schema";
import { countGroups, seatsAt, shownGroups } from "../../participants/shown-groups.ts";
import { enumName } from "./api-names.ts";
import type { ReportedAuthor, ReportedStakeholderCount } from "./board-report.ts";
import type { BoardRows } from "./read-board-rows.ts";

const NOBODY: ReportedAuthor = { displayName: null, stakeholderGroup: null };

/** Who wrote, as the board’s display policy shows them, and how many of each group took part. */
export const peopleOf = ({
  board,
  seats,
}: BoardRows): {
  authorOf: (participantId: string | null | undefined) => ReportedAuthor;
  stakeholderCounts: ReportedStakeholderCount[];
} => {
  const seatById = new Map(seats.map((seat) => [seat.id, seat]));
  const groupsHere = shownGroups(seatsAt(seats, board.workshop));
  return {
    authorOf: (participantId) => {
      const seat = participantId ? seatById.get(participantId) : undefined;
      if (!seat) return NOBODY;
      const stakeholderGroup = seat.stakeholderGroup ?? null;
      const { displayName, group } = authorAs(board.display, { ...seat, stakeholderGroup }, groupsHere);
      return { displayName, stakeholderGroup: group && enumName(group) };
    },
    stakeholderCounts: countsOf(seats),
  };
};

const countsOf = (seats: BoardRows["seats"]): ReportedStakeholderCount[] => {
  const standing = seats.filter(({ removedAt }) => !removedAt);
  const counts = countGroups(standing);
  const shown = shownGroups(standing);
  const shownAs = (group: ShownGroup): ShownGroup =>
    group === "other" ? "other" : (shown.get(group) ?? "other");
  const present = [...STAKEHOLDER_GROUPS, "other" as const].filter((group) => counts.has(group));
  return [...Map.groupBy(present, shownAs)]
    .map(([group, members]) => ({
      stakeholderGroup: enumName(group),
      count: members.reduce((sum, member) => sum + (counts.get(member) ?? 0), 0),
      groups: members.filter((member) => member !== "other").map(enumName),
    }))
    .toSorted((a, b) => Number(a.stakeholderGroup === "OTHER") - Number(b.stakeholderGroup === "OTHER"));
};
