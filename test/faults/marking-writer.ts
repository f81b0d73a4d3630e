import { newItemId } from "@tavolo/schema";
import type * as Y from "yjs";
import type { BoardClient } from "../support/connect-board-client.ts";

/** What a writer was told to be safe: marks that stand in one note. */
export interface SafeMarks {
  readonly noteId: string;
  readonly marks: readonly string[];
}

/** Edits a writer has on the way at a time, so that a kill always finds some. */
const AHEAD = 3;

/** Writes mark after mark into a note of its own, a few ahead of the acknowledgements, and keeps a journal of them. */
export function startMarking(client: BoardClient) {
  const noteId = newItemId();
  const baseline = client.acknowledged();
  let written = 0;
  let safe = 0;
  let stopped = false;
  const write = () => {
    if (stopped) return;
    // The count falls back to none when the provider reconnects after a kill.
    safe = Math.max(safe, Math.min(written, client.acknowledged() - baseline));
    for (; written - safe < AHEAD; written += 1) {
      const mark = `<${written}>`;
      if (written === 0) client.editor.add("notes", { id: noteId, text: mark, section: "S", language: "en" });
      else {
        // Straight into the live text, as a person types: a note of this test outgrows the soft limit.
        const text = client.doc.getMap<Y.Map<Y.Text>>("notes").get(noteId)?.get("text");
        text?.insert(text.length, mark);
      }
    }
  };
  client.provider.on("message", write);
  write();
  return {
    /** Resolves when so many of its edits are acknowledged. */
    until: (edits: number) => client.until(() => safe >= edits),
    stop: (): SafeMarks => {
      stopped = true;
      client.provider.off("message", write);
      return { noteId, marks: Array.from({ length: safe }, (_, mark) => `<${mark}>`) };
    },
  };
}
