import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { BoardSchema } from "../boards/board.entity.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";

/** What became of one row of a call that wrote: its item, or why it was refused. */
export interface RowAnswer {
  readonly id: string | null;
  readonly error: { readonly code: string; readonly message: string; readonly field: string | null } | null;
}

/**
 * What a call under an idempotency key was answered. It is written by the commit that holds the call’s edit, so that
 * there is never one without the other.
 */
export const ReceiptSchema = defineEntity({
  name: "Receipt",
  tableName: "receipt",
  indexes: [{ properties: ["at"] }],
  properties: {
    participant: () => p.manyToOne(ParticipantSchema).mapToPk().primary(),
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    key: p.text().primary(),
    /** SHA-256 of what was asked for. */
    request: p.uint8array(),
    answer: p.json<readonly RowAnswer[]>(),
    /** The board’s revision that holds what was written. */
    revision: p.integer(),
    at: p.datetime(),
  },
});

export type Receipt = InferEntity<typeof ReceiptSchema>;

/** A receipt before the commit gives it the number and time of its edit. */
export type UnnumberedReceipt = Pick<Receipt, "participant" | "board" | "key" | "request" | "answer">;
