import type { Room } from "./rooms/room.ts";

/** How long writers have to send what they hold back before a board freezes. */
const CLOSING_MS = 500;

/** Announces that the board closes and resolves when every writer has sent what it had, or the time is up. */
export async function closeBoard(room: Room, reason: string): Promise<void> {
  const writers = [...room.attachments].filter(({ actor }) => actor.role !== "observer");
  if (writers.length === 0) return;
  const flushed = writers.map(
    (attachment) =>
      new Promise<void>((resolve) => {
        attachment.onFlushed = resolve;
        attachment.tell({ type: "closing", reason });
      }),
  );
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSING_MS);
  });
  await Promise.race([Promise.all(flushed), timeUp]);
  clearTimeout(timer);
  for (const attachment of writers) attachment.onFlushed = null;
}
