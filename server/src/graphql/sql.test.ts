import { describe, expect, test } from "vitest";
import { allOf, anyOf, isOneOf, sql } from "./sql.ts";

describe("a piece of SQL", () => {
  test("keeps values apart from the statement, in order, through pieces within pieces", () => {
    const inner = sql`rank > ${"a0'; drop table board"}`;
    expect(sql`section = ${"S"} and (${inner}) and removed = ${false}`).toEqual({
      text: "section = ? and (rank > ?) and removed = ?",
      values: ["S", "a0'; drop table board", false],
    });
  });

  test("of no conditions is always true for all, never for any", () => {
    expect(allOf([]).text).toBe("true");
    expect(anyOf([]).text).toBe("false");
    expect(anyOf([isOneOf("id", []), isOneOf("project", ["p"])])).toEqual({
      text: "(false) or (project in (?))",
      values: [["p"]],
    });
    expect(allOf([sql`a = ${1}`, sql`b = ${2}`])).toEqual({ text: "(a = ?) and (b = ?)", values: [1, 2] });
  });
});
