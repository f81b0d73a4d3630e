import type { EntityManager } from "../../database/entity-manager.ts";
import { mergeSmallGroups, type ShownGroup, type StakeholderGroup } from "@tavolo/schema";
import { ParticipantSchema } from "../../participants/participant.entity.ts";

/** How a workshop’s stakeholder groups are shown: those with fewer than five people are merged. */
export async function shownGroups(
  em: EntityManager,
  workshopId: string,
): Promise<ReadonlyMap<StakeholderGroup, ShownGroup>> {
  const participants = await em
    .fork()
    .find(ParticipantSchema, { workshop: workshopId, removedAt: null }, { fields: ["stakeholderGroup"] });
  const counts = new Map<ShownGroup, number>();
  for (const { stakeholderGroup } of participants) {
    const group = stakeholderGroup ?? "other";
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return mergeSmallGroups(counts);
}
