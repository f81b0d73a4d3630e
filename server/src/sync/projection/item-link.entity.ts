import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { BoardSchema } from "../../boards/board.entity.ts";

/**
 * What an item states about where it comes from and what comes of it, so that both ends find it; written with its row
 * and gone with it. The target may lie on any board, and may be gone.
 */
export const ItemLinkSchema = defineEntity({
  name: "ItemLink",
  tableName: "item_link",
  indexes: [{ properties: ["targetBoard", "targetCollection", "target"] }],
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary().deleteRule("cascade"),
    collection: p.text().primary(),
    item: p.uuid().primary(),
    field: p.text().primary(),
    targetBoard: p.uuid().primary(),
    targetCollection: p.text().primary(),
    target: p.uuid().primary(),
    /** Whether the target comes from the item; otherwise the item comes from the target. */
    leadsOn: p.boolean(),
    /** Whether it is structure of the board, as a note in its group, and no citation. */
    pointer: p.boolean(),
    /** The kind of the target’s board and what the target said when it was linked; empty for a pointer. */
    kind: p.text(),
    text: p.text(),
    /** The project of the item’s board, which it never leaves. */
    project: p.uuid(),
  },
});

export type ItemLink = InferEntity<typeof ItemLinkSchema>;
