import type { Role } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { PlainRows } from "../database/plain-rows.ts";
import { type Participant, ParticipantSchema } from "../participants/participant.entity.ts";
import type { Viewer } from "./viewer.ts";

const standing = (whose: string) => (columns: string) =>
  `select ${columns} from participant
    where ${whose} and removed_at is null and waiting_since is null order by joined_at, id`;
const ofPerson = new PlainRows("seats-of-person", ParticipantSchema, standing("person = ?"));
const ofProgram = new PlainRows("seat-of-program", ParticipantSchema, standing("id = ?"));

/** The seats a viewer holds now, oldest first, within one project where it is named. */
export const findSeats = async (
  em: EntityManager,
  viewer: Viewer,
  projectId?: string,
): Promise<Participant[]> => {
  if (viewer.kind === "anonymous") return [];
  const seats =
    viewer.kind === "person"
      ? await ofPerson.find(em, [viewer.personId])
      : await ofProgram.find(em, [viewer.participantId]);
  return projectId ? seats.filter(({ project }) => project === projectId) : seats;
};

const strength: Record<Role, number> = { observer: 0, contributor: 1, moderator: 2 };

/** The seat that counts: the strongest role, and of equal ones the seat at the workshop itself. */
export const strongestSeat = (seats: readonly Participant[]): Participant | undefined =>
  seats.toSorted(
    (a, b) =>
      strength[b.role] - strength[a.role] || Number(b.workshop !== null) - Number(a.workshop !== null),
  )[0];
