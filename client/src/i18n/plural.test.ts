import { expect, test } from "vitest";
import { pluralRule } from "./plural.ts";

test("two forms are for one and for every other count, none included", () => {
  const rule = pluralRule("en-GB");
  expect([0, 1, 2, 41].map((count) => rule(count, 2))).toEqual([1, 0, 1, 1]);
});

test("three forms have a word of their own for none", () => {
  const rule = pluralRule("it-IT");
  expect([0, 1, 2, 1_000_000].map((count) => rule(count, 3))).toEqual([0, 1, 2, 2]);
});

test("a language that counts 0 as one, as French does, still has its word for none", () => {
  const rule = pluralRule("fr-FR");
  expect([0, 1, 2].map((count) => rule(count, 3))).toEqual([0, 1, 2]);
  expect([0, 1, 2].map((count) => rule(count, 2))).toEqual([0, 0, 1]);
});
