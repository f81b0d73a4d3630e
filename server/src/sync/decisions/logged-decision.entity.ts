import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { BoardSchema } from "../../boards/board.entity.ts";
import { ParticipantSchema } from "../../participants/participant.entity.ts";
import type { ItemDecision } from "./item-decision.ts";

/** One decision about an item, as the journal has it, where the item’s history finds it. */
export const LoggedDecisionSchema = defineEntity({
  name: "LoggedDecision",
  tableName: "item_decision",
  indexes: [{ properties: ["board", "collection", "item", "seq"] }],
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    seq: p.integer().primary(),
    collection: p.text(),
    item: p.uuid(),
    actor: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
    at: p.datetime(),
    decision: p.json<ItemDecision>(),
  },
});

export type LoggedDecision = InferEntity<typeof LoggedDecisionSchema>;
