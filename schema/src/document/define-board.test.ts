import { describe, expect, it } from "vitest";
import { defineBoard, type BoardDefinition } from "./define-board.ts";
import { itemRef } from "./fields/item-ref.ts";
import { mark } from "./fields/mark.ts";
import { rank } from "./fields/rank.ts";
import { sectionRef } from "./fields/section-ref.ts";

const collection = { item: "note", fields: { rank: rank(), removed: mark() } } as const;
const board: BoardDefinition = {
  kind: "toy",
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
          steps: { item: "note", fields: { ...collection.fields, section: sectionRef(["S"]) } },
        },
      },
    ],
    [
      "a pointer to nowhere",
      {
        ...board,
        collections: { steps: { item: "note", fields: { ...collection.fields, phase: itemRef("phases") } } },
      },
    ],
  ] satisfies [string, BoardDefinition][])("with %s is refused", (_, wrong) => {
    expect(() => defineBoard(wrong)).toThrow(/^toy: /);
  });
});
