import { can, type Role } from "@tavolo/schema";
import { follow } from "../boards/follow.ts";
import { maximumPageSize } from "../graphql/connection.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findProjectActor, findWorkshopActor } from "../people/board-access.ts";
import { Arrivals } from "./arrivals.graphql.ts";
import { insist } from "./insist.ts";
import { isStanding } from "./is-standing.ts";
import { ParticipantSchema } from "./participant.entity.ts";
import { Participant } from "./participant.graphql.ts";
import { seatStateOf } from "./seat-state.ts";
import { countGroups } from "./shown-groups.ts";

/** Whose door is watched: that of one workshop, or all doors of a project. */
export type Door = { projectId: string; workshopId?: null } | { workshopId: string; projectId?: null };

/** Who has come and who waits: at once, then whenever it changes. The right to know is looked at anew for each. */
export const followArrivals = async (
  context: GraphQLContext,
  door: Door,
): Promise<AsyncIterable<Arrivals>> => {
  const { project, workshop } = await moderatedDoor(context.em, context, door);
  let told = "";
  return follow<Arrivals>({
    news: () => context.pubSub.subscribe("people", project),
    read: async () => {
      const arrivals = await readArrivals(context.em.fork(), project, workshop);
      const telling = JSON.stringify([
        arrivals.seatedCount,
        arrivals.waiting.map(({ row }) => [row.id, row.displayName, row.stakeholderGroup, row.organisation]),
      ]);
      if (telling === told) return { items: [], more: false };
      told = telling;
      return { items: [arrivals], more: false };
    },
    before: async () => {
      await moderatedDoor(context.em.fork(), context, door);
    },
  });
};

/** Throws WORKSHOP_NOT_FOUND, PROJECT_NOT_FOUND or FORBIDDEN for whoever does not moderate it. */
const moderatedDoor = async (
  em: EntityManager,
  { viewer }: GraphQLContext,
  door: Door,
): Promise<{ project: string; workshop: string | null }> => {
  const check = (role: Role) => insist(can("participant.admit", { role }));
  if (door.workshopId) {
    const { workshop, actor } = await findWorkshopActor(em, viewer, door.workshopId);
    check(actor.role);
    return { project: workshop.project, workshop: workshop.id };
  }
  const { project, actor } = await findProjectActor(em, viewer, door.projectId ?? "");
  check(actor.role);
  return { project: project.id, workshop: null };
};

const readArrivals = async (
  em: EntityManager,
  project: string,
  workshop: string | null,
): Promise<Arrivals> => {
  const seats = await em.find(
    ParticipantSchema,
    { project, removedAt: null, ...(workshop && { $or: [{ workshop }, { workshop: null }] }) },
    { orderBy: { id: "asc" } },
  );
  const waiting = seats.filter((seat) => seatStateOf(seat) === "waiting");
  const counts = countGroups(seats.filter(isStanding));
  return Object.assign(new Arrivals(), {
    seatedCount: [...counts.values()].reduce((sum, count) => sum + count, 0),
    waitingCount: waiting.length,
    waiting: waiting.slice(0, maximumPageSize).map((row) => new Participant(row)),
  });
};
