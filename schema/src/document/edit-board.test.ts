import { beforeEach, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { swot } from "../boards/swot/board.ts";
import { newItemId } from "../ids.ts";
import { createDocument } from "./create-document.ts";
import { editBoard, type BoardEditor } from "./edit-board.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { readBoard, readItem } from "./read-board.ts";

let doc: Y.Doc;
let editor: BoardEditor<typeof swot>;
/** The same editor as callers have it who pass on what came over the network. */
let loose: BoardEditor;

beforeEach(() => {
  doc = new Y.Doc();
  createDocument(swot, doc);
  editor = editBoard(swot, doc, { origin: "test" });
  loose = editor;
});

const note = (id: string) => readItem(swot, doc, "notes", id);

/** Makes an edit that must be refused in a sentence, and shows that it wrote nothing. */
function refused(edit: () => unknown): unknown {
  const before = Y.encodeStateAsUpdate(doc);
  const error = errorOf(edit);
  expect(error).toBeInstanceOf(InvalidEdit);
  expect(error).toHaveProperty("message", expect.stringMatching(/^\w.*\.$/));
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  return error;
}

function errorOf(edit: () => unknown): unknown {
  try {
    edit();
  } catch (error) {
    return error;
  }
  return null;
}

/** The updates and origins of what an edit writes. */
function transactions(edit: () => void): unknown[] {
  const origins: unknown[] = [];
  const listen = (_update: Uint8Array, origin: unknown) => origins.push(origin);
  doc.on("update", listen);
  edit();
  doc.off("update", listen);
  return origins;
}

describe("adding", () => {
  it("gives a note every field, the end of its section, and nothing about its author", () => {
    const first = editor.add("notes", { section: "W", text: "Closed on Mondays" });
    const id = editor.add("notes", {
      section: "W",
      text: "Nobody answers the phone",
      language: "it",
      translations: { en: { text: "x", status: "machine" } },
      charterArticles: ["CFR-41"],
      factor: "F-GOV",
      evidence: "https://example.org/minutes",
      affected: ["elders"],
      colour: "rose",
      position: { x: 1, y: 2 },
    });
    expect(note(id)).toEqual({
      id,
      text: "Nobody answers the phone",
      language: "it",
      translations: { en: { text: "x", status: "machine" } },
      section: "W",
      rank: expect.any(String),
      position: { x: 1, y: 2 },
      colour: "rose",
      factor: "F-GOV",
      evidence: "https://example.org/minutes",
      affected: ["elders"],
      charterArticles: ["CFR-41"],
      cluster: null,
      removed: false,
    });
    expect(readBoard(swot, doc).notes.map((each) => each.id)).toEqual([first, id]);
  });

  it("keeps an id that is given, and takes it once", () => {
    const id = newItemId();
    expect(editor.add("notes", { id, section: "S", text: "a" })).toBe(id);
    expect(refused(() => editor.add("notes", { id, section: "S", text: "b" }))).toMatchObject({
      field: "id",
    });
    expect(refused(() => editor.add("notes", { id: "n-001", section: "S", text: "b" }))).toMatchObject({
      field: "id",
    });
  });

  it("puts a note into a cluster of its own section only", () => {
    const cluster = editor.add("clusters", { section: "S", name: "" });
    expect(note(editor.add("notes", { section: "S", text: "a", cluster }))?.cluster).toBe(cluster);
    expect(refused(() => editor.add("notes", { section: "W", text: "a", cluster }))).toMatchObject({
      code: "INVALID_VALUE",
    });
    const missing = newItemId();
    expect(refused(() => editor.add("notes", { section: "S", text: "a", cluster: missing }))).toMatchObject({
      code: "ITEM_NOT_FOUND",
      field: "cluster",
    });
    editor.remove("clusters", cluster);
    expect(refused(() => editor.add("notes", { section: "S", text: "a", cluster }))).toMatchObject({
      code: "INVALID_VALUE",
    });
  });

  it("refuses what the declaration does not know", () => {
    expect(refused(() => loose.add("notes", { section: "X", text: "a" }))).toMatchObject({
      code: "UNKNOWN_SECTION",
    });
    expect(refused(() => loose.add("notes", { text: "a" }))).toMatchObject({ code: "UNKNOWN_SECTION" });
    expect(refused(() => loose.add("notes", { section: "S" }))).toMatchObject({
      code: "INVALID_VALUE",
      field: "text",
    });
    expect(refused(() => loose.add("notes", { section: "S", text: "a", author: "me" }))).toMatchObject({
      code: "UNKNOWN_FIELD",
    });
    expect(refused(() => loose.add("notes", { section: "S", text: "a", constructor: 1 }))).toMatchObject({
      code: "UNKNOWN_FIELD",
    });
    expect(refused(() => loose.add("notes", { section: "S", text: "a", removed: true }))).toMatchObject({
      code: "INVALID_VALUE",
    });
    expect(refused(() => loose.add("votes", {}))).toMatchObject({ code: "UNKNOWN_FIELD" });
    expect(refused(() => loose.add("constructor", {}))).toMatchObject({ code: "UNKNOWN_FIELD" });
  });

  it("keeps to the length of a note and of a cluster's name", () => {
    expect(refused(() => editor.add("notes", { section: "S", text: "a".repeat(281) }))).toMatchObject({
      code: "TEXT_TOO_LONG",
      field: "text",
      limit: 280,
    });
    expect(refused(() => editor.add("clusters", { section: "S", name: "a".repeat(161) }))).toMatchObject({
      limit: 160,
    });
  });
});

describe("setting fields", () => {
  it("changes what is named and leaves the rest", () => {
    const id = editor.add("notes", { section: "S", text: "a", colour: "sky", factor: "F-NET" });
    editor.set("notes", id, { colour: "rose", evidence: undefined });
    expect(note(id)).toMatchObject({ colour: "rose", factor: "F-NET", text: "a", evidence: null });
  });

  it("merges translations by language", () => {
    const id = editor.add("notes", {
      section: "S",
      text: "a",
      translations: { it: { text: "b", status: "machine" }, de: { text: "c", status: "human" } },
    });
    editor.set("notes", id, { translations: { it: { text: "d", status: "human" }, de: null } });
    expect(note(id)?.translations).toEqual({ it: { text: "d", status: "human" } });
  });

  it("is all or nothing", () => {
    const id = editor.add("notes", { section: "S", text: "a" });
    const wrong = { colour: "sky", evidence: "javascript:alert(1)" } as const;
    expect(refused(() => editor.set("notes", id, wrong))).toMatchObject({ field: "evidence" });
  });

  it("leaves to their own operations what has one", () => {
    const id = editor.add("notes", { section: "S", text: "a" });
    for (const fields of [
      { text: "b" },
      { section: "W" },
      { rank: "a5" },
      { cluster: null },
      { removed: true },
    ]) {
      expect(refused(() => loose.set("notes", id, fields))).toMatchObject({ code: "INVALID_VALUE" });
    }
  });

  it("writes nothing when nothing changes", () => {
    const id = editor.add("notes", { section: "S", text: "a", affected: ["x"], position: { x: 1, y: 1 } });
    expect(
      transactions(() => {
        editor.set("notes", id, {
          affected: ["x"],
          position: { x: 1, y: 1 },
          factor: null,
          translations: { it: null },
        });
        editor.setText("notes", id, "text", "a");
        editor.move("notes", id, {});
        editor.restore("notes", id);
      }),
    ).toEqual([]);
  });

  it("names an item that is not there", () => {
    for (const id of [newItemId(), "n-001", "__proto__"]) {
      expect(refused(() => editor.set("notes", id, {}))).toMatchObject({
        code: "ITEM_NOT_FOUND",
        field: "id",
      });
      expect(refused(() => editor.remove("notes", id))).toMatchObject({ code: "ITEM_NOT_FOUND" });
      expect(refused(() => editor.move("notes", id, {}))).toMatchObject({ code: "ITEM_NOT_FOUND" });
      expect(refused(() => editor.setText("notes", id, "text", "a"))).toMatchObject({
        code: "ITEM_NOT_FOUND",
      });
    }
  });
});

describe("setting a text", () => {
  it("changes the live text where it differs", () => {
    const id = editor.add("notes", { section: "S", text: "Open until ten" });
    const live = doc.getMap<Y.Map<Y.Text>>("notes").get(id)?.get("text");
    editor.setText("notes", id, "text", "Open until eleven");
    expect(note(id)?.text).toBe("Open until eleven");
    expect(doc.getMap<Y.Map<Y.Text>>("notes").get(id)?.get("text")).toBe(live);
  });

  it("refuses an empty note, a long one, and a field that is no text", () => {
    const id = editor.add("notes", { section: "S", text: "a" });
    expect(refused(() => editor.setText("notes", id, "text", "  "))).toMatchObject({ code: "INVALID_VALUE" });
    expect(refused(() => editor.setText("notes", id, "text", "a".repeat(281)))).toMatchObject({
      code: "TEXT_TOO_LONG",
    });
    expect(refused(() => loose.setText("notes", id, "colour", "sky"))).toMatchObject({
      code: "INVALID_VALUE",
    });
    expect(refused(() => loose.setText("notes", id, "title", "sky"))).toMatchObject({
      code: "UNKNOWN_FIELD",
    });
  });

  it("makes a text where an item has lost its own", () => {
    const id = editor.add("clusters", { section: "S", name: "a" });
    doc.getMap<Y.Map<unknown>>("clusters").get(id)?.delete("name");
    expect(readItem(swot, doc, "clusters", id)?.name).toBe("");
    editor.setText("clusters", id, "name", "People feel at home");
    expect(readItem(swot, doc, "clusters", id)?.name).toBe("People feel at home");
  });
});

describe("the bin", () => {
  it("takes an item and gives it back with its cluster", () => {
    const cluster = editor.add("clusters", { section: "S", name: "c" });
    const id = editor.add("notes", { section: "S", text: "a", cluster });
    editor.remove("notes", id);
    expect(note(id)).toMatchObject({ removed: true, text: "a" });
    expect(readItem(swot, doc, "clusters", cluster)?.noteIds).toEqual([]);
    editor.restore("notes", id);
    expect(note(id)).toMatchObject({ removed: false, cluster });
    expect(readItem(swot, doc, "clusters", cluster)?.noteIds).toEqual([id]);
  });

  it("lets go of a removed cluster's notes until it is restored", () => {
    const cluster = editor.add("clusters", { section: "S", name: "c" });
    const id = editor.add("notes", { section: "S", text: "a", cluster });
    editor.remove("clusters", cluster);
    expect(note(id)?.cluster).toBeNull();
    editor.restore("clusters", cluster);
    expect(note(id)?.cluster).toBe(cluster);
  });
});

it("each edit is one transaction with the editor's origin", () => {
  const cluster = editor.add("clusters", { section: "S", name: "c" });
  const id = editor.add("notes", { section: "S", text: "a", cluster });
  const edits = [
    () => editor.add("notes", { section: "S", text: "b" }),
    () =>
      editor.set("notes", id, {
        colour: "sky",
        factor: "F-NET",
        translations: { it: { text: "b", status: "human" } },
      }),
    () => editor.setText("notes", id, "text", "another"),
    () => editor.move("clusters", cluster, { section: "T" }),
    () => editor.remove("notes", id),
    () => editor.restore("notes", id),
  ];
  for (const edit of edits) expect(transactions(edit)).toEqual(["test"]);
});

describe("changing several fields at once", () => {
  it("writes texts, values, pointers and entries in one step, and empties what is null", () => {
    const cluster = editor.add("clusters", { section: "W", name: "Doors" });
    const id = editor.add("notes", {
      section: "S",
      text: "Open late",
      affected: ["young people"],
      translations: { en: { text: "x", status: "human" }, de: { text: "y", status: "human" } },
    });
    const steps = transactions(() =>
      editor.change("notes", id, {
        text: "Open very late",
        colour: "sage",
        cluster,
        affected: null,
        translations: { de: null, fr: { text: "z", status: "machine" } },
      }),
    );
    expect(steps).toEqual(["test"]);
    expect(note(id)).toMatchObject({
      text: "Open very late",
      colour: "sage",
      cluster,
      section: "W",
      affected: [],
      translations: { en: { text: "x" }, fr: { text: "z" } },
    });
    editor.change("notes", id, { translations: null, cluster: null, colour: null });
    expect(note(id)).toMatchObject({ translations: {}, cluster: null, colour: "paper" });
  });

  it("writes nothing where one of them is refused", () => {
    const id = editor.add("notes", { section: "S", text: "Open late" });
    const change = (fields: object) =>
      errorCodeOf(() => editor.change("notes", id, { colour: "sage", ...fields }));
    expect(change({ cluster: newItemId() })).toBe("ITEM_NOT_FOUND");
    expect(change({ text: "x".repeat(5_000) })).toBe("TEXT_TOO_LONG");
    expect(change({ section: "W" })).toBe("INVALID_VALUE");
    expect(change({ removed: true })).toBe("INVALID_VALUE");
    expect(change({ author: "me" })).toBe("UNKNOWN_FIELD");
    expect(note(id)).toMatchObject({ text: "Open late", colour: "paper", section: "S" });
  });

  const errorCodeOf = (edit: () => unknown) => (refused(edit) as InvalidEdit).code;
});
