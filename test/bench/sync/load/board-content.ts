import { createDocument, editBoard, swot } from "@tavolo/schema";
import * as Y from "yjs";
import { chance } from "../../../fuzz/chance.ts";

/** A SWOT board as updates of one client: what every server is given before a measurement. */
export interface BoardContent {
  readonly noteIds: readonly string[];
  /** Makes the empty document a board; for servers that do not do that themselves. */
  readonly genesis: Uint8Array;
  /** The notes, in pieces of what somebody pastes at once. */
  readonly notes: readonly Uint8Array[];
}

const NOTES_AT_ONCE = 250;
const SECTIONS = ["S", "W", "O", "T"] as const;
const TEXT = "Residents can use the rooms of the district council in the evening, without a fee.";

/** Makes a board of so many notes; the same each time. */
export function boardContent(notes: number): BoardContent {
  const random = chance(notes);
  const doc = new Y.Doc();
  doc.clientID = random.clientId();
  createDocument(swot, doc);
  const genesis = Y.encodeStateAsUpdate(doc);
  doc.clientID = random.clientId();
  const editor = editBoard(swot, doc, { origin: null });
  const noteIds: string[] = [];
  const pieces: Uint8Array[] = [];
  // A rank of its own spares the search for the section’s end, which takes long on a large board.
  const rank = (index: number) => `a${String(index).padStart(6, "0")}V`;
  while (noteIds.length < notes) {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      for (let piece = 0; piece < NOTES_AT_ONCE && noteIds.length < notes; piece++) {
        const index = noteIds.length;
        const section = SECTIONS[index % SECTIONS.length]!;
        noteIds.push(
          editor.add("notes", { id: random.id(), text: TEXT, language: "en", section, rank: rank(index) }),
        );
      }
    });
    pieces.push(Y.encodeStateAsUpdate(doc, before));
  }
  return { noteIds, genesis, notes: pieces };
}
