import { createDocument, editBoard, newItemId, rawItem, swot } from "@tavolo/schema";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { ItemLedger } from "../rooms/item-ledger.ts";
import { BoardRights } from "./board-rights.ts";
import { checkUpdate } from "./check-update.ts";
import { forgeUpdate } from "./forge-update.ts";

const ada = "ada";

/** A board with one note on the server, what a contributor’s copy of it holds, and the gate between them. */
function table() {
  const server = new Y.Doc();
  const ledger = new ItemLedger(swot, server);
  const id = newItemId();
  createDocument(swot, server);
  ledger.record(ada, null, () =>
    editBoard(swot, server, { origin: null }).add("notes", {
      id,
      text: "Open late",
      section: "S",
      language: "en",
    }),
  );
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const rights = new BoardRights(
    { board: swot, doc: server, ledger, bindings: new Map() },
    { state: "open", stateReason: null, editing: "everyone", display: "named", archived: false },
    false,
    { participantId: ada, role: "contributor", kind: "human" },
    { participantOf: () => null },
  );
  /** What the gate says of an edit of the copy. */
  const judge = (edit: (note: Y.Map<unknown>, notes: Y.Map<unknown>) => void) => {
    const before = Y.encodeStateVector(client);
    const notes = client.getMap("notes");
    const note = rawItem(client, "notes", id);
    if (!note) throw new Error("The note is gone.");
    client.transact(() => edit(note, notes));
    const update = Y.encodeStateAsUpdate(client, before);
    const verdict = checkUpdate(server, update, ada, rights);
    if (verdict.kind === "accepted") ledger.record(ada, null, () => Y.applyUpdate(server, verdict.update));
    return verdict.kind === "refused" ? verdict.refusal.code : verdict.kind;
  };
  return { client, server, judge, gate: (update: Uint8Array) => checkUpdate(server, update, ada, rights) };
}

const textOf = (note: Y.Map<unknown>): Y.Text => {
  const text = note.get("text");
  if (!(text instanceof Y.Text)) throw new Error("The note has no text.");
  return text;
};

describe("the gate, derived from the declared board", () => {
  it("[GATE-13] takes everything that the strict editor writes", () => {
    const { client, judge } = table();
    const editor = editBoard(swot, client, { origin: null });
    const cluster = newItemId();
    const id = newItemId();
    expect(
      judge(() => {
        editor.add("clusters", { id: cluster, name: "People feel welcome", section: "S", language: "en" });
        editor.add("notes", { id, text: "Aperto fino a tardi", section: "S", language: "it" });
        editor.set("notes", id, {
          translations: { en: { text: "Open late", status: "human" } },
          affected: ["young people"],
          charterArticles: ["CFR-12"],
          evidence: "https://example.org/opening-hours",
          position: { x: 12.5, y: -40 },
          colour: "sage",
        });
        editor.move("notes", id, { cluster });
        editor.remove("notes", id);
        editor.restore("notes", id);
      }),
    ).toBe("accepted");
  });

  it("takes typing, deleting and typing again within one update", () => {
    const { judge } = table();
    const long = "a".repeat(9_000);
    expect(
      judge((note) => {
        const text = textOf(note);
        text.insert(0, long);
        text.delete(0, long.length);
        text.insert(0, "Quiet");
      }),
    ).toBe("accepted");
  });

  it.each<[string, (note: Y.Map<unknown>, notes: Y.Map<unknown>) => void]>([
    ["a field that the kind does not declare", (note) => note.set("author", "somebody else")],
    ["a value of another type", (note) => note.set("removed", "yes")],
    ["a shared type in place of a value", (note) => note.set("colour", new Y.Text("paper"))],
    ["a value in place of the text", (note) => note.set("text", "plain")],
    ["a new text in place of the one that stands", (note) => note.set("text", new Y.Text("mine alone"))],
    ["a new map in place of the one that stands", (note) => note.set("translations", new Y.Map())],
    ["the text taken away", (note) => note.delete("text")],
    ["formatting", (note) => textOf(note).format(0, 4, { bold: true })],
    ["a picture in the text", (note) => textOf(note).insertEmbed(0, { image: "https://example.org/x.png" })],
    ["a type in the text", (note) => textOf(note).insertEmbed(0, new Y.Map())],
    ["an attribute of the text", (note) => textOf(note).setAttribute("lang", "it")],
    ["bytes", (note) => note.set("evidence", new Uint8Array([1, 2]))],
    ["a document within", (note) => note.set("evidence", new Y.Doc())],
    ["a link that is script", (note) => note.set("evidence", "javascript:alert(1)")],
    ["a text of another kind of page", (_note, notes) => notes.set(newItemId(), new Y.XmlText("x"))],
    ["an item under a name that is no id", (_note, notes) => notes.set("first", new Y.Map())],
    ["a text beyond all that honest people add up to", (note) => textOf(note).insert(0, "a".repeat(9_000))],
  ])("[GATE-8] refuses %s", (_name, edit) => {
    const { judge } = table();
    expect(judge(edit)).toBe("CONTENT_REFUSED");
  });

  it("[GATE-10] refuses what a text grows to in small steps", () => {
    const { judge } = table();
    const steps = Array.from({ length: 12 }, () => judge((note) => textOf(note).insert(0, "a".repeat(500))));
    expect(new Set(steps.slice(0, 10))).toEqual(new Set(["accepted"]));
    expect(steps.at(-1)).toBe("CONTENT_REFUSED");
  });

  it("[GATE-9] refuses a text put aside by what claims to be deleted already", () => {
    const { server, gate } = table();
    const [note] = server.getMap<Y.Map<unknown>>("notes").values();
    const text = note!._map.get("text")!;
    const forged = (content: Y.ContentDeleted | Y.ContentAny) =>
      gate(forgeUpdate([new Y.Item(Y.createID(7, 0), null, text.id, null, null, null, null, content)]));
    expect(forged(new Y.ContentDeleted(1))).toMatchObject({ refusal: { code: "CONTENT_REFUSED" } });
    expect(forged(new Y.ContentAny(["mine"]))).toMatchObject({ refusal: { code: "CONTENT_REFUSED" } });
  });

  it("[GATE-11] does not keep a delete for what its owner has yet to write", () => {
    const { client, server, gate } = table();
    const victim = new Y.Doc();
    Y.applyUpdate(victim, Y.encodeStateAsUpdate(server));
    const before = Y.encodeStateVector(victim);
    victim.getMap("notes").set(newItemId(), new Y.Map());
    const theirs = Y.encodeStateAsUpdate(victim, before);
    // Deletes what the other one has written and the server does not know yet.
    Y.applyUpdate(client, theirs);
    const known = Y.encodeStateVector(client);
    client.transact(() => client.getMap("notes").clear());
    expect(gate(Y.encodeStateAsUpdate(client, known)).kind).toBe("incomplete");
  });
});
