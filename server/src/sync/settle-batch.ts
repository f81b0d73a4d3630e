import type { BatchOutcome } from "./journal/commit-batches.ts";
import type { Room, RoomBatch } from "./rooms/room.ts";
import { updateFrame } from "./wire/write-frame.ts";

/**
 * After the commit: acknowledges to the writers, shows the edits to everybody else, answers the joins and the echoes.
 * Answers whether the room must be rebuilt, since its document holds edits that were not taken.
 */
export function settleBatch(
  { room, joins, echoes }: RoomBatch,
  { committed, refused, postponed }: BatchOutcome,
): boolean {
  for (const { entry, commit } of committed) {
    room.content.committedSeq = commit.seq;
    room.unprojected.push({
      ...commit,
      actor: entry.type === "edit" ? entry.author : entry.actor.participantId,
      changes: entry.type === "edit" ? entry.changes : [],
      decision: entry.type === "decision" ? entry.decision : null,
    });
    if (entry.type === "edit") show(room, entry.bytes, entry.from);
    entry.committed(commit);
  }
  for (const { entry, error } of refused) entry.refused(error);
  if (postponed.length > 0 || refused.some(({ entry }) => entry.type === "edit")) {
    // The answers were encoded with what was not taken: they are given anew from the rebuilt document.
    room.keepJoins(joins);
    room.keepEchoes(echoes);
    return true;
  }
  for (const { attachment, update } of joins) attachment.sendDocument(update);
  for (const echo of echoes) echo.safe();
  return false;
}

/** One frame for everybody but the writer; who has not got the document yet gets it with their step 2. */
function show(room: Room, bytes: Uint8Array, from: object | null): void {
  const frame = updateFrame(room.documentName, bytes);
  for (const attachment of room.attachments) {
    if (attachment !== from && attachment.hasDocument) attachment.send(frame);
  }
}
