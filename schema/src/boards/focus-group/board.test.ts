import { describe, expect, it } from "vitest";
import { isFor, SENSITIVITIES } from "../sensitivity.ts";
import { focusGroup } from "./board.ts";
import { isSpeakerCode, leaving, misplaced, themes } from "./leaving.ts";

const note = (more: object = {}) => ({
  section: "q1" as const,
  note: "The ramp is steep",
  quote: "I turn round and go home",
  consent: false,
  theme: [] as string[],
  sensitivity: "PUBLIC" as (typeof SENSITIVITIES)[number] | null,
  removed: false,
  ...more,
});

describe("what leaves a focus group", () => {
  it("is a quote only with consent, and never who said it", () => {
    const [kept] = leaving([note()], "PUBLIC");
    expect(kept).toEqual({ section: "q1", note: "The ramp is steep", quote: null, theme: [] });
    expect(leaving([note({ consent: true })], "PUBLIC")[0]?.quote).toBe("I turn round and go home");
    expect(leaving([note({ consent: true, quote: " " })], "PUBLIC")[0]?.quote).toBeNull();
    expect(kept).not.toHaveProperty("speaker");
  });

  it("is a note up to its class; what nobody has classed stays", () => {
    const notes = SENSITIVITIES.map((sensitivity) => note({ sensitivity, note: sensitivity }));
    const texts = (circle: "PUBLIC" | "PROJECT" | "BOARD" | "RESTRICTED") =>
      leaving([...notes, note({ sensitivity: null })], circle).map((left) => left.note);
    expect(texts("PUBLIC")).toEqual(["PUBLIC"]);
    expect(texts("PROJECT")).toEqual(["PUBLIC", "PROJECT"]);
    expect(texts("RESTRICTED")).toEqual(["PUBLIC", "PROJECT", "BOARD", "RESTRICTED"]);
    expect(leaving([note({ removed: true })], "PUBLIC")).toEqual([]);
  });

  it("is nothing of a special category, which does not belong on a shared board", () => {
    for (const circle of SENSITIVITIES) expect(isFor(circle, "SPECIAL")).toBe(false);
    const special = note({ sensitivity: "SPECIAL" });
    expect(misplaced([note(), special, { ...special, removed: true }])).toEqual([special]);
  });
});

it("a speaker is a code, never a name", () => {
  expect(["P1", "P12", ""].every(isSpeakerCode)).toBe(true);
  expect(["Maria", "p1", "P1234", "P1 Maria"].some(isSpeakerCode)).toBe(false);
  expect(focusGroup.collections.notes.fields.consent.initial).toBe(false);
});

it("themes are counted whatever their capitals", () => {
  const notes = [
    note({ theme: ["Access"] }),
    note({ theme: ["access", "cost"] }),
    note({ theme: ["cost"], removed: true }),
  ];
  expect(themes(notes)).toEqual([
    { theme: "Access", notes: 2 },
    { theme: "cost", notes: 1 },
  ]);
});
