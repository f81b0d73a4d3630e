import * as encoding from "lib0/encoding";
import { createDocument, editBoard, swot } from "@tavolo/schema";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { forgeUpdate } from "./forge-update.ts";
import { MalformedUpdate, MAX_DELETE_RANGES, MAX_STRUCTS, readUpdate } from "./read-update.ts";

const id = Y.createID(7, 0);
const item = (content: Y.Item["content"]) =>
  new Y.Item(id, null, null, null, null, "notes" as never, "k", content);
const numbers = (...list: number[]) =>
  encoding.encode((encoder) => {
    for (const number of list) encoding.writeVarUint(encoder, number);
  });

describe("reading an update", () => {
  it("[GATE-1] finds the structs and deletes that Yjs finds", () => {
    const doc = new Y.Doc();
    createDocument(swot, doc);
    const editor = editBoard(swot, doc, { origin: null });
    const note = editor.add("notes", { text: "Aperto 😀 fino a tardi", section: "S", language: "it" });
    editor.setText("notes", note, "text", "Aperto");
    editor.set("notes", note, { position: { x: 1, y: 2 }, affected: ["young people"] });
    doc.getText("t").insertEmbed(0, { a: 1 });
    doc.getText("t").format(0, 1, { bold: true });
    doc.getMap("m").set("bytes", new Uint8Array([1]));
    doc.getMap("m").set("doc", new Y.Doc());
    doc.getMap("m").set("xml", new Y.XmlElement("p"));
    doc.getArray("a").push([1, "two", null]);
    const update = Y.encodeStateAsUpdate(doc);
    const { structs, ds } = Y.decodeUpdate(update);
    const read = readUpdate(update);
    expect(read.groups.flatMap((group) => group.structs)).toMatchObject(
      structs.map((struct) => ({
        client: struct.id.client,
        clock: struct.id.clock,
        length: struct.length,
        origin: struct instanceof Y.Item ? struct.origin : null,
        rightOrigin: struct instanceof Y.Item ? struct.rightOrigin : null,
        parent: struct instanceof Y.Item ? struct.parent : null,
        key: struct instanceof Y.Item ? struct.parentSub : null,
      })),
    );
    const ranges = [...ds.clients].flatMap(([client, list]) =>
      list.map(({ clock, len }) => ({ client, clock, length: len })),
    );
    expect(read.deletes).toEqual(ranges);
  });

  it.each<[string, Uint8Array]>([
    ["goes on behind its end", Uint8Array.of(...forgeUpdate([new Y.GC(id, 1)]), 0)],
    ["ends early", forgeUpdate([item(new Y.ContentString("abc"))]).slice(0, -3)],
    ["is written under a client id of 2^53", forgeUpdate([new Y.GC(Y.createID(2 ** 53, 0), 1)])],
    ["begins at a clock of 2^53", forgeUpdate([new Y.GC(Y.createID(7, 2 ** 53), 1)])],
    ["goes beyond 2^53 by its length", forgeUpdate([new Y.GC(Y.createID(7, 2 ** 53 - 2), 4)])],
    ["deletes beyond 2^53", forgeUpdate([], [{ client: 7, clock: 2 ** 53 - 2, length: 4 }])],
    ["holds a collected struct without length", forgeUpdate([new Y.GC(id, 0)])],
    ["holds a deleted struct without length", forgeUpdate([item(new Y.ContentDeleted(0))])],
    ["holds a text without characters", forgeUpdate([item(new Y.ContentString(""))])],
    ["holds a list without values", forgeUpdate([item(new Y.ContentAny([]))])],
    ["deletes nothing somewhere", forgeUpdate([], [{ client: 7, clock: 3, length: 0 }])],
    ["brings one client twice", numbers(2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0)],
    ["brings a client without structs", numbers(1, 0, 7, 0, 0)],
    ["claims more structs than it may hold", numbers(1, MAX_STRUCTS + 1, 7, 0)],
    ["claims more deletes than it may hold", numbers(0, 1, 7, MAX_DELETE_RANGES + 1)],
    ["holds a struct of no kind", numbers(1, 1, 7, 0, 31, 1, 1, 0)],
    ["holds an embed that is no JSON", numbers(1, 1, 7, 0, 5, 1, 1, 65, 1, 65, 0)],
    ["holds a shared type of no kind", numbers(1, 1, 7, 0, 7, 1, 1, 65, 7, 0)],
  ])("[GATE-1] refuses one that %s", (_, update) => {
    expect(() => readUpdate(update)).toThrow(MalformedUpdate);
  });

  it("[GATE-2] takes the whole of a board of ten thousand notes", () => {
    const doc = new Y.Doc();
    const editor = editBoard(swot, doc, { origin: null });
    for (let note = 0; note < 100; note++)
      editor.add("notes", { text: "Open late", section: "S", language: "en" });
    const structs = readUpdate(Y.encodeStateAsUpdate(doc)).groups[0]!.structs.length;
    expect((structs / 100) * 10_000).toBeGreaterThan(50_000);
    expect((structs / 100) * 10_000).toBeLessThan(MAX_STRUCTS / 2);
  });

  it("[GATE-3] reads over what is known of a client, and says where its structs end all the same", () => {
    const doc = new Y.Doc();
    doc.getMap("m").set("a", 1);
    doc.getText("t").insert(0, "typed");
    const update = Y.encodeStateAsUpdate(doc);
    const [{ structs, end, isWhole } = {}] = readUpdate(update, () => 3).groups;
    expect(structs).toMatchObject([{ clock: 1, length: 5, text: "typed" }]);
    expect({ end, isWhole }).toEqual({ end: 6, isWhole: false });
    expect(readUpdate(update, () => 6).groups).toMatchObject([{ structs: [], end: 6, isWhole: false }]);
    expect(readUpdate(update).groups).toMatchObject([{ end: 6, isWhole: true }]);
    // What is known is read as strictly as what is new.
    expect(() => readUpdate(update.subarray(0, -3), () => 6)).toThrow(MalformedUpdate);
  });
});
