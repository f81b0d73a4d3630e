import { describe, expect, test } from "vitest";
import { neutraliseFormula } from "./neutralise-formula.ts";

describe("a cell that a spreadsheet would run", () => {
  test.each([
    "=1+1",
    "+39 055 000",
    "-2",
    "@SUM(A1)",
    "\tx",
    "\rx",
    "\nx",
    "  =cmd|' /C calc'!A0",
    "\u00a0=1",
    "\u200b=1",
    "\ufeff=1",
    "＝1+1",
    "－1",
  ])("%j is made text", (cell) => {
    expect(neutraliseFormula(cell)).toBe(`'${cell}`);
  });

  test.each(["", "Open until 11 pm", "a=b", "1-2", " spaced", "'quoted", "È aperto", "–2 °C"])(
    "%j stays as it was written",
    (cell) => {
      expect(neutraliseFormula(cell)).toBe(cell);
    },
  );
});
