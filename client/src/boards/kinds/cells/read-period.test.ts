import { expect, test } from "vitest";
import { readPeriod } from "./read-period.ts";

test.each([
  ["2024", "2024"],
  ["2024-q2", "2024-Q2"],
  ["Q2 2024", "2024-Q2"],
  ["h1/2024", "2024-H1"],
  ["5/2024", "2024-05"],
  ["2024-5", "2024-05"],
  ["2024-05-31", "2024-05-31"],
])("%s is %s", (text, period) => {
  expect(readPeriod(text)).toBe(period);
});

test("what is no period comes back as it was written", () => {
  expect(["next year", "2024-Q7", "13/2024"].map(readPeriod)).toEqual(["next year", "2024-Q7", "13/2024"]);
});
