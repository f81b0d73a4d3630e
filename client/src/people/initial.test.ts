import { expect, test } from "vitest";
import { initialOf } from "./initial.ts";

test.each([
  ["ada", "A"],
  ["  élan", "É"],
  ["👩🏽‍🚒 Łucja", "👩🏽‍🚒"],
  ["مريم", "م"],
  ["", ""],
])("the initial of “%s” is “%s”", (name, initial) => {
  expect(initialOf(name)).toBe(initial);
});
