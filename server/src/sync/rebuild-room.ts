import { BoardSchema } from "../boards/board.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { editLost, generationChanged } from "../errors.ts";
import type { Projector } from "./projection/projector.ts";
import { loadRoom } from "./rooms/load-room.ts";
import type { QueuedDecision, QueuedEdit } from "./rooms/queue-entry.ts";
import { HalfEdited, type Room } from "./rooms/room.ts";

/**
 * Makes a room’s document equal to the journal again after something in it was not taken, and lets the
 * edits that waited behind it through the gate anew. Frames for the room wait meanwhile. Throws GENERATION_CHANGED.
 */
export async function rebuildRoom(em: EntityManager, projector: Projector, room: Room): Promise<void> {
  // What is being committed is in the journal or back in the queue before either is read.
  await room.whenCommitted();
  await projector.settle(room);
  const board = await em.fork().findOneOrFail(BoardSchema, room.boardId);
  if (board.generation !== room.generation) throw generationChanged();
  const { content, unprojected } = await loadRoom(em, board);
  const waiting = room.drain();
  const echoes = room.takeEchoes();
  room.content = content;
  room.unprojected.splice(0, room.unprojected.length, ...unprojected);
  let half = false;
  for (const entry of waiting) {
    if (entry.type === "decision") decideAgain(room, entry);
    else if (entry.again) half = runAgain(entry, entry.again) || half;
    else readmit(room, entry);
  }
  for (const echo of echoes) echo.again();
  if (half) await rebuildRoom(em, projector, room);
}

function decideAgain(room: Room, entry: QueuedDecision): void {
  try {
    room.enqueue({ ...entry, decision: entry.judge?.(entry.actor) ?? entry.decision });
  } catch (error) {
    entry.refused(error);
  }
}

/** Answers whether it changed something and failed, so that the document is to be rebuilt once more. */
function runAgain(entry: QueuedEdit, again: NonNullable<QueuedEdit["again"]>): boolean {
  try {
    again(entry.actor);
    return false;
  } catch (error) {
    const half = error instanceof HalfEdited;
    entry.refused(half ? error.cause : error);
    return half;
  }
}

function readmit(room: Room, entry: QueuedEdit): void {
  const verdict = room.receive(entry.bytes, entry.actor, entry, entry.at);
  switch (verdict.kind) {
    case "accepted":
      return;
    case "refused":
      entry.refused(verdict.refusal);
      return;
    case "unchanged":
      room.whenSafe({
        safe: () => entry.committed({ seq: room.content.committedSeq, at: new Date() }),
        again: () => sendAgain(entry),
      });
      return;
    case "incomplete":
      // It was built on what was refused.
      sendAgain(entry);
  }
}

function sendAgain(entry: QueuedEdit): void {
  if (entry.resend) entry.resend();
  else entry.refused(editLost());
}
