import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "../database/entity-manager.ts";
import { lastModerator } from "../errors.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";

/**
 * Makes sure that a project keeps a moderator when this seat stops being one; throws LAST_MODERATOR. Holds the
 * project’s row until the transaction ends: of two moderators who step down at once, one stays.
 */
export const keepModerator = async (tx: EntityManager, seat: Participant): Promise<void> => {
  if (seat.workshop || seat.role !== "moderator" || seat.kind !== "human") return;
  await tx.findOneOrFail(ProjectSchema, { id: seat.project }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const others = await tx.count(ParticipantSchema, {
    project: seat.project,
    workshop: null,
    role: "moderator",
    kind: "human",
    removedAt: null,
    waitingSince: null,
    id: { $ne: seat.id },
  });
  if (others === 0) throw lastModerator();
};
