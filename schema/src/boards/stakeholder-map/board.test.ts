import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { computedOf } from "../../document/computed.ts";
import { createDocument } from "../../document/create-document.ts";
import { editBoard } from "../../document/edit-board.ts";
import { readItem } from "../../document/read-board.ts";
import { stakeholderMap } from "./board.ts";
import { quadrantOf, QUADRANTS, toInvite } from "./quadrant.ts";
import template from "./template.json" with { type: "json" };

const actor = (id: string, more: object = {}) => ({
  id,
  power: 1,
  interest: 1,
  rightsAtStake: null,
  atTable: false,
  removed: false,
  ...more,
});

describe("the quarters", () => {
  it("follow from power and interest as the template draws them", () => {
    const value = { high: 5, low: 1 };
    for (const { id, x, y } of template.structure.sections) {
      const interest = x === "high" ? value.high : value.low;
      const power = y === "high" ? value.high : value.low;
      expect(quadrantOf({ power, interest })).toBe(id);
    }
    expect(QUADRANTS).toEqual(template.structure.sections.map(({ id }) => id));
  });

  it("give the middle the benefit of the doubt, and nobody a place who is not rated", () => {
    expect(quadrantOf({ power: 3, interest: 3 })).toBe("MANAGE");
    expect(quadrantOf({ power: 2, interest: 2 })).toBe("MONITOR");
    expect(quadrantOf({ power: null, interest: 5 })).toBeNull();
    expect(quadrantOf({ power: 5, interest: null })).toBeNull();
  });

  it("are a column of every stakeholder, which no one writes", () => {
    const doc = new Y.Doc();
    createDocument(stakeholderMap, doc);
    const editor = editBoard(stakeholderMap, doc, { origin: "test" });
    const id = editor.add("actors", { actor: "Tenants’ union", power: 2, interest: 5 });
    const read = readItem(stakeholderMap, doc, "actors", id);
    if (!read) throw new Error("the stakeholder is missing");
    expect(computedOf(stakeholderMap.collections.actors, read, "2026-01-01")).toEqual({ quadrant: "INFORM" });
    // @ts-expect-error the quarter follows, nobody sets it
    expect(() => editor.set("actors", id, { quadrant: "MANAGE" })).toThrow("no field quadrant");
  });
});

it("who has much at stake and is not at the table is to be invited, the most affected and least heard first", () => {
  const found = toInvite([
    actor("powerful", { power: 5, interest: 5 }),
    actor("affected", { power: 1, rightsAtStake: 5 }),
    actor("there already", { interest: 5, atTable: true }),
    actor("little at stake", { power: 5, interest: 2 }),
    actor("gone", { interest: 5, removed: true }),
    actor("in the middle", { interest: 3 }),
  ]);
  expect(found.map(({ id }) => id)).toEqual(["affected", "powerful", "in the middle"]);
});
