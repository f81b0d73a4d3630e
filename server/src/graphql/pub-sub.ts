import { createPubSub } from "@graphql-yoga/subscription";
import type { BoardEvent } from "../sync/projection/board-event.entity.ts";
import type { PresenceEntry } from "../sync/sync-engine.ts";

/** What the sync engine tells GraphQL’s subscribers; the first argument is the board’s id. */
export const createBoardPubSub = () =>
  createPubSub<{
    boardEvents: [boardId: string, event: BoardEvent];
    presence: [boardId: string, entries: readonly PresenceEntry[]];
  }>();

export type BoardPubSub = ReturnType<typeof createBoardPubSub>;
