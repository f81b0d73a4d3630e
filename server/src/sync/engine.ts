import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import type { BoardPubSub } from "../graphql/pub-sub.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { editLost, generationChanged, TavoloError } from "../errors.ts";
import type { Log } from "../log.ts";
import type { LiveAccess } from "../people/live-access.ts";
import { waitAtMost } from "../wait-at-most.ts";
import { admit } from "./admit.ts";
import { closeBoard } from "./close-board.ts";
import { readDecided } from "./decisions/read-decided.ts";
import { itemToJudge } from "./decisions/judged-item.ts";
import { boardsWrittenBy } from "./compaction/boards-written-by.ts";
import { Compactor } from "./compaction/compactor.ts";
import { type EngineMeter, secondsSince, unmeasured } from "./engine-meter.ts";
import { FlushLoop } from "./journal/flush-loop.ts";
import type { Decision } from "./journal/decision.ts";
import { Projector } from "./projection/projector.ts";
import { rebuildRoom } from "./rebuild-room.ts";
import type { Commit, QueuedDecision } from "./rooms/queue-entry.ts";
import { HalfEdited, type Room } from "./rooms/room.ts";
import { Rooms } from "./rooms/rooms.ts";
import { settleBatch } from "./settle-batch.ts";
import type { Attachment } from "./sockets/attachment.ts";
import { Connection } from "./sockets/connection.ts";
import type { BoardActor, SyncEngine } from "./sync-engine.ts";
import { MAX_FRAME_BYTES } from "./wire/message-type.ts";

/** WebSocket’s code for "the service restarts": clients come back by themselves. */
const SERVICE_RESTART = 1012;

/** How long a stop waits for the database: whoever stops the process kills it after ten seconds. */
const DRAIN_MS = 5_000;

/** Puts the engine together: rooms, the flush loop, the projector, and the sockets on `/sync`. */
export function createSyncEngine({
  em,
  pubSub,
  access,
  log,
  meter = unmeasured,
  unloadAfterMs,
}: {
  em: EntityManager;
  pubSub: BoardPubSub;
  access: Pick<LiveAccess, "watch">;
  log: Log;
  meter?: EngineMeter;
  /** How long a room without people and work is kept; a reload of the page comes back to it. */
  unloadAfterMs?: number;
}): SyncEngine {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_FRAME_BYTES,
    perMessageDeflate: false,
  });
  const connections = new Set<Connection>();

  const compactor = new Compactor(em, log);
  const projector = new Projector(em, log, meter, pubSub, (room) => rooms.release(room));
  const flushLoop = new FlushLoop(em, log, meter, (batch, outcome) => {
    const { room } = batch;
    for (const { entry } of outcome.committed) meter.acknowledged(secondsSince(entry.queuedAt!));
    for (const _refusal of outcome.refused) meter.refused();
    compactor.grown(room.boardId, outcome.committed);
    const outdated = outcome.refused.find(({ error }) => error.code === "GENERATION_CHANGED");
    if (settleBatch(batch, outcome)) {
      room.requeue(outcome.postponed);
      rebuild(room);
    } else if (outdated) sendAway(room, outdated.error);
    if (room.unprojected.length > 0) projector.wake(room);
  });
  const rooms: Rooms = new Rooms(
    em,
    pubSub,
    (room) => flushLoop.wake(room),
    (room, replayed) => {
      compactor.opened(room.boardId, replayed);
      if (room.unprojected.length > 0) projector.wake(room);
    },
    (boardId) => compactor.left(boardId),
    unloadAfterMs,
  );

  function rebuild(room: Room): void {
    // One that is under way is waiting for the commit that asks for another: it covers both.
    room.rebuilding ??= rebuildRoom(em, projector, room)
      .catch((error: unknown) => {
        if (error instanceof TavoloError) return sendAway(room, error);
        log.error({ err: error, boardId: room.boardId }, "room not rebuilt; its sockets are sent away");
        // Clients come back with all they have; a mutation has nobody who would repeat it.
        for (const entry of room.drain())
          if (entry.type === "decision" || !entry.resend) entry.refused(editLost());
        for (const attachment of room.attachments) attachment.reconnect();
        rooms.forget(room);
      })
      .finally(() => {
        room.rebuilding = null;
        flushLoop.wake(room);
      });
  }

  /** Turns everybody away from a room that can take nothing any more; whoever comes back finds another. */
  function sendAway(room: Room, error: TavoloError): void {
    for (const entry of room.drain()) entry.refused(error);
    for (const attachment of room.attachments) attachment.refuse(error);
    rooms.forget(room);
  }

  /** Throws BOARD_NOT_FOUND, and GENERATION_CHANGED where a later one than the wanted has begun. */
  async function openRoom(boardId: string, generation?: number): Promise<Room> {
    const room = await rooms.open(boardId);
    while (room.rebuilding) await room.rebuilding;
    if (generation === undefined || room.generation === generation) return room;
    if (room.generation > generation) throw generationChanged();
    sendAway(room, generationChanged());
    return openRoom(boardId, generation);
  }

  /** Queues a decision and resolves when it is committed and projected. */
  async function decide(
    room: Room,
    actor: BoardActor,
    decision: Decision,
    judge?: QueuedDecision["judge"],
  ): Promise<number> {
    const { seq } = await new Promise<Commit>((committed, refused) => {
      room.enqueue({ type: "decision", actor, decision, judge, committed, refused });
    });
    const projected = room.whenProjected(seq);
    projector.wake(room);
    await projected;
    return seq;
  }

  /** Commits and projects what has arrived. */
  async function drain(): Promise<void> {
    await compactor.stop();
    for (const room of rooms.all()) if (room.rebuilding) await room.rebuilding;
    await flushLoop.stop();
    // What is committed is safe: the next start projects it.
    await projector.stop().catch((error: unknown) => log.error({ err: error }, "projection left behind"));
  }

  const leave = (attachment: Attachment) => {
    attachment.room.attachments.delete(attachment);
    attachment.room.presence.leave(attachment);
    rooms.release(attachment.room);
  };

  return {
    async edit({ boardId, actor, apply, at = null, unattributed = false, receipt }) {
      const room = await openRoom(boardId);
      const outcome = Promise.withResolvers<Commit>();
      const { resolve: committed, reject: refused } = outcome;
      const run = (writer: BoardActor) =>
        room.edit(writer, { at, unattributed, receipt }, apply, { committed, refused, again });
      let done: ReturnType<typeof run>;
      const again = (writer: BoardActor) => {
        done = run(writer);
        if (!done.queued) committed({ seq: room.known.committedSeq, at: new Date() });
      };
      try {
        done = run(actor);
      } catch (error) {
        if (!(error instanceof HalfEdited)) throw error;
        rebuild(room);
        throw error.cause;
      }
      // An edit that changed nothing still answers with the revision in which that holds.
      const seq = done.queued ? (await outcome.promise).seq : room.known.committedSeq;
      const projected = room.whenProjected(seq);
      projector.wake(room);
      await projected;
      return { result: done.result, revision: seq };
    },

    async changeState({ boardId, actor, state, reason }) {
      const room = await openRoom(boardId);
      if (room.standing.state === state) return;
      if (state === "frozen") await closeBoard(room, reason);
      // From here to the commit nothing enters: no edit slips past the decision.
      room.closing = true;
      try {
        await decide(room, actor, { type: "state", state, reason });
      } finally {
        room.closing = false;
      }
      room.standing.state = state;
      room.standing.stateReason = reason;
      for (const attachment of room.attachments) attachment.stateChanged(reason);
    },

    async changeArchive({ boardId, actor, archived, archivedWith }) {
      const room = await openRoom(boardId);
      if (archived && !room.standing.archived) await closeBoard(room, "");
      room.closing = true;
      try {
        await decide(room, actor, { type: "archive", archived, archivedWith });
      } finally {
        room.closing = false;
      }
      room.standing.archived = archived;
      for (const attachment of room.attachments) attachment.archiveChanged();
    },

    async changePolicy({ boardId, actor, editing, display }) {
      const room = await openRoom(boardId);
      await decide(room, actor, { type: "policy", editing, display });
      const { standing } = room;
      standing.editing = editing ?? standing.editing;
      standing.display = display ?? standing.display;
      room.presence.show(standing.display);
      for (const attachment of room.attachments)
        attachment.tell({ type: "policy", editing: standing.editing, display: standing.display });
    },

    async decideItem({ boardId, actor, place, judge }) {
      const decidedItem = { board: boardId, ...place };
      const decided = await readDecided(em, decidedItem);
      const room = await openRoom(boardId);
      const judgeNow = (by: BoardActor) => judge({ ...itemToJudge(room.content, place), decided, actor: by });
      const revision = await decide(room, actor, judgeNow(actor), judgeNow);
      const now = await readDecided(em, decidedItem);
      if (now) {
        const { collection, item, values, decidedSeq } = now;
        for (const attachment of room.attachments)
          attachment.tell({ type: "decided", collection, item, values, revision: decidedSeq });
      }
      return { revision };
    },

    recheck(boardId) {
      for (const attachment of rooms.find(boardId)?.attachments ?? []) attachment.reconnect();
    },

    async caughtUp(boardId) {
      const room = rooms.find(boardId);
      if (!room) return;
      const projected = room.whenProjected(room.known.committedSeq);
      projector.wake(room);
      await projected;
    },

    async compact(boardId) {
      await this.caughtUp(boardId);
      await compactor.compact(boardId);
    },

    dropTraces(participantIds) {
      void (async () => {
        for (const boardId of await boardsWrittenBy(em, participantIds)) await this.compact(boardId);
      })().catch((error: unknown) => log.error({ err: error }, "traces not dropped"));
    },

    presence: (boardId) => rooms.find(boardId)?.presence.entries() ?? [],

    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, { viewer, correlationId }) {
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const connection: Connection = new Connection(
          webSocket,
          socket,
          correlationId,
          log,
          (name, token) => admit({ em, access, openRoom, log }, connection, viewer, name, token),
          leave,
        );
        connections.add(connection);
        const opened = performance.now();
        log.info({ correlationId, socket: "sync" }, "socket opened");
        webSocket.on("close", (code) => {
          connections.delete(connection);
          const seconds = Math.round(secondsSince(opened));
          log.info({ correlationId, socket: "sync", code, seconds }, "socket closed");
        });
      });
    },

    failingSince: () => flushLoop.failingSince,

    load() {
      const open = rooms.all();
      const sum = (count: (room: Room) => number) => open.reduce((total, room) => total + count(room), 0);
      return {
        sockets: connections.size,
        rooms: open.length,
        attachments: sum((room) => room.attachments.size),
        uncommitted: sum((room) => room.uncommitted),
        unprojected: sum((room) => room.unprojected.length),
      };
    },

    async close() {
      for (const connection of connections) connection.close(SERVICE_RESTART, "RESTARTING");
      await waitAtMost(DRAIN_MS, drain());
      rooms.close();
      sockets.close();
      const uncommitted = rooms.all().reduce((sum, room) => sum + room.uncommitted, 0);
      if (uncommitted > 0)
        throw new Error(`the database did not take ${uncommitted} edits; their writers keep and resend them`);
    },
  };
}
