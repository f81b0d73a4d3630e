import { describe, expect, test } from "vitest";
import { changedOptional, changedText, checkedOptional, checkedText } from "./checked-text.ts";

const refusal = (run: () => unknown) => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe("a text outside boards", () => {
  test("loses the blanks around it and keeps those within", () => {
    expect(checkedText("name", "  Rights in  common \n", 160)).toBe("Rights in  common");
  });

  test("has something to say and fits, counted as people count", () => {
    expect(refusal(() => checkedText("name", " \t", 160))).toMatchObject({
      code: "INVALID_VALUE",
      field: "name",
    });
    expect(checkedText("name", "👋".repeat(160), 160)).toHaveLength(320);
    expect(refusal(() => checkedText("name", "a".repeat(161), 160))).toMatchObject({
      code: "TEXT_TOO_LONG",
      field: "name",
      limit: 160,
    });
  });

  test("may be missing where that is allowed", () => {
    expect(checkedOptional("city", undefined, 160)).toBeNull();
    expect(checkedOptional("city", "  ", 160)).toBeNull();
    expect(checkedOptional("city", " Torino ", 160)).toBe("Torino");
  });
});

describe("a change of a text in several languages", () => {
  const stored = { en: "Rights", it: "Diritti" };
  const change = (input: Parameters<typeof changedText>[3]) => changedText("name", stored, "en", input, 160);

  test("touches the languages it names", () => {
    expect(change({ text: "Human rights" })).toEqual({ en: "Human rights", it: "Diritti" });
    expect(change({ translations: [{ language: "it", text: null }] })).toEqual({ en: "Rights" });
    expect(change({ translations: [{ language: "fr", text: "Droits" }] })).toEqual({
      ...stored,
      fr: "Droits",
    });
    expect(change({})).toEqual(stored);
  });

  test("never takes away its own language", () => {
    expect(refusal(() => change({ translations: [{ language: "en", text: null }] }))).toMatchObject({
      code: "INVALID_VALUE",
    });
  });

  test("of an optional one may remove it", () => {
    expect(changedOptional("place", { en: "Hall" }, "en", undefined, 160)).toEqual({ en: "Hall" });
    expect(changedOptional("place", { en: "Hall" }, "en", null, 160)).toBeNull();
    expect(changedOptional("place", null, "it", "Sala", 160)).toEqual({ it: "Sala" });
  });
});
