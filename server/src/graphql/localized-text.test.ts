import { describe, expect, test } from "vitest";
import { localise, textsOf } from "./localized-text.ts";

describe("a text in several languages", () => {
  const stored = { en: "Strengths", it: "Punti di forza", fr: "Forces" };

  test("is told in the language asked for, else the reader’s, else its own, else any", () => {
    expect(localise(stored, "fr", { language: "it" }, "en")).toBe("Forces");
    expect(localise(stored, "pl", { language: "it" }, "en")).toBe("Punti di forza");
    expect(localise(stored, null, { language: null }, "en")).toBe("Strengths");
    expect(localise({ it: "Solo italiano" }, "en", { language: "fr" }, "pl")).toBe("Solo italiano");
    expect(localise({}, "en", { language: null })).toBe("");
  });

  test("is listed by language", () => {
    expect(textsOf({ it: "Ciao" })).toEqual([{ language: "it", text: "Ciao" }]);
  });
});
