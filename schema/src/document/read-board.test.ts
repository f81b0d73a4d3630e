import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { swot } from "../boards/swot/board.ts";
import { SWOT_SECTION_KEYS } from "../boards/swot/sections.ts";
import { isId, newItemId } from "../ids.ts";
import { createDocument } from "./create-document.ts";
import { editBoard } from "./edit-board.ts";
import { readBoard, readItem, readingOrder } from "./read-board.ts";

const notesOf = (doc: Y.Doc) => doc.getMap<unknown>("notes");

describe("reading", () => {
  it("gives an empty board for an empty document", () => {
    const doc = new Y.Doc();
    expect(readBoard(swot, doc)).toEqual({ meta: { kind: "swot", version: 1 }, notes: [], clusters: [] });
    createDocument(swot, doc);
    expect(readBoard(swot, doc).meta).toEqual({ kind: "swot", version: 1 });
  });

  it("sorts by section, rank and id", () => {
    const doc = new Y.Doc();
    const editor = editBoard(swot, doc, { origin: null });
    const [high, low] = [newItemId(), newItemId()].toSorted().toReversed();
    for (const [section, rank, id] of [
      ["T", "a0", newItemId()],
      ["W", "a1", high],
      ["W", "a1", low],
      ["W", "Zz", newItemId()],
      ["S", "a5", newItemId()],
    ] as const) {
      editor.add("notes", { id, section, rank, text: "x" });
    }
    const notes = readBoard(swot, doc).notes;
    expect(notes.map(({ section, rank }) => section + rank)).toEqual(["Sa5", "WZz", "Wa1", "Wa1", "Ta0"]);
    expect(notes.slice(2, 4).map(({ id }) => id)).toEqual([low, high]);
  });

  it("keeps an item in sight whatever its fields hold", () => {
    const doc = new Y.Doc();
    const id = newItemId();
    notesOf(doc).set(
      id,
      new Y.Map<unknown>([
        ["section", "X"],
        ["rank", 7],
        ["cluster", id],
      ]),
    );
    expect(readBoard(swot, doc).notes).toEqual([
      {
        id,
        text: "",
        language: "en",
        translations: {},
        section: "S",
        rank: "~",
        position: null,
        colour: "paper",
        factor: null,
        evidence: null,
        affected: [],
        charterArticles: [],
        cluster: null,
        removed: false,
      },
    ]);
  });

  it("takes nothing for an item that has no id or no fields", () => {
    const doc = new Y.Doc();
    notesOf(doc).set("n-001", new Y.Map());
    notesOf(doc).set(newItemId().toUpperCase(), new Y.Map());
    const id = newItemId();
    notesOf(doc).set(id, { text: "not shared" });
    expect(readBoard(swot, doc).notes).toEqual([]);
    expect(readItem(swot, doc, "notes", "n-001")).toBeNull();
    expect(readItem(swot, doc, "notes", id)).toBeNull();
    expect(readItem(swot, doc, "notes", newItemId())).toBeNull();
  });

  it("sees a note outside a cluster that lies in another section, until both are together", () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    const editor = editBoard(swot, here, { origin: null });
    const cluster = editor.add("clusters", { section: "S", name: "c" });
    const note = editor.add("notes", { section: "S", text: "a" });
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    // At once: one person moves the cluster away while another puts the note into it.
    editor.move("clusters", cluster, { section: "W" });
    editBoard(swot, there, { origin: null }).move("notes", note, { cluster });
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    expect(readItem(swot, here, "notes", note)).toMatchObject({ section: "S", cluster: null });
    expect(readItem(swot, here, "clusters", cluster)?.noteIds).toEqual([]);
    editor.move("clusters", cluster, { section: "S" });
    expect(readItem(swot, here, "clusters", cluster)?.noteIds).toEqual([note]);
  });
});

/** Whether a document reads as values of the declared types that any store can take, item by item as well. */
function expectToReadWell(doc: Y.Doc): void {
  const content = readBoard(swot, doc);
  const json = JSON.stringify(content);
  expect(JSON.parse(json)).toEqual(content);
  expect(json.isWellFormed() && !json.includes("\\u0000")).toBe(true);
  for (const collection of ["notes", "clusters"] as const) {
    expect([...content[collection]].sort(readingOrder(swot))).toEqual(content[collection]);
    for (const item of content[collection]) {
      expect(isId(item.id)).toBe(true);
      expect(SWOT_SECTION_KEYS).toContain(item.section);
      expect(readItem(swot, doc, collection, item.id)).toEqual(item);
    }
  }
}

/** A document as another person receives it. */
function received(doc: Y.Doc): Y.Doc {
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  return other;
}

describe("reading a document of garbage", () => {
  const key = fc.oneof(
    fc.constantFrom(
      ...Object.keys(swot.collections.notes.fields),
      "name",
      "noteIds",
      "meta",
      "__proto__",
      "it",
    ),
    fc.uuid(),
    fc.string(),
  );
  const plain = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(undefined, 10n, Number.NaN, "S", "W", "a0", true, "CFR-11", "\u0000", "\uD800"),
    fc.uint8Array(),
  );
  const shared: fc.Arbitrary<() => unknown> = fc.letrec<{ value: () => unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4, depthSize: "medium" },
      plain.map((value) => () => value),
      fc.string({ unit: "binary" }).map((value) => () => new Y.Text(value)),
      fc
        .array(fc.tuple(key, tie("value")), { maxLength: 6 })
        .map((entries) => () => new Y.Map(entries.map(([name, make]): [string, unknown] => [name, make()]))),
      fc.array(fc.string(), { maxLength: 3 }).map((values) => () => Y.Array.from(values)),
      fc.constant(() => new Y.XmlText("<b>")),
      fc.constant(() => new Y.XmlElement("p")),
      fc.constant(() => new Y.XmlHook("hook")),
    ),
  })).value;
  const entry = fc.tuple(fc.constantFrom("notes", "clusters", "meta"), key, shared);

  it("never throws, and gives values of the declared types that any store can take", () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const doc = new Y.Doc();
        for (const [root, name, make] of entries) doc.getMap(root).set(name, make());
        expectToReadWell(doc);
        expectToReadWell(received(doc));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ["text", (doc: Y.Doc) => doc.getText("notes").insert(0, "text")],
    ["a list", (doc: Y.Doc) => doc.getArray("clusters").push([1])],
    ["markup", (doc: Y.Doc) => doc.getXmlFragment("meta").push([new Y.XmlText("x")])],
  ])("never throws where a root holds %s", (_, make) => {
    expect.hasAssertions();
    const doc = new Y.Doc();
    make(doc);
    expectToReadWell(doc);
    expectToReadWell(received(doc));
  });
});
