import { boardKinds } from "@tavolo/schema";
import { describe, expect, it } from "vitest";
import { planPaste } from "./plan-paste.ts";

const definition = boardKinds.get("monitoring_tool")!;
const collection = definition.collections["indicators"]!;
const allColumns = definition.structure.type === "table" ? definition.structure.columns : [];
const around = { language: "en", currency: "EUR", organisations: [], provision: () => null } as const;
const plan = (text: string, rows: readonly string[] = [], columns = ["code", "title", "baseline"]) =>
  planPaste({ text, definition, collection, allColumns, columns, rows, around });

describe("what is pasted into a grid", () => {
  it("goes to the right and down from where it begins, and adds rows where there are no more", () => {
    expect(plan("A-1\tFirst\t12\nA-2\tSecond\t13\n", ["one"])).toEqual([
      { line: 1, row: "one", values: { code: "A-1", title: "First", baseline: 12 }, bad: [] },
      { line: 2, row: null, values: { code: "A-2", title: "Second", baseline: 13 }, bad: [] },
    ]);
  });

  it("goes where its first line says, by label, in any order and language", () => {
    expect(plan("Indicatore\tCode\nFirst\tA-1", ["one"])).toEqual([
      { line: 1, row: null, values: { title: "First", code: "A-1" }, bad: [] },
    ]);
  });

  it("names every cell that it cannot take, and takes the others", () => {
    const [row] = plan("A-1\tFirst\ta lot\tmore", ["one"]);
    expect(row).toEqual({
      line: 1,
      row: "one",
      values: { code: "A-1", title: "First" },
      bad: [
        { line: 1, row: "one", column: "baseline", text: "a lot", fault: "NOT_A_NUMBER" },
        { line: 1, row: "one", column: null, text: "more", fault: "NO_COLUMN" },
      ],
    });
  });

  it("does not write what is decided", () => {
    expect(plan("AGREED", ["one"], ["status"])[0]?.bad[0]?.fault).toBe("DECIDED");
  });

  it("keeps lines within a cell, and empties a cell that comes empty", () => {
    expect(plan('A-1\t"two\nlines"\t', ["one"])[0]?.values).toEqual({
      code: "A-1",
      title: "two\nlines",
      baseline: null,
    });
  });
});
