import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { boardKinds } from "../boards/board-kinds.ts";
import { newItemId } from "../ids.ts";
import { createDocument } from "./create-document.ts";
import { currentVersion, defineBoard, type Migration } from "./define-board.ts";
import { choice } from "./fields/choice.ts";
import { mark } from "./fields/mark.ts";
import { rank } from "./fields/rank.ts";
import { text } from "./fields/text.ts";
import { migrateDocument } from "./migrate-document.ts";
import { readBoard } from "./read-board.ts";

const addState: Migration = {
  to: "AddState",
  migrate({ items }) {
    for (const [, item] of items("steps")) if (!item.has("state")) item.set("state", "planned");
  },
};
const addOwner: Migration = {
  to: "AddOwner",
  migrate({ items }) {
    for (const [, item] of items("steps"))
      if (!item.has("owner")) item.set("owner", new Y.Text("nobody yet"));
  },
};

/** A small board kind that has come a long way: steps had a text, then a state, then an owner. */
const plan = defineBoard({
  kind: "toy-plan",
  structure: { type: "canvas" },
  versions: { Initial: 1, AddState: 2, AddOwner: 3 },
  sections: [],
  collections: {
    steps: {
      item: "note",
      names: { one: { en: "step" }, many: { en: "steps" } },
      fields: {
        text: text({ maxLength: 80 }),
        state: choice(["unknown", "planned", "done"]),
        owner: text({ maxLength: 80 }),
        rank: rank(),
        removed: mark(),
      },
    },
  },
  migrations: [addState, addOwner],
});

/** A document as a version of the past wrote it. */
function documentOf(version: number | undefined, fields: readonly (readonly [string, unknown])[]): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap("meta").set("kind", plan.kind);
  if (version !== undefined) doc.getMap("meta").set("version", version);
  doc.getMap("steps").set(newItemId(), new Y.Map(fields));
  return doc;
}

describe("migrating a document", () => {
  it("runs every migration, in order, and says which", () => {
    const doc = documentOf(1, [["rank", "a0"]]);
    expect(migrateDocument(plan, doc)).toEqual(["AddState", "AddOwner"]);
    expect(readBoard(plan, doc)).toMatchObject({
      meta: { kind: "toy-plan", version: 3 },
      steps: [{ state: "planned", owner: "nobody yet", rank: "a0" }],
    });
    expect(migrateDocument(plan, doc)).toEqual([]);
  });

  it("leaves out what the document has been through", () => {
    const doc = documentOf(2, [["state", "done"]]);
    expect(migrateDocument(plan, doc)).toEqual(["AddOwner"]);
    expect(readBoard(plan, doc).steps).toMatchObject([{ state: "done", owner: "nobody yet" }]);
  });

  it("takes a document that does not say its version for one of the first", () => {
    const doc = documentOf(undefined, []);
    expect(migrateDocument(plan, doc)).toEqual(["AddState", "AddOwner"]);
  });

  it("leaves a new document and one of a newer version alone", () => {
    const doc = new Y.Doc();
    createDocument(plan, doc);
    expect(readBoard(plan, doc).meta).toEqual({ kind: "toy-plan", version: 3 });
    expect(migrateDocument(plan, doc)).toEqual([]);
    const newer = documentOf(4, []);
    expect(migrateDocument(plan, newer)).toEqual([]);
    expect(readBoard(plan, newer).meta.version).toBe(4);
  });

  it("is one transaction that says what it is", () => {
    const doc = documentOf(1, []);
    const origins: unknown[] = [];
    doc.on("update", (_update: Uint8Array, origin: unknown) => origins.push(origin));
    migrateDocument(plan, doc);
    expect(origins).toEqual(["migration"]);
  });

  it("may happen on two servers at once", () => {
    const [here, there] = [documentOf(1, []), new Y.Doc()];
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    for (const doc of [here, there]) migrateDocument(plan, doc);
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    expect(readBoard(plan, there)).toEqual(readBoard(plan, here));
    expect(readBoard(plan, here).steps).toMatchObject([{ state: "planned", owner: "nobody yet" }]);
  });
});

it("every board kind's migrations lead from the first version to the current one", () => {
  for (const board of boardKinds.values()) {
    const doc = new Y.Doc();
    doc.getMap("meta").set("version", 1);
    expect(migrateDocument(board, doc)).toEqual(Object.keys(board.versions).slice(1));
    expect(readBoard(board, doc).meta.version).toBe(currentVersion(board));
  }
});
