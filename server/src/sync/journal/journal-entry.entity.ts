import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { BoardSchema } from "../../boards/board.entity.ts";
import { ParticipantSchema } from "../../participants/participant.entity.ts";
import type { Decision } from "./decision.ts";

/**
 * One committed step of a board, in order: an edit of its document (`bytes`) or a decision about the
 * board (`decision`). Truth: the document is rebuilt from the board’s snapshot and the rows behind it. Rows that
 * a snapshot covers keep who, when and what was decided, and have no bytes.
 */
export const JournalEntrySchema = defineEntity({
  name: "JournalEntry",
  tableName: "journal_entry",
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    /** The board’s generation when it was committed; numbers go on through all of them. */
    generation: p.integer(),
    seq: p.integer().primary(),
    actor: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
    /** The Yjs client ids whose structs the edit brought. */
    clientIds: p.json<number[]>(),
    at: p.datetime(),
    /** The update; null for a decision, and once a snapshot holds what it brought. */
    bytes: p.uint8array().nullable(),
    decision: p.json<Decision>().nullable(),
  },
});

export type JournalEntry = InferEntity<typeof JournalEntrySchema>;
