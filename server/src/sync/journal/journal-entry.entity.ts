import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { BoardSchema } from "../../boards/board.entity.ts";
import { ParticipantSchema } from "../../participants/participant.entity.ts";
import type { Decision } from "./decision.ts";

/**
 * One committed step of a board, in order: an edit of its document (`bytes`) or a decision about the
 * board (`decision`). Truth: the document and the projection can be rebuilt from these rows.
 */
export const JournalEntrySchema = defineEntity({
  name: "JournalEntry",
  tableName: "journal_entry",
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    generation: p.integer().primary(),
    seq: p.integer().primary(),
    actor: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
    /** The Yjs client ids whose structs the edit brought. */
    clientIds: p.json<number[]>(),
    at: p.datetime(),
    bytes: p.uint8array().nullable(),
    decision: p.json<Decision>().nullable(),
  },
});

export type JournalEntry = InferEntity<typeof JournalEntrySchema>;
