import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import { BoardSchema } from "../../boards/board.entity.ts";

/**
 * A board’s document as its journal has it up to a step: what is loaded in place of the steps, whose bytes are
 * dropped once it is here. It is verified before it is written, and replaced by the next one.
 */
export const BoardSnapshotSchema = defineEntity({
  name: "BoardSnapshot",
  tableName: "board_snapshot",
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    /** The generation in which it was taken. */
    generation: p.integer(),
    /** The last journal entry that it holds. */
    seq: p.integer(),
    /** The document as one Yjs update, compressed. */
    bytes: p.uint8array(),
    /** What `bytes` holds of each client id, as Yjs encodes it. */
    stateVector: p.uint8array(),
    at: p.datetime(),
  },
});

export type BoardSnapshot = InferEntity<typeof BoardSnapshotSchema>;
