import { holdsNotes } from "../notes/holds-notes.ts";
import type { BoardEvent as EventRow } from "../sync/projection/board-event.entity.ts";
import {
  BoardArchived,
  type BoardEvent,
  BoardFrozen,
  BoardPolicyChanged,
  BoardReopened,
  BoardRestored,
  ClusterAdded,
  ClusterChanged,
  ClusterMoved,
  ClusterRemoved,
  ClusterRestored,
  ItemAdded,
  ItemChanged,
  ItemDecided,
  ItemMoved,
  ItemRemoved,
  ItemRestored,
  NoteAdded,
  NoteChanged,
  NoteMoved,
  NoteRemoved,
  NoteRestored,
} from "./board-event.graphql.ts";

type EventClass = new (row: EventRow, boardKind: string) => BoardEvent;

/** The GraphQL type of each event, by its collection and its type. */
const classes: Readonly<Record<string, EventClass>> = {
  "notes/item.added": NoteAdded,
  "notes/item.changed": NoteChanged,
  "notes/item.moved": NoteMoved,
  "notes/item.removed": NoteRemoved,
  "notes/item.restored": NoteRestored,
  "clusters/item.added": ClusterAdded,
  "clusters/item.changed": ClusterChanged,
  "clusters/item.moved": ClusterMoved,
  "clusters/item.removed": ClusterRemoved,
  "clusters/item.restored": ClusterRestored,
  "items/item.added": ItemAdded,
  "items/item.changed": ItemChanged,
  "items/item.moved": ItemMoved,
  "items/item.removed": ItemRemoved,
  "items/item.restored": ItemRestored,
  "items/item.decided": ItemDecided,
  "/board.frozen": BoardFrozen,
  "/board.reopened": BoardReopened,
  "/board.policy": BoardPolicyChanged,
  "/board.archived": BoardArchived,
  "/board.restored": BoardRestored,
};

/** What the GraphQL enum BoardEventType stands for in a row; items of which the API has no events of their own are items. */
export const eventKind = (
  boardKind: string,
  { collection, type }: Pick<EventRow, "collection" | "type">,
): string => {
  if (!collection) return `/${type}`;
  return `${holdsNotes(boardKind) ? collection : "items"}/${type}`;
};

/** An event’s row as its GraphQL type. */
export const toBoardEvent = (boardKind: string, row: EventRow): BoardEvent => {
  const kind = eventKind(boardKind, row);
  const Event = classes[kind];
  if (!Event) throw new Error(`There is no type for the event ${kind}.`);
  return new Event(row, boardKind);
};
