import type { BoardEvent as EventRow, BoardEventType } from "../sync/projection/board-event.entity.ts";
import {
  type BoardEvent,
  BoardFrozen,
  BoardPolicyChanged,
  BoardReopened,
  ClusterAdded,
  ClusterChanged,
  ClusterMoved,
  ClusterRemoved,
  ClusterRestored,
  NoteAdded,
  NoteChanged,
  NoteMoved,
  NoteRemoved,
  NoteRestored,
} from "./board-event.graphql.ts";

type EventClass = new (row: EventRow) => BoardEvent;

const ofNotes: Partial<Record<BoardEventType, EventClass>> = {
  "item.added": NoteAdded,
  "item.changed": NoteChanged,
  "item.moved": NoteMoved,
  "item.removed": NoteRemoved,
  "item.restored": NoteRestored,
};

const ofClusters: Partial<Record<BoardEventType, EventClass>> = {
  "item.added": ClusterAdded,
  "item.changed": ClusterChanged,
  "item.moved": ClusterMoved,
  "item.removed": ClusterRemoved,
  "item.restored": ClusterRestored,
};

const ofBoards: Partial<Record<BoardEventType, EventClass>> = {
  "board.frozen": BoardFrozen,
  "board.reopened": BoardReopened,
  "board.policy": BoardPolicyChanged,
};

/** An event’s row as its GraphQL type. */
export const toBoardEvent = (row: EventRow): BoardEvent => {
  const kinds = row.collection === "notes" ? ofNotes : row.collection === "clusters" ? ofClusters : ofBoards;
  const Kind = kinds[row.type];
  if (!Kind) throw new Error(`There is no type for the event ${row.type} of ${row.collection ?? "a board"}.`);
  return new Kind(row);
};
