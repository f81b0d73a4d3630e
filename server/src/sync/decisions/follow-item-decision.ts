import type { EntityManager } from "../../database/entity-manager.ts";
import { afterDecision, type DecidedBy } from "./after-decision.ts";
import { DecidedItemSchema } from "./decided-item.entity.ts";
import type { ItemDecision } from "./item-decision.ts";
import { LoggedDecisionSchema } from "./logged-decision.entity.ts";

/** The rows of an item follow what was decided about it, in the transaction that journals it. */
export async function followItemDecision(
  tx: EntityManager,
  board: string,
  decision: ItemDecision,
  by: DecidedBy,
): Promise<void> {
  const { collection, item } = decision;
  const before = await tx.findOne(
    DecidedItemSchema,
    { board, collection, item },
    { disableIdentityMap: true },
  );
  await tx.upsert(DecidedItemSchema, { board, collection, item, ...afterDecision(before, decision, by) });
  const { seq, at, actor } = by;
  await tx.insert(LoggedDecisionSchema, { board, seq, collection, item, actor, at, decision });
}
