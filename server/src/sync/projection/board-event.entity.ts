import { defineEntity, type InferEntity, p } from "@mikro-orm/core";
import type { BoardDisplay, BoardEditing } from "@tavolo/schema";
import { BoardSchema } from "../../boards/board.entity.ts";
import { ParticipantSchema } from "../../participants/participant.entity.ts";

export const boardEventTypes = [
  "item.added",
  "item.changed",
  "item.moved",
  "item.removed",
  "item.restored",
  "item.decided",
  "board.frozen",
  "board.reopened",
  "board.policy",
  "board.archived",
  "board.restored",
] as const;
export type BoardEventType = (typeof boardEventTypes)[number];

/** What an event tells beyond its columns; `fields` are names of the declared schema. */
export interface BoardEventPayload {
  readonly fields?: readonly string[];
  readonly fromSection?: string;
  readonly toSection?: string;
  readonly reason?: string;
  readonly editing?: BoardEditing;
  readonly display?: BoardDisplay;
}

/** One thing that happened on a board, numbered without gaps; made from the journal by the projection. */
export const BoardEventSchema = defineEntity({
  name: "BoardEvent",
  tableName: "board_event",
  properties: {
    board: () => p.manyToOne(BoardSchema).mapToPk().primary(),
    number: p.integer().primary(),
    seq: p.integer(),
    type: p.enum(boardEventTypes),
    collection: p.text().nullable(),
    item: p.uuid().nullable(),
    actor: () => p.manyToOne(ParticipantSchema).mapToPk().nullable(),
    at: p.datetime(),
    payload: p.json<BoardEventPayload>(),
  },
});

export type BoardEvent = InferEntity<typeof BoardEventSchema>;
