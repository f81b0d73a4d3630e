import type { OwnRows, OwnSeatRows } from "./gather-own-data.ts";
import { seatStateOf } from "../participants/seat-state.ts";

/** The form of the file; raise it when a field changes its meaning. */
const FORMAT = "tavolo-own-data/1";

/** Everything that is held on a person as one JSON text, to read and to take elsewhere. */
export const writeOwnData = ({ person, sessionCount, seats }: OwnRows, at: Date): string =>
  `${JSON.stringify(
    {
      format: FORMAT,
      exportedAt: at.toISOString(),
      person: {
        displayName: person.displayName ?? null,
        email: person.email ?? null,
        hasPassword: Boolean(person.passwordHash),
        language: person.language,
        createdAt: person.createdAt.toISOString(),
        openSessions: sessionCount,
      },
      seats: seats.map(writeSeat),
    },
    null,
    2,
  )}\n`;

const writeSeat = ({ seat, project, workshop, organisation, items, decisions, editCount }: OwnSeatRows) => ({
  id: seat.id,
  project: project.name,
  workshop: workshop?.title ?? null,
  state: seatStateOf(seat),
  role: seat.role,
  displayName: seat.displayName,
  stakeholderGroup: seat.stakeholderGroup ?? null,
  organisation: organisation?.name ?? null,
  language: seat.language,
  joinedAt: seat.joinedAt.toISOString(),
  removedAt: seat.removedAt?.toISOString() ?? null,
  waitingSince: seat.waitingSince?.toISOString() ?? null,
  consent: seat.consent ?? null,
  editsInJournals: editCount,
  items: items.map(({ item, board }) => ({
    board: board.title,
    boardId: board.id,
    kind: item.collection,
    section: item.section ?? null,
    inBin: item.removed,
    createdAt: item.createdAt.toISOString(),
    content: item.content,
  })),
  decisions: decisions.map(({ board, at, decision: { type, collection, item, reason, ...decided } }) => ({
    boardId: board,
    kind: collection,
    item,
    act: type,
    value: "value" in decided ? decided.value : decided.to,
    reason,
    at: at.toISOString(),
  })),
});
