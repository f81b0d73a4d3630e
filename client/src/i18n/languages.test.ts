import { expect, test } from "vitest";
import { preferredLanguage } from "./languages.ts";

test("the first language of the browser that the interface speaks is taken", () => {
  expect(preferredLanguage(["sl-SI", "it-CH", "en"])).toBe("it");
  expect(preferredLanguage(["en-US", "it"])).toBe("en");
});

test("somebody whose languages the interface does not speak reads English", () => {
  expect(preferredLanguage(["hu", "ro-RO"])).toBe("en");
  expect(preferredLanguage([])).toBe("en");
});
