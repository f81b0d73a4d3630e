import type { Board } from "../boards/board.entity.ts";
import { boardById } from "../boards/board-by-id.ts";
import { byParent } from "../graphql/by-id.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadOrganisation } from "../organisations/load-organisations.ts";
import type { Organisation } from "../organisations/organisation.entity.ts";
import { type Participant, ParticipantSchema } from "../participants/participant.entity.ts";
import { type LoggedDecision, LoggedDecisionSchema } from "../sync/decisions/logged-decision.entity.ts";
import { type Person, PersonSchema } from "../people/person.entity.ts";
import { loadProject } from "../projects/load-projects.ts";
import type { Project } from "../projects/project.entity.ts";
import { type BoardItem, BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { workshopById } from "../workshops/load-workshops.ts";
import type { Workshop } from "../workshops/workshop.entity.ts";

/** One seat of a person with all that hangs on it. */
export interface OwnSeatRows {
  readonly seat: Participant;
  readonly project: Project;
  readonly workshop: Workshop | null;
  readonly organisation: Organisation | null;
  /** What the person added, in the bin or not, oldest first. */
  readonly items: readonly { item: BoardItem; board: Board }[];
  /** What the person said and decided about items, oldest first. */
  readonly decisions: readonly LoggedDecision[];
  /** Edits in the journals of boards; each is stored with this seat as its writer. */
  readonly editCount: number;
}

/** Everything that is held on one person. */
export interface OwnRows {
  readonly person: Person;
  readonly sessionCount: number;
  readonly seats: readonly OwnSeatRows[];
}

const itemsBySeat = byParent(
  (em, ids) => em.find(BoardItemSchema, { createdBy: { $in: ids } }),
  ({ createdBy }) => createdBy ?? null,
);

/** Reads everything that is held on a person; removed and waiting seats are held too. */
export const gatherOwnData = async (context: GraphQLContext, personId: string): Promise<OwnRows> => {
  const { em } = context;
  const person = await em.findOneOrFail(PersonSchema, { id: personId });
  const seats = await em.find(ParticipantSchema, { person: personId }, { orderBy: { id: "asc" } });
  return {
    person,
    sessionCount: await countRows(
      em,
      "session where person = ? and revoked_at is null and expires_at > now()",
      personId,
    ),
    seats: await Promise.all(seats.map((seat) => gatherSeat(context, seat))),
  };
};

const gatherSeat = async (context: GraphQLContext, seat: Participant): Promise<OwnSeatRows> => {
  const { em, loaders } = context;
  const items = await loaders.of(itemsBySeat).load(seat.id);
  const boards = await Promise.all(items.map(({ board }) => loaders.of(boardById).load(board)));
  return {
    seat,
    project: (await loadProject(context, seat.project)).row,
    workshop: seat.workshop ? await loaders.of(workshopById).load(seat.workshop) : null,
    organisation: (seat.organisation && (await loadOrganisation(context, seat.organisation))?.row) || null,
    items: items.flatMap((item, index) => {
      const board = boards[index];
      return board ? { item, board } : [];
    }),
    decisions: await em.find(
      LoggedDecisionSchema,
      { actor: seat.id },
      { orderBy: { at: "asc", board: "asc", seq: "asc" } },
    ),
    editCount: await countRows(em, "journal_entry where actor = ?", seat.id),
  };
};

const countRows = async (em: GraphQLContext["em"], from: string, id: string): Promise<number> => {
  const [row] = await em.execute<{ n: number | string }[]>(`select count(*) as n from ${from}`, [id]);
  return Number(row?.n ?? 0);
};
