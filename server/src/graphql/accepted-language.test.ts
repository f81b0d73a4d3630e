import { expect, it } from "vitest";
import { acceptedLanguage } from "./accepted-language.ts";

it.each([
  ["it-IT,it;q=0.9,en;q=0.8", "it"],
  ["xx, en;q=0.5, it;q=0.7", "it"],
  ["en;q=0, it;q=0.1", "it"],
  ["*", null],
  ["", null],
  [undefined, null],
])("Accept-Language %j asks for %j", (header, expected) => {
  expect(acceptedLanguage(header)).toBe(expected);
});
