import { describe, expect, it } from "vitest";
import { defineBoard, type BoardDefinition } from "./define-board.ts";
import { itemRef } from "./fields/item-ref.ts";
import { mark } from "./fields/mark.ts";
import { rank } from "./fields/rank.ts";
import { sectionRef } from "./fields/section-ref.ts";

const names = { one: { en: "step" }, many: { en: "steps" } };
const collection = { item: "note", names, fields: { rank: rank(), removed: mark() } } as const;
const board: BoardDefinition = {
  kind: "toy",
  structure: { type: "canvas" },
  versions: { Initial: 1 },
  sections: [],
  collections: { steps: collection },
  migrations: [],
};
const migration = { to: "AddOwner", migrate: () => {} };

describe("a declaration", () => {
  it("that holds together is returned as it is", () => {
    expect(defineBoard(board)).toBe(board);
  });

  it.each([
    [
      "versions without numbers in a row",
      { ...board, versions: { Initial: 1, AddOwner: 3 }, migrations: [migration] },
    ],
    ["no version at all", { ...board, versions: {} }],
    ["a version without its migration", { ...board, versions: { Initial: 1, AddOwner: 2 } }],
    ["a migration to no version", { ...board, migrations: [migration] }],
    ["a collection in the place of the document's own", { ...board, collections: { meta: collection } }],
    [
      "members that do not point back",
      {
        ...board,
        collections: { steps: { ...collection, members: { parts: { collection: "steps", field: "rank" } } } },
      },
    ],
    [
      "sections that the board does not have",
      {
        ...board,
        collections: {
          steps: { ...collection, fields: { ...collection.fields, section: sectionRef(["S"]) } },
        },
      },
    ],
    [
      "a pointer to nowhere",
      {
        ...board,
        collections: { steps: { ...collection, fields: { ...collection.fields, phase: itemRef("phases") } } },
      },
    ],
    ["a title that is no text", { ...board, collections: { steps: { ...collection, title: "rank" } } }],
    [
      "items to start with that it has no place for",
      { ...board, starts: [{ collection: "parts", fields: {} }] },
    ],
    ["a layout of items that it does not have", { ...board, structure: { type: "columns", items: "parts" } }],
    ["a matrix without axes", { ...board, structure: { type: "matrix", items: "steps" } }],
    ["columns without sections", { ...board, structure: { type: "columns", items: "steps" } }],
    [
      "a table with a column too many",
      { ...board, structure: { type: "table", items: "steps", columns: ["x"] } },
    ],
    [
      "a table that heads a column too many",
      {
        ...board,
        structure: { type: "table", items: "steps", columns: [], sectionColumns: { first: ["x"] } },
      },
    ],
    [
      "a score matrix without scores",
      {
        ...board,
        structure: {
          type: "scoreMatrix",
          items: "steps",
          side: "rank",
          rows: [],
          columns: [],
          scores: "rank",
          outcomes: "steps",
        },
      },
    ],
    [
      "a grid on what is not rated",
      { ...board, structure: { type: "grid2d", items: "steps", x: "rank", y: "rank" } },
    ],
    [
      "arrows that lead nowhere",
      {
        ...board,
        structure: { type: "graph", items: "steps", links: "steps", from: "rank", to: "rank", acyclic: true },
      },
    ],
  ] satisfies [string, BoardDefinition][])("with %s is refused", (_, wrong) => {
    expect(() => defineBoard(wrong)).toThrow(/^toy: /);
  });
});
