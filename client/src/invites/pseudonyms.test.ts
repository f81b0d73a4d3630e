import { expect, test } from "vitest";
import { newPseudonym } from "./pseudonyms.ts";

test.each(["en", "it"] as const)(
  "a pseudonym in %s is two words that fit a name, seldom the same twice",
  (language) => {
    const made = Array.from({ length: 200 }, () => newPseudonym(language));
    for (const name of made) {
      expect(name).toMatch(/^\p{Lu}\p{Ll}+ \p{L}\p{Ll}+$/u);
      expect(name.length).toBeLessThanOrEqual(30);
    }
    expect(new Set(made).size).toBeGreaterThan(50);
  },
);
