import { expect, it } from "vitest";
import { effectScope } from "vue";
import * as Y from "yjs";
import { useUndo } from "./use-undo.ts";

function table() {
  const doc = new Y.Doc();
  const note = new Y.Map<unknown>([
    ["text", new Y.Text("Open late")],
    ["section", "S"],
    ["removed", false],
  ]);
  doc.getMap("notes").set("n-1", note);
  const scope = effectScope();
  const undo = scope.run(() => useUndo({ doc, collections: ["notes"] }));
  if (!undo) throw new Error("no scope");
  const text = note.get("text") as Y.Text;
  const write = (label: string, change: () => void) => {
    undo.begin(label);
    doc.transact(change, undo.contentOrigin);
  };
  return { doc, note, text, undo, write };
}

it("takes back own text and own values, the last first, and does them again", () => {
  const { note, text, undo, write } = table();
  write("text", () => text.insert(9, " every day"));
  write("move", () => note.set("section", "W"));
  expect(undo.undo()).toEqual({ label: "move" });
  expect(note.get("section")).toBe("S");
  expect(undo.undo()).toEqual({ label: "text" });
  expect(text.toString()).toBe("Open late");
  expect(undo.undo()).toBeNull();
  undo.redo();
  undo.redo();
  expect(text.toString()).toBe("Open late every day");
  expect(note.get("section")).toBe("W");
});

it("leaves what others wrote in the same note", () => {
  const { doc, text, undo, write } = table();
  write("text", () => text.insert(9, " every day"));
  doc.transact(() => text.insert(0, "It is "), "somebody else");
  undo.undo();
  expect(text.toString()).toBe("It is Open late");
});

it("reverses items that came or went by a command, in order with the rest", () => {
  const { note, text, undo, write } = table();
  write("text", () => text.insert(9, "!"));
  note.set("removed", true);
  undo.did("remove", { undo: () => note.set("removed", false), redo: () => note.set("removed", true) });
  expect(undo.undo()).toEqual({ label: "remove" });
  expect(note.get("removed")).toBe(false);
  expect(text.toString()).toBe("Open late!");
  undo.undo();
  expect(text.toString()).toBe("Open late");
  undo.redo();
  undo.redo();
  expect(note.get("removed")).toBe(true);
  expect(text.toString()).toBe("Open late!");
});

it("passes over an act that somebody else has overwritten", () => {
  const { doc, note, undo, write } = table();
  write("move", () => note.set("section", "W"));
  write("move again", () => note.set("section", "O"));
  doc.transact(() => note.set("section", "T"), "somebody else");
  expect(undo.undo()).toBeNull();
  expect(note.get("section")).toBe("T");
});

it("forgets what was undone once something new is done", () => {
  const { note, text, undo, write } = table();
  write("text", () => text.insert(0, "a"));
  undo.undo();
  write("move", () => note.set("section", "W"));
  expect(undo.canRedo.value).toBe(false);
});

it("takes back together what was one act", () => {
  const { note, undo, write } = table();
  let made = true;
  undo.together("group", () => {
    undo.did("made", { undo: () => (made = false), redo: () => (made = true) });
    write("moved", () => note.set("section", "W"));
  });
  expect(undo.undo()).toEqual({ label: "group" });
  expect([made, note.get("section")]).toEqual([false, "S"]);
  undo.redo();
  expect([made, note.get("section")]).toEqual([true, "W"]);
});
