import type { Role } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { type Participant, ParticipantSchema } from "../participants/participant.entity.ts";
import type { Viewer } from "./viewer.ts";

/** The seats a viewer holds now, within one project where it is named. */
export const findSeats = async (
  em: EntityManager,
  viewer: Viewer,
  projectId?: string,
): Promise<Participant[]> => {
  if (viewer.kind === "anonymous") return [];
  const own = viewer.kind === "person" ? { person: viewer.personId } : { id: viewer.participantId };
  return em.find(
    ParticipantSchema,
    { ...own, ...(projectId && { project: projectId }), removedAt: null, waitingSince: null },
    { orderBy: { joinedAt: "asc", id: "asc" } },
  );
};

const strength: Record<Role, number> = { observer: 0, contributor: 1, moderator: 2 };

/** The seat that counts: the strongest role, and of equal ones the seat at the workshop itself. */
export const strongestSeat = (seats: readonly Participant[]): Participant | undefined =>
  seats.toSorted(
    (a, b) =>
      strength[b.role] - strength[a.role] || Number(b.workshop !== null) - Number(a.workshop !== null),
  )[0];
