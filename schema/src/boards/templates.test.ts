import { expect, it } from "vitest";
import { boardKinds, OPENABLE_KINDS } from "./board-kinds.ts";
import { boardTemplates } from "./templates.ts";

it("every board kind has a template, and every template its board kind", () => {
  expect(new Set(boardTemplates().map(({ kind }) => kind))).toEqual(new Set(boardKinds.keys()));
});

it("a template says in English and Italian what it is for, and for how many", () => {
  for (const { name, purpose, participants } of boardTemplates()) {
    for (const words of [name, purpose, participants.mix ?? name]) {
      expect(words.en).toBeTruthy();
      expect(words.it).toBeTruthy();
    }
    expect(participants.min).toBeLessThan(participants.max);
  }
});

it("only what the product can open is offered", () => {
  const kept = boardTemplates().filter((template) => !template.offered);
  expect(kept.map(({ kind }) => kind)).toEqual(["free_board"]);
  for (const kind of OPENABLE_KINDS) expect(boardKinds.has(kind)).toBe(true);
});

it("each says how sure it is, and which of them are for named people only", () => {
  const restricted = boardTemplates().filter((template) => template.restricted);
  expect(restricted.map(({ kind }) => kind)).toEqual(["stakeholder_map", "focus_group", "peer_review"]);
  for (const { certainty, version, id } of boardTemplates()) {
    expect([id, version, certainty]).toEqual([id, 1, expect.stringMatching(/own/)]);
  }
  expect(new Set(boardTemplates().map(({ id }) => id)).size).toBe(16);
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
