import { createPubSub } from "@graphql-yoga/subscription";
import type { BoardEvent } from "../sync/projection/board-event.entity.ts";
import type { PresenceEntry } from "../sync/sync-engine.ts";
import { ConflatingEventTarget } from "./conflating-event-target.ts";

/**
 * What the sync engine tells GraphQL’s subscribers; the first argument is the board’s or project’s id. Of several events in
 * one tick a subscriber hears the last: they are signs to look, not a log.
 */
export const createBoardPubSub = () =>
  createPubSub<{
    boardEvents: [boardId: string, event: BoardEvent];
    /** A board of a project was laid out, written on, renamed, moved, frozen or archived. */
    boards: [projectId: string, change: "changed"];
    presence: [boardId: string, entries: readonly PresenceEntry[]];
    /** Who sits at or waits before the tables of a project has changed. */
    people: [projectId: string, change: "changed"];
  }>({ eventTarget: new ConflatingEventTarget() });

export type BoardPubSub = ReturnType<typeof createBoardPubSub>;
