import { authorAs } from "@tavolo/schema";
import { countShownGroups, seatsAt, shownGroups } from "../../participants/shown-groups.ts";
import { enumName } from "./api-names.ts";
import type { ReportedAuthor, ReportedStakeholderCount } from "./board-report.ts";
import type { BoardRows } from "./read-board-rows.ts";

const NOBODY: ReportedAuthor = { displayName: null, stakeholderGroup: null };

/** Who wrote, as the board’s display policy shows them, and how many of each group take part: in all, and here. */
export const peopleOf = ({
  board,
  seats,
}: BoardRows): {
  authorOf: (participantId: string | null | undefined) => ReportedAuthor;
  stakeholderCounts: ReportedStakeholderCount[];
  countsHere: ReportedStakeholderCount[];
} => {
  const seatById = new Map(seats.map((seat) => [seat.id, seat]));
  const seatsHere = seatsAt(seats, board.workshop);
  const groupsHere = shownGroups(seatsHere);
  return {
    authorOf: (participantId) => {
      const seat = participantId ? seatById.get(participantId) : undefined;
      if (!seat || seat.withdrawnAt) return NOBODY;
      const stakeholderGroup = seat.stakeholderGroup ?? null;
      const { displayName, group } = authorAs(board.display, { ...seat, stakeholderGroup }, groupsHere);
      return { displayName, stakeholderGroup: group && enumName(group) };
    },
    stakeholderCounts: countsOf(seats),
    countsHere: countsOf(seatsHere),
  };
};

const countsOf = (seats: BoardRows["seats"]): ReportedStakeholderCount[] =>
  countShownGroups(seats).map(({ group, count, members }) => ({
    stakeholderGroup: enumName(group),
    count,
    groups: members.map(enumName),
  }));
