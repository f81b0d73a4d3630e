import { focusGroup, genderBalanceSheet, newItemId, withTemplate } from "@tavolo/schema";
import { describe, expect, test } from "vitest";
import { leave } from "./leaving-items.ts";
import { reportCollections } from "./report-columns.ts";

const note = {
  id: newItemId(),
  note: "Said at the table",
  quote: "In my words",
  consent: false,
  speaker: "P3",
  theme: ["housing"],
  section: "q1",
  sensitivity: "PUBLIC",
  removed: false,
};
const line = {
  id: newItemId(),
  women: 40,
  men: 3,
  other: 0,
  age: { "Y18-29": 2, "Y30-64": 41 },
  removed: false,
};

describe("what leaves a focus group", () => {
  test("is a note without speaker and writer, and without words nobody agreed to quote", () => {
    const left = leave(focusGroup.kind, note);
    expect(left).toMatchObject({ nameless: true, content: { note: "Said at the table", quote: "" } });
    expect(left?.content).not.toHaveProperty("speaker");
    expect(leave(focusGroup.kind, { ...note, consent: true })?.content["quote"]).toBe("In my words");
  });

  test.each(["BOARD", "RESTRICTED", "SPECIAL", null])("is no note classed %s", (sensitivity) => {
    expect(leave(focusGroup.kind, { ...note, sensitivity })).toBeNull();
  });
});

describe("what leaves a gender balance sheet", () => {
  test("hides small counts and what would give them away, and says which", () => {
    const left = leave(genderBalanceSheet.kind, line);
    expect(left?.content).toMatchObject({ women: null, men: null, other: 0, age: {} });
    expect(left?.suppressed).toEqual(["women", "men", "age"]);
  });

  test("leaves large counts as they are", () => {
    const left = leave(genderBalanceSheet.kind, { ...line, men: 30, age: { "Y30-64": 70 } });
    expect(left?.content).toMatchObject({ women: 40, men: 30, age: { "Y30-64": 70 } });
    expect(left?.suppressed).toEqual([]);
  });
});

describe("the columns of a board", () => {
  test("are those that its template shows, in its words, under heads that none shares", () => {
    const { sections } = genderBalanceSheet;
    const own = withTemplate(genderBalanceSheet, {
      sections,
      columns: [
        { collection: "lines", field: "risk", shown: false },
        { collection: "lines", field: "effect", shown: true, label: { it: "Che cosa cambia" } },
      ],
    });
    const [lines] = reportCollections(own, "it");
    expect(lines?.columns.map(({ field }) => field)).not.toContain("risk");
    expect(lines?.columns.find(({ field }) => field === "effect")?.label).toBe("Che cosa cambia");
    const heads = lines?.columns.map(({ column }) => column) ?? [];
    expect(heads.slice(0, 3)).toEqual(["mission", "line", "planned"]);
    expect(new Set(heads).size).toBe(heads.length);
  });
});
