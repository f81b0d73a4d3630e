import { expect, test } from "vitest";
import { mostOpenDisplay } from "./consent.ts";

test("one board that shows names decides what a person agrees to", () => {
  expect(mostOpenDisplay([{ display: "ANONYMOUS" }, { display: "NAMED" }, { display: "GROUP" }])).toBe(
    "NAMED",
  );
  expect(mostOpenDisplay([{ display: "ANONYMOUS" }, { display: "GROUP" }])).toBe("GROUP");
  expect(mostOpenDisplay([{ display: "ANONYMOUS" }])).toBe("ANONYMOUS");
});

test("without a board nothing is promised about one", () => {
  expect(mostOpenDisplay([])).toBeNull();
});
