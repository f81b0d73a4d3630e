import { genderBalanceSheet, monitoringTool, theoryOfChange } from "@tavolo/schema";
import { expect, test } from "vitest";
import { cardGroups } from "./card-groups.ts";

test("a card asks what the template asks first, in the order of its columns", () => {
  const { asked, links, more } = cardGroups(genderBalanceSheet, "lines");
  expect(asked.slice(0, 4)).toEqual(["mission", "planned", "spent", "genderClass"]);
  expect(asked.at(-1)).toBe("commitment");
  expect([links, more]).toEqual([[], []]);
});

test("what completes a card is behind a fold, and what it comes from before that", () => {
  const { asked, links, more } = cardGroups(monitoringTool, "indicators");
  expect(asked[0]).toBe("code");
  expect(asked.indexOf("unit")).toBeLessThan(asked.indexOf("source"));
  expect(asked).not.toContain("title");
  expect(asked).not.toContain("status");
  expect(links).toEqual(["comesFrom"]);
  expect(more).toContain("proposedBy");
});

test("a place on the canvas, the order and translations are no fields of their own", () => {
  expect(cardGroups(theoryOfChange, "steps")).toEqual({
    asked: ["risk", "indicator"],
    links: ["comesFrom"],
    more: [],
  });
});

test("what a board’s own template leaves out is not asked", () => {
  const { lines } = genderBalanceSheet.collections;
  const fields = { ...lines.fields, mission: { ...lines.fields.mission, hidden: true } };
  const own = { ...genderBalanceSheet, collections: { lines: { ...lines, fields } } };
  expect(cardGroups(own, "lines").asked[0]).toBe("planned");
});
