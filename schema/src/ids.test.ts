import { describe, expect, it } from "vitest";
import { isId, newId, newItemId } from "./ids.ts";

describe("ids", () => {
  it("of items tell nothing about their time", () => {
    expect(newItemId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
  });

  it("of rows are in the order of their making", () => {
    const ids = Array.from({ length: 50 }, newId);
    expect(ids.toSorted()).toEqual(ids);
  });

  it("have one spelling", () => {
    expect(isId(newItemId())).toBe(true);
    expect(isId(newItemId().toUpperCase())).toBe(false);
    for (const other of [null, 7, "", "n-001", "__proto__"]) expect(isId(other)).toBe(false);
  });
});
