import * as Y from "yjs";
import { chance } from "../../../fuzz/chance.ts";
import type { BoardContent } from "./board-content.ts";

/** What one person types: an update for each character. The update at `index` brings the clock `index`. */
export interface Typing {
  readonly clientId: number;
  readonly updates: readonly Uint8Array[];
}

/** A note fits on a card: somebody types so many characters and goes on in another note. */
const CHARACTERS_A_NOTE = 200;

/** How many notes writers need for so many characters each. */
export const notesToType = (writers: number, characters: number): number =>
  writers * Math.ceil(characters / CHARACTERS_A_NOTE);

/** Lets so many people type at the ends of notes of their own, character by character. */
export function type(content: BoardContent, writers: number, characters: number): Typing[] {
  const random = chance(writers * characters);
  return Array.from({ length: writers }, (_, writer) => {
    const doc = new Y.Doc();
    for (const update of [content.genesis, ...content.notes]) Y.applyUpdate(doc, update);
    doc.clientID = random.clientId();
    const updates: Uint8Array[] = [];
    doc.on("update", (update: Uint8Array) => updates.push(update));
    const notes = doc.getMap<Y.Map<Y.Text>>("notes");
    for (let index = 0; index < characters; index++) {
      const note = content.noteIds[writer + writers * Math.floor(index / CHARACTERS_A_NOTE)]!;
      const text = notes.get(note)!.get("text")!;
      text.insert(text.length, String.fromCharCode(97 + random.below(26)));
    }
    return { clientId: doc.clientID, updates };
  });
}
