import type { ShownGroup, StakeholderGroup } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import { ParticipantSchema } from "../../participants/participant.entity.ts";
import { seatsAt, shownGroups } from "../../participants/shown-groups.ts";
import { WorkshopSchema } from "../../workshops/workshop.entity.ts";

/** How the stakeholder groups at a workshop are shown now: small ones are merged. */
export async function shownGroupsAt(
  em: EntityManager,
  workshopId: string,
): Promise<ReadonlyMap<StakeholderGroup, ShownGroup>> {
  const fork = em.fork();
  const { project } = await fork.findOneOrFail(WorkshopSchema, workshopId);
  return shownGroups(seatsAt(await fork.find(ParticipantSchema, { project, removedAt: null }), workshopId));
}
