import { expect, test } from "vitest";
import { readNumber } from "./read-number.ts";

test.each([
  ["1250", "en-GB", 1_250],
  ["1,250", "en-GB", 1_250],
  ["1,250.5", "en-GB", 1_250.5],
  ["12,5", "en-GB", 12.5],
  ["1.250", "it-IT", 1_250],
  ["1.250,5", "it-IT", 1_250.5],
  ["12,5", "it-IT", 12.5],
  ["12.5", "it-IT", 12.5],
  ["1 250 000", "it-IT", 1_250_000],
  ["–3", "en-GB", -3],
])("%s in %s is %d", (text, locale, number) => {
  expect(readNumber(text, locale)).toBe(number);
});

test.each(["", "-", "many", "1,2,3", "12 %", "1.2.3"])("“%s” is no number", (text) => {
  expect(readNumber(text, "en-GB")).toBeNaN();
});
