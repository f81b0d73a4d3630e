import { createPubSub } from "@graphql-yoga/subscription";
import type { PresenceEntry } from "../sync/engine.ts";
import type { BoardEventRow } from "../sync/projection/board-event.entity.ts";

/** What the sync engine tells GraphQL’s subscribers; the first argument is the board’s id. */
export const createBoardPubSub = () =>
  createPubSub<{
    boardEvents: [boardId: string, event: BoardEventRow];
    presence: [boardId: string, entries: PresenceEntry[]];
  }>();

export type BoardPubSub = ReturnType<typeof createBoardPubSub>;
