import type { ShownGroup, StakeholderGroup } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import type { Participant } from "../../participants/participant.entity.ts";
import { shownGroups } from "../../participants/shown-groups.ts";

type Seat = Pick<
  Participant,
  "id" | "person" | "kind" | "workshop" | "stakeholderGroup" | "removedAt" | "waitingSince"
>;

/** How the stakeholder groups at a workshop are shown now: small ones are merged. Read at each join, so as rows. */
export async function shownGroupsAt(
  em: EntityManager,
  workshopId: string,
): Promise<ReadonlyMap<StakeholderGroup, ShownGroup>> {
  const seats = await em.fork().execute<Seat[]>(
    `select seat.id, seat.person, seat.kind, seat.workshop, seat.stakeholder_group as "stakeholderGroup"
       from workshop join participant seat on seat.project = workshop.project
      where workshop.id = ? and (seat.workshop is null or seat.workshop = workshop.id)
        and seat.removed_at is null and seat.waiting_since is null`,
    [workshopId],
  );
  return shownGroups(seats);
}
