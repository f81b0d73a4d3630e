import { type BoardEditor, InvalidEdit, LANGUAGE_CODES, SWOT_SECTION_KEYS, type swot } from "@tavolo/schema";
import * as Y from "yjs";
import type { Chance } from "./chance.ts";

/** A person’s copy of the board, as an operation finds it. */
interface Desk {
  readonly doc: Y.Doc;
  readonly editor: BoardEditor<typeof swot>;
  readonly chance: Chance;
}

/** What one person does; it may find nothing to do it to. */
type Operation = (desk: Desk) => void;

const WORDS = ["open", "keys", "quiet", "città", "àà", "😀", "spazio", "rights ", "", "…"];

/** What people do on a board, the more often the more they do it. */
const operations: readonly (readonly [weight: number, Operation])[] = [
  [30, typeIntoNote],
  [12, deleteFromNote],
  [12, addNote],
  [3, addCluster],
  [4, renameCluster],
  [10, moveNote],
  [3, moveCluster],
  [6, groupNote],
  [8, setFields],
  [5, translate],
  [4, (desk) => remove(desk, "notes")],
  [4, (desk) => restore(desk, "notes")],
  [1, (desk) => remove(desk, "clusters")],
  [1, (desk) => restore(desk, "clusters")],
];

const TOTAL = operations.reduce((sum, [weight]) => sum + weight, 0);

/** Does one operation; what the strict editor refuses is no edit, as in the interface. */
export function operate(desk: Desk): void {
  let left = desk.chance.below(TOTAL);
  const [, operation] = operations.find(([weight]) => (left -= weight) < 0)!;
  try {
    operation(desk);
  } catch (error) {
    if (!(error instanceof InvalidEdit)) throw error;
  }
}

function pick({ doc, chance }: Desk, collection: "notes" | "clusters"): string | null {
  const ids = [...doc.getMap(collection).keys()];
  return ids.length > 0 ? chance.of(ids) : null;
}

/** The live text of an item that is there and not in the bin: what a person can write in. */
function liveText(desk: Desk): Y.Text | null {
  const id = pick(desk, "notes");
  const note = id && desk.doc.getMap<Y.Map<unknown>>("notes").get(id);
  const text = note instanceof Y.Map && note.get("removed") !== true ? note.get("text") : null;
  return text instanceof Y.Text ? text : null;
}

function typeIntoNote(desk: Desk): void {
  const text = liveText(desk);
  // The interface’s limit; more is not let in at the keyboard.
  if (text && text.length < 280) text.insert(desk.chance.below(text.length + 1), desk.chance.of(WORDS));
}

function deleteFromNote(desk: Desk): void {
  const text = liveText(desk);
  if (!text || text.length < 2) return;
  const at = desk.chance.below(text.length - 1);
  text.delete(at, 1 + desk.chance.below(Math.min(6, text.length - at)));
}

function addNote({ editor, chance }: Desk): void {
  editor.add("notes", {
    id: chance.id(),
    text: `${chance.of(WORDS)}.`,
    section: chance.of(SWOT_SECTION_KEYS),
    language: chance.of(LANGUAGE_CODES),
  });
}

function addCluster({ editor, chance }: Desk): void {
  editor.add("clusters", { id: chance.id(), name: chance.of(WORDS), section: chance.of(SWOT_SECTION_KEYS) });
}

function renameCluster(desk: Desk): void {
  const id = pick(desk, "clusters");
  if (id) desk.editor.setText("clusters", id, "name", `${desk.chance.of(WORDS)} ${desk.chance.of(WORDS)}`);
}

function moveNote(desk: Desk): void {
  const [id, neighbour] = [pick(desk, "notes"), pick(desk, "notes")];
  if (!id || !neighbour) return;
  if (desk.chance.in100(50)) desk.editor.move("notes", id, { section: desk.chance.of(SWOT_SECTION_KEYS) });
  else desk.editor.move("notes", id, { after: neighbour });
}

function moveCluster(desk: Desk): void {
  const id = pick(desk, "clusters");
  if (id) desk.editor.move("clusters", id, { section: desk.chance.of(SWOT_SECTION_KEYS) });
}

function groupNote(desk: Desk): void {
  const [id, cluster] = [pick(desk, "notes"), pick(desk, "clusters")];
  if (id) desk.editor.move("notes", id, { cluster: desk.chance.in100(70) ? cluster : null });
}

function setFields(desk: Desk): void {
  const id = pick(desk, "notes");
  const { chance, editor } = desk;
  if (!id) return;
  editor.set("notes", id, {
    colour: chance.of(["paper", "butter", "rose", "sage", "sky"]),
    affected: [chance.of(WORDS), chance.of(WORDS)],
    charterArticles: [`CFR-${10 + chance.below(40)}`],
    evidence: chance.in100(50) ? "https://example.org/evidence" : null,
    position: chance.in100(50) ? { x: chance.below(4_000) - 2_000, y: chance.below(4_000) / 8 } : null,
  });
}

function translate(desk: Desk): void {
  const id = pick(desk, "notes");
  if (!id) return;
  const translation = { text: `${desk.chance.of(WORDS)}!`, status: "human" as const };
  desk.editor.set("notes", id, {
    translations: { [desk.chance.of(LANGUAGE_CODES)]: desk.chance.in100(80) ? translation : null },
  });
}

function remove(desk: Desk, collection: "notes" | "clusters"): void {
  const id = pick(desk, collection);
  if (id) desk.editor.remove(collection, id);
}

function restore(desk: Desk, collection: "notes" | "clusters"): void {
  const id = pick(desk, collection);
  if (id) desk.editor.restore(collection, id);
}
