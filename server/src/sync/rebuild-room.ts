import { BoardSchema } from "../boards/board.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { editLost } from "../errors.ts";
import type { Projector } from "./projection/projector.ts";
import { loadRoom } from "./rooms/load-room.ts";
import type { QueuedEdit } from "./rooms/queue-entry.ts";
import type { Room } from "./rooms/room.ts";

/**
 * Makes a room’s document equal to the journal again after something in it was not taken, and lets the
 * edits that waited behind it through the gate anew. Frames for the room wait meanwhile.
 */
export async function rebuildRoom(em: EntityManager, projector: Projector, room: Room): Promise<void> {
  // What is being committed is in the journal or back in the queue before either is read.
  await room.whenCommitted();
  await projector.settle(room);
  const board = await em.fork().findOneOrFail(BoardSchema, room.boardId);
  const { content, unprojected } = await loadRoom(em, board);
  const waiting = room.drain();
  room.content = content;
  room.unprojected.splice(0, room.unprojected.length, ...unprojected);
  for (const entry of waiting) {
    if (entry.type === "edit") readmit(room, entry);
    else room.enqueue(entry);
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
      entry.committed({ seq: room.content.committedSeq, at: new Date() });
      return;
    case "incomplete":
      // It was built on what was refused. A client is asked for all it has; a mutation is told.
      if (entry.resend) entry.resend();
      else entry.refused(editLost());
  }
}
