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

/** Two people with the same note, each with undo of their own; what they do meets when they say so. */
function twoPeople() {
  const build = (clientId: number, update?: Uint8Array) => {
    const doc = new Y.Doc();
    doc.clientID = clientId;
    if (update) Y.applyUpdate(doc, update);
    else {
      const made = new Y.Map<unknown>([
        ["text", new Y.Text("Open late")],
        ["section", "S"],
        ["rank", "a0"],
      ]);
      doc.getMap("notes").set("n-1", made);
    }
    const undo = effectScope().run(() => useUndo({ doc, collections: ["notes"] }));
    if (!undo) throw new Error("no scope");
    const note = () => doc.getMap("notes").get("n-1") as Y.Map<unknown>;
    return {
      doc,
      undo,
      move(section: string, rank: string) {
        undo.begin("move");
        doc.transact(() => {
          note().set("section", section);
          note().set("rank", rank);
        }, undo.contentOrigin);
      },
      place: () => [note().get("section"), note().get("rank")],
    };
  };
  const heron = build(1);
  const linnet = build(2, Y.encodeStateAsUpdate(heron.doc));
  const meet = () => {
    Y.applyUpdate(linnet.doc, Y.encodeStateAsUpdate(heron.doc, Y.encodeStateVector(linnet.doc)), "net");
    Y.applyUpdate(heron.doc, Y.encodeStateAsUpdate(linnet.doc, Y.encodeStateVector(heron.doc)), "net");
  };
  return { heron, linnet, meet };
}

it.each([
  ["heron", "linnet"],
  ["linnet", "heron"],
] as const)(
  "leaves a note that two people moved at once where somebody put it: %s undoes first",
  (first, second) => {
    const people = twoPeople();
    const chosen = [
      ["S", "a0"],
      ["W", "a1"],
      ["T", "a2"],
    ];
    people.heron.move("W", "a1");
    people.linnet.move("T", "a2");
    people.meet();
    for (const who of [first, second]) {
      people[who].undo.undo();
      people.meet();
      expect(chosen).toContainEqual(people.heron.place());
      expect(people.linnet.place()).toEqual(people.heron.place());
    }
    for (const who of [second, first]) {
      people[who].undo.redo();
      people.meet();
      expect(chosen).toContainEqual(people.heron.place());
    }
  },
);

it("goes back to where another person had put the note", () => {
  const { heron, linnet, meet } = twoPeople();
  linnet.move("T", "a2");
  meet();
  heron.move("W", "a1");
  meet();
  expect(heron.undo.undo()).toEqual({ label: "move" });
  expect(heron.place()).toEqual(["T", "a2"]);
  expect(heron.undo.redo()).toEqual({ label: "move" });
  expect(heron.place()).toEqual(["W", "a1"]);
  meet();
  linnet.move("O", "a3");
  meet();
  expect(heron.undo.undo()).toBeNull();
  expect(heron.place()).toEqual(["O", "a3"]);
});
