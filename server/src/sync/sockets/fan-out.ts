import type { Attachment } from "./attachment.ts";

/** A committed edit as it goes out. */
export interface ShownEdit {
  readonly frame: Buffer;
  /** The attachment it came from, which needs no copy of it. */
  readonly from: object | null;
}

/**
 * Shows a commit’s edits to everybody at a board, all in one buffer that is written to every socket; a writer gets
 * those of the others. Who has not got the document yet gets the edits with it.
 */
export function fanOut(attachments: Iterable<Attachment>, edits: readonly ShownEdit[]): void {
  if (edits.length === 0) return;
  const everything = join(edits);
  const writers = new Set(edits.map(({ from }) => from));
  for (const attachment of attachments) {
    if (!attachment.hasDocument) continue;
    if (!writers.has(attachment)) {
      attachment.write(everything);
      continue;
    }
    const others = edits.filter(({ from }) => from !== attachment);
    if (others.length > 0) attachment.write(join(others));
  }
}

const join = (edits: readonly ShownEdit[]): Buffer =>
  edits.length === 1 ? edits[0]!.frame : Buffer.concat(edits.map(({ frame }) => frame));
