import type { BatchOutcome } from "./journal/commit-batches.ts";
import type { RoomBatch } from "./rooms/room.ts";
import { fanOut, type ShownEdit } from "./sockets/fan-out.ts";
import { socketFrame } from "./wire/socket-frame.ts";
import { updateFrame } from "./wire/write-frame.ts";

/**
 * After the commit: acknowledges to the writers, shows the edits to everybody else, answers the joins and the echoes.
 * Answers whether the room must be rebuilt, since its document holds edits that were not taken.
 */
export function settleBatch(
  { room, joins, stored, echoes }: RoomBatch,
  { committed, refused, postponed }: BatchOutcome,
): boolean {
  const shown: ShownEdit[] = [];
  for (const { entry, commit } of committed) {
    room.content.committedSeq = commit.seq;
    room.unprojected.push({
      ...commit,
      actor: entry.type === "edit" ? entry.author : entry.actor.participantId,
      changes: entry.type === "edit" ? entry.changes : [],
      decision: entry.type === "decision" ? entry.decision : null,
    });
    if (entry.type !== "edit") continue;
    const frame = socketFrame(updateFrame(room.documentName, entry.bytes));
    shown.push({ frame, from: entry.from });
    room.stored.add(frame);
  }
  // What a writer is told and shown by one commit leaves in one piece.
  const senders = new Set(shown.map(({ from }) => from));
  const writers = [...room.attachments].filter((attachment) => senders.has(attachment));
  for (const writer of writers) writer.hold();
  try {
    for (const { entry, commit } of committed) entry.committed(commit);
    fanOut(room.attachments, shown);
  } finally {
    for (const writer of writers) writer.release();
  }
  for (const { entry, error } of refused) entry.refused(error);
  if (postponed.length > 0 || refused.some(({ entry }) => entry.type === "edit")) {
    // The answers were encoded with what was not taken: they are given anew from the rebuilt document.
    room.keepJoins(joins);
    room.keepEchoes(echoes);
    return true;
  }
  if (stored) room.stored = stored;
  for (const { attachment, stateVector, update } of joins) {
    if (update) attachment.sendDocument(update);
    else room.join(attachment, stateVector);
  }
  for (const echo of echoes) echo.safe();
  return false;
}
