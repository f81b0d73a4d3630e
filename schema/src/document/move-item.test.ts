import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { swot } from "../boards/swot/board.ts";
import type { SwotSection } from "../boards/swot/sections.ts";
import { newItemId } from "../ids.ts";
import { editBoard, type BoardEditor } from "./edit-board.ts";
import { readBoard, readItem } from "./read-board.ts";

let doc: Y.Doc;
let editor: BoardEditor<typeof swot>;

beforeEach(() => {
  doc = new Y.Doc();
  editor = editBoard(swot, doc, { origin: "test" });
});

const add = (text: string, section: SwotSection = "S", cluster: string | null = null) =>
  editor.add("notes", { section, text, cluster });

/** The notes of a section as people read them. */
const notesOf = (section: SwotSection) =>
  readBoard(swot, doc)
    .notes.filter((note) => note.section === section)
    .map((note) => note.text)
    .join(" ");

const refused = (code: string) => expect.objectContaining({ code });

const raw = (id: string) => doc.getMap<Y.Map<unknown>>("notes").get(id);

describe("moving within a section", () => {
  it("puts a note before or after another, at the beginning or at the end", () => {
    const [a, b, c] = [add("a"), add("b"), add("c")];
    editor.move("notes", c, { before: b });
    expect(notesOf("S")).toBe("a c b");
    editor.move("notes", a, { after: c });
    expect(notesOf("S")).toBe("c a b");
    editor.move("notes", b, { after: null });
    expect(notesOf("S")).toBe("b c a");
    editor.move("notes", b, { before: null });
    expect(notesOf("S")).toBe("c a b");
    editor.move("notes", b, { after: c, before: a });
    expect(notesOf("S")).toBe("c b a");
    editor.move("notes", b, { after: null, before: c });
    expect(notesOf("S")).toBe("b c a");
    editor.move("notes", b, { after: a, before: null });
    expect(notesOf("S")).toBe("c a b");
  });

  it("names a neighbour that is not there, or not in that section", () => {
    const [a, b] = [add("a"), add("b", "W")];
    for (const neighbour of [newItemId(), b, a]) {
      const expected = expect.objectContaining({ code: "ITEM_NOT_FOUND", field: "after" });
      expect(() => editor.move("notes", a, { after: neighbour })).toThrow(expected);
    }
  });

  it("works among ranks that are equal or broken, and never touches another item", () => {
    const ids = ["a", "b", "c", "d"].map((text) => add(text));
    for (const [index, rank] of ["a5", "a5", "!!", undefined].entries())
      raw(ids[index] ?? "")?.set("rank", rank);
    const others = new Set<unknown>();
    doc.getMap("notes").observeDeep((events) => events.forEach((event) => others.add(event.path[0])));
    const moved = add("x");
    others.clear();
    for (const id of ids) {
      editor.move("notes", moved, { before: id });
      editor.move("notes", moved, { after: id });
    }
    expect([...others]).toEqual([moved]);
  });

  it("can bring two notes of equal rank into either order", () => {
    const [a, b] = [add("a"), add("b")];
    for (const id of [a, b]) raw(id)?.set("rank", "a5");
    editor.move("notes", a, { after: b });
    expect(notesOf("S")).toBe("b a");
    raw(a)?.set("rank", "a5");
    editor.move("notes", b, { after: a });
    expect(notesOf("S")).toBe("a b");
  });
});

describe("moving to another section", () => {
  it("puts a note at the end there, unless a place is named", () => {
    const [a, b] = [add("a"), add("b")];
    const d = add("d", "W");
    editor.move("notes", a, { section: "W" });
    expect([notesOf("S"), notesOf("W")]).toEqual(["b", "d a"]);
    editor.move("notes", b, { section: "W", before: d });
    expect(notesOf("W")).toBe("b d a");
  });

  it("leaves the cluster and the place on the canvas behind", () => {
    const cluster = editor.add("clusters", { section: "S", name: "c" });
    const id = editor.add("notes", { section: "S", text: "a", cluster, position: { x: 1, y: 1 } });
    editor.move("notes", id, { section: "W" });
    expect(readItem(swot, doc, "notes", id)).toMatchObject({ section: "W", cluster: null, position: null });
    editor.move("notes", id, { section: "S" });
    expect(readItem(swot, doc, "notes", id)?.cluster).toBeNull();
  });

  it("joins a cluster there in the same step", () => {
    const cluster = editor.add("clusters", { section: "W", name: "c" });
    const [a, b] = [add("a"), add("b")];
    editor.move("notes", a, { section: "W", cluster });
    editor.move("notes", b, { cluster });
    expect(readItem(swot, doc, "clusters", cluster)?.noteIds).toEqual([a, b]);
    expect(notesOf("W")).toBe("a b");
    editor.move("notes", a, { cluster: null });
    expect(readItem(swot, doc, "notes", a)).toMatchObject({ section: "W", cluster: null });
  });

  it("refuses a section or cluster that does not fit", () => {
    const cluster = editor.add("clusters", { section: "W", name: "c" });
    const id = add("a");
    const loose: BoardEditor = editor;
    expect(() => loose.move("notes", id, { section: "X" })).toThrow(refused("UNKNOWN_SECTION"));
    expect(() => loose.move("notes", id, { section: "O", cluster })).toThrow(refused("INVALID_VALUE"));
    expect(() => loose.move("notes", id, { cluster: newItemId() })).toThrow(refused("ITEM_NOT_FOUND"));
    expect(() => loose.move("notes", id, { cluster: "c-01" })).toThrow(refused("INVALID_VALUE"));
    expect(() => loose.move("notes", id, { colour: "sky" })).toThrow(refused("UNKNOWN_FIELD"));
    expect(notesOf("S")).toBe("a");
  });
});

describe("moving a cluster", () => {
  it("takes its notes along in their order, those in the bin too", () => {
    const cluster = editor.add("clusters", { section: "S", name: "c" });
    add("stays");
    const [a, b, c] = [add("a", "S", cluster), add("b", "S", cluster), add("c", "S", cluster)];
    add("there", "W");
    editor.move("notes", c, { before: a });
    editor.remove("notes", b);
    editor.move("clusters", cluster, { section: "W" });
    expect([notesOf("S"), notesOf("W")]).toEqual(["stays", "there c a b"]);
    expect(readItem(swot, doc, "clusters", cluster)).toMatchObject({ section: "W", noteIds: [c, a] });
    editor.restore("notes", b);
    expect(readItem(swot, doc, "clusters", cluster)?.noteIds).toEqual([c, a, b]);
  });

  it("within its section leaves the notes alone", () => {
    const first = editor.add("clusters", { section: "S", name: "1" });
    const second = editor.add("clusters", { section: "S", name: "2" });
    const before = readItem(swot, doc, "notes", add("a", "S", second));
    editor.move("clusters", second, { before: first });
    const content = readBoard(swot, doc);
    expect(content.clusters.map(({ id }) => id)).toEqual([second, first]);
    expect(content.notes).toEqual([before]);
  });
});
