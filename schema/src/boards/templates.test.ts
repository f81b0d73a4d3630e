import { expect, it } from "vitest";
import { boardKinds } from "./board-kinds.ts";
import { boardTemplates } from "./templates.ts";

it("every board kind has a template, and every template its board kind", () => {
  expect(new Set(boardTemplates().map(({ kind }) => kind))).toEqual(new Set(boardKinds.keys()));
});

it("a template says in English and Italian what it is for, and for how many", () => {
  for (const { name, purpose, participants } of boardTemplates()) {
    for (const words of [name, purpose, participants.mix]) {
      expect(words.en).toBeTruthy();
      expect(words.it).toBeTruthy();
    }
    expect(participants.min).toBeLessThan(participants.max);
  }
});

it("the SWOT of a civic space shows groups and not names, unless the moderator decides otherwise", () => {
  expect(boardTemplates()[0]).toMatchObject({
    id: "civic-space-swot",
    version: 1,
    display: "group",
    languages: ["en", "it"],
    analysedObjectTypes: ["civic_space", "service", "policy", "network"],
  });
});
