import { isId } from "@tavolo/schema";
import { type Board, BoardSchema } from "../boards/board.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { boardNotFound, projectNotFound, unauthenticated, workshopNotFound } from "../errors.ts";
import type { Participant } from "../participants/participant.entity.ts";
import { type Project, ProjectSchema } from "../projects/project.entity.ts";
import type { BoardActor } from "../sync/sync-engine.ts";
import { type Workshop, WorkshopSchema } from "../workshops/workshop.entity.ts";
import { findSeats, strongestSeat } from "./find-seats.ts";
import { roleWithin, type Viewer } from "./viewer.ts";

/** As whom a viewer acts, and the seat that says so. */
export interface Seated {
  actor: BoardActor;
  participant: Participant;
}

/**
 * The right of a viewer on a board: their seat at its workshop or at its whole project, the strongest role
 * winning. Throws UNAUTHENTICATED, or BOARD_NOT_FOUND also where there is no seat: existence is not revealed.
 */
export const findBoardActor = async (
  em: EntityManager,
  viewer: Viewer,
  boardId: string,
): Promise<Seated & { board: Board }> => {
  requireSomeone(viewer);
  const board = isId(boardId) ? await em.findOne(BoardSchema, { id: boardId }) : null;
  const seated = board && seatAt(viewer, await findSeats(em, viewer, board.project), board.workshop);
  if (!board || !seated) throw boardNotFound(boardId);
  return { ...seated, board };
};

/** The same for a workshop; throws UNAUTHENTICATED or WORKSHOP_NOT_FOUND. */
export const findWorkshopActor = async (
  em: EntityManager,
  viewer: Viewer,
  workshopId: string,
): Promise<Seated & { workshop: Workshop }> => {
  requireSomeone(viewer);
  const workshop = isId(workshopId) ? await em.findOne(WorkshopSchema, { id: workshopId }) : null;
  const seated = workshop && seatAt(viewer, await findSeats(em, viewer, workshop.project), workshop.id);
  if (!workshop || !seated) throw workshopNotFound(workshopId);
  return { ...seated, workshop };
};

/**
 * The same for a project; throws UNAUTHENTICATED or PROJECT_NOT_FOUND. A seat at one workshop lets its
 * holder see the project and gives no right to change it, whatever the role there.
 */
export const findProjectActor = async (
  em: EntityManager,
  viewer: Viewer,
  projectId: string,
): Promise<Seated & { project: Project; seats: Participant[] }> => {
  requireSomeone(viewer);
  const project = isId(projectId) ? await em.findOne(ProjectSchema, { id: projectId }) : null;
  const seats = project ? await findSeats(em, viewer, project.id) : [];
  const whole = strongestSeat(seats.filter(({ workshop }) => workshop === null));
  const participant = whole ?? strongestSeat(seats);
  if (!project || !participant) throw projectNotFound(projectId);
  const { id, kind, role } = participant;
  const actor: BoardActor = {
    participantId: id,
    kind,
    role: whole ? roleWithin(viewer, role) : "observer",
    viewer,
  };
  return { project, seats, participant, actor };
};

const requireSomeone = (viewer: Viewer): void => {
  if (viewer.kind === "anonymous") throw unauthenticated();
};

const seatAt = (viewer: Viewer, seats: readonly Participant[], workshopId: string): Seated | null => {
  const participant = strongestSeat(
    seats.filter(({ workshop }) => workshop === null || workshop === workshopId),
  );
  if (!participant) return null;
  const { id, kind, role } = participant;
  return { participant, actor: { participantId: id, kind, role: roleWithin(viewer, role), viewer } };
};
