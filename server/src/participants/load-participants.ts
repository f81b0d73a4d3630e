import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";
import { idList, PlainRows } from "../database/plain-rows.ts";
import { participantNotFound } from "../errors.ts";
import { byId, byParent } from "../graphql/by-id.ts";
import type { Page, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { type List, loadPage } from "../graphql/load-page.ts";
import { rowList } from "../graphql/row-list.ts";
import { anyOf, type Sql, sql } from "../graphql/sql.ts";
import { mayManageProject } from "../projects/project.policy.ts";
import type { Workshop as WorkshopRow } from "../workshops/workshop.entity.ts";
import { mayManageWorkshop } from "../workshops/workshop.policy.ts";
import { type Participant as ParticipantRow, ParticipantSchema } from "./participant.entity.ts";
import { Participant } from "./participant.graphql.ts";
import type { SeatState } from "./seat-state.ts";
import { seatsAt } from "./shown-groups.ts";

const participants = new PlainRows(
  "participants-by-id",
  ParticipantSchema,
  (columns) => `select ${columns} from participant where id = any (cast(? as uuid[]))`,
);
export const participantById = byId((em, ids) => participants.find(em, [idList(ids)]));

interface Table {
  readonly workshop: string;
  readonly project: string;
}

/** The seats at a workshop as they are taken now, those of the whole project among them. */
export const seatsAtTable = (em: EntityManager) =>
  new DataLoader<Table, ParticipantRow[], string>(
    async (tables) => {
      const workshops = tables.map(({ workshop }) => workshop);
      const projects = [...new Set(tables.map(({ project }) => project))];
      const seats = await em.find(ParticipantSchema, {
        removedAt: null,
        waitingSince: null,
        $or: [{ workshop: { $in: workshops } }, { workshop: null, project: { $in: projects } }],
      });
      return tables.map(({ workshop, project }) =>
        seatsAt(
          seats.filter((seat) => seat.project === project),
          workshop,
        ),
      );
    },
    { cacheKeyFn: ({ workshop }) => workshop },
  );

/** All seats of a project, those that were taken away included. */
export const seatsByProject = byParent(
  (em, ids) => em.find(ParticipantSchema, { project: { $in: ids } }),
  ({ project }) => project,
);

const seatsOfProject = rowList("project seats", ParticipantSchema, "participant", "project");

const seatsOfWorkshop: List<ParticipantRow> = {
  ...rowList("workshop seats", ParticipantSchema, "participant", "workshop_sat_at"),
  from: `(select participant.*, workshop.id as workshop_sat_at
            from participant join workshop on workshop.project = participant.project
             and (participant.workshop is null or participant.workshop = workshop.id)) participant`,
};

const byState: Record<SeatState, Sql> = {
  seated: sql`removed_at is null and waiting_since is null`,
  waiting: sql`removed_at is null and waiting_since is not null`,
  declined: sql`removed_at is not null and waiting_since is not null and withdrawn_at is null`,
  removed: sql`removed_at is not null and waiting_since is null and withdrawn_at is null`,
};
const inStates = (states: readonly SeatState[]) => anyOf(states.map((state) => byState[state]));
const toNode = (row: ParticipantRow) => new Participant(row);

export const loadParticipant = async ({ loaders }: GraphQLContext, id: string): Promise<Participant> => {
  const row = await loaders.of(participantById).load(id);
  if (!row) throw participantNotFound(id);
  return new Participant(row);
};

/** The seats of a project, for those who moderate it; null for others. */
export const participantsOfProject = async (
  context: GraphQLContext,
  projectId: string,
  page: PageArgs,
  states: readonly SeatState[],
): Promise<Page<Participant> | null> =>
  (await mayManageProject(context, projectId))
    ? loadPage(context, seatsOfProject, projectId, page, toNode, [inStates(states)])
    : null;

/** The seats at a workshop, for those who moderate it; null for others. */
export const participantsOfWorkshop = async (
  context: GraphQLContext,
  workshop: WorkshopRow,
  page: PageArgs,
  states: readonly SeatState[],
): Promise<Page<Participant> | null> =>
  (await mayManageWorkshop(context, workshop))
    ? loadPage(context, seatsOfWorkshop, workshop.id, page, toNode, [inStates(states)])
    : null;
