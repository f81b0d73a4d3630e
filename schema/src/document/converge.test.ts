import * as fc from "fast-check";
import { expect, it } from "vitest";
import * as Y from "yjs";
import { swot } from "../boards/swot/board.ts";
import { SWOT_SECTION_KEYS } from "../boards/swot/sections.ts";
import { createDocument } from "./create-document.ts";
import { editBoard, type BoardEditor } from "./edit-board.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { readBoard, readItem } from "./read-board.ts";

/** One act of one person; items are picked by number out of those the person sees at that moment. */
type Act = (editor: BoardEditor<typeof swot>, doc: Y.Doc) => void;

const pick = fc.nat({ max: 30 });
const section = fc.constantFrom(...SWOT_SECTION_KEYS);
const words = fc.string({ unit: fc.constantFrom("a", "b", " ", "😀"), minLength: 1, maxLength: 12 });

const nth = (doc: Y.Doc, collection: "notes" | "clusters", number: number): string | null => {
  const ids = [...doc.getMap(collection).keys()].sort();
  return ids[number % (ids.length || 1)] ?? null;
};

/** An act on the note of that number, if there is one. */
const onNote = (
  number: number,
  act: (editor: BoardEditor<typeof swot>, id: string, doc: Y.Doc) => void,
): Act => {
  return (editor, doc) => {
    const id = nth(doc, "notes", number);
    if (id) act(editor, id, doc);
  };
};

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.tuple(section, words).map(
    ([to, text]): Act =>
      (editor) =>
        editor.add("notes", { section: to, text }),
  ),
  fc.tuple(section, words).map(
    ([to, name]): Act =>
      (editor) =>
        editor.add("clusters", { section: to, name }),
  ),
  fc
    .tuple(pick, words)
    .map(([n, text]) => onNote(n, (editor, id) => editor.setText("notes", id, "text", text))),
  fc.tuple(pick, words, fc.constantFrom("it", "de"), fc.boolean()).map(([n, text, code, keep]) =>
    onNote(n, (editor, id) =>
      editor.set("notes", id, {
        translations: { [code]: keep ? { text, status: "human" } : null },
        affected: [text],
      }),
    ),
  ),
  fc
    .tuple(pick, section)
    .map(([n, to]) => onNote(n, (editor, id) => editor.move("notes", id, { section: to }))),
  fc.tuple(pick, pick).map(([n, m]) =>
    onNote(n, (editor, id, doc) => {
      const neighbour = nth(doc, "notes", m);
      const there = neighbour && readItem(swot, doc, "notes", neighbour)?.section;
      if (there && neighbour !== id) editor.move("notes", id, { section: there, before: neighbour });
    }),
  ),
  fc
    .tuple(pick, pick)
    .map(([n, m]) =>
      onNote(n, (editor, id, doc) => editor.move("notes", id, { cluster: nth(doc, "clusters", m) })),
    ),
  fc.tuple(pick, section).map(([n, to]): Act => (editor, doc) => {
    const id = nth(doc, "clusters", n);
    if (id) editor.move("clusters", id, { section: to });
  }),
  fc
    .tuple(pick, fc.boolean(), fc.constantFrom("notes", "clusters"))
    .map(([n, away, collection]): Act => (editor, doc) => {
      const id = nth(doc, collection, n);
      if (id) editor[away ? "remove" : "restore"](collection, id);
    }),
);

/** People act; now and then one of them receives what another has (from whom, and when, is up to chance). */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ by: fc.nat({ max: 2 }), act }) },
  { weight: 1, arbitrary: fc.record({ by: fc.nat({ max: 2 }), from: fc.nat({ max: 2 }) }) },
);

it("three people who edit at once, and exchange their edits in any order, end with the same board", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const origin = new Y.Doc();
      createDocument(swot, origin);
      const people = [1, 2, 3].map((clientId) => {
        const doc = new Y.Doc();
        doc.clientID = clientId;
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin));
        return { doc, editor: editBoard(swot, doc, { origin: "edit" }) };
      });
      const receive = (to: number, from: number) => {
        const [here, there] = [people[to]?.doc, people[from]?.doc];
        if (here && there) Y.applyUpdate(here, Y.encodeStateAsUpdate(there, Y.encodeStateVector(here)));
      };
      for (const each of steps) {
        if ("from" in each) {
          receive(each.by, each.from);
          continue;
        }
        const person = people[each.by];
        try {
          if (person) each.act(person.editor, person.doc);
        } catch (error) {
          // Refused (an empty text, a removed cluster): chance may try it, nothing was written.
          if (!(error instanceof InvalidEdit)) throw error;
        }
      }
      for (const [to, from] of [
        [0, 1],
        [0, 2],
        [1, 0],
        [2, 1],
        [2, 0],
      ] as const)
        receive(to, from);

      const boards = people.map(({ doc }) => readBoard(swot, doc));
      expect(boards[1]).toEqual(boards[0]);
      expect(boards[2]).toEqual(boards[0]);
      for (const { id } of boards[0]?.notes ?? []) {
        const clusters = boards[0]?.clusters.filter((cluster) => cluster.noteIds.includes(id)) ?? [];
        expect(clusters.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 300 },
  );
});
