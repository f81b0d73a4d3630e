import { describe, expect, it } from "vitest";
import { admits } from "../../document/admits.ts";
import { newItemId } from "../../ids.ts";
import type { ActorType } from "../actor-types.ts";
import { TRAINING_TOPICS, trainingNeeds } from "./board.ts";
import { needsByType, topicNeeds, type TrainingAnswer } from "./needs.ts";
import template from "./template.json" with { type: "json" };

const answer = (now: number, needed: number, stakeholderType: ActorType | null = "cso"): TrainingAnswer => ({
  stakeholderType,
  levelsNow: { law: now },
  levelsNeeded: { law: needed },
});
const times = (count: number, one: TrainingAnswer) => Array.from({ length: count }, () => one);
const law = (answers: readonly TrainingAnswer[]) => topicNeeds(answers)[0];

it("the topics and the three computations are the template's", () => {
  expect(template.structure.topics.map(({ code }) => code)).toEqual(TRAINING_TOPICS);
  expect(template.structure.computed).toEqual([
    "gap = needed - now per topic",
    "priority = gap × share of respondents",
    "heat map topic × stakeholder type (types below 5 merged)",
  ]);
});

describe("the needs by topic", () => {
  it("are the gap, the share of those who have one, and both together", () => {
    expect(law([answer(0, 4), answer(1, 3), answer(2, 2), answer(3, 3)])).toEqual({
      topic: "law",
      respondents: 4,
      gap: 1.5,
      share: 0.5,
      priority: 0.75,
    });
  });

  it("do not let one person's surplus fill another's gap", () => {
    expect(law([answer(4, 0), answer(0, 4)])).toMatchObject({ gap: 2, share: 0.5 });
  });

  it("count only who answered for the topic", () => {
    const silent: TrainingAnswer = { stakeholderType: "cso", levelsNow: { law: 1 }, levelsNeeded: {} };
    expect(law([answer(0, 2), silent])).toMatchObject({ respondents: 1, gap: 2 });
    expect(topicNeeds([silent])).toHaveLength(12);
    expect(law([silent])).toMatchObject({ gap: null, share: null, priority: null });
  });
});

describe("the heat map", () => {
  it("shows small types together, so that nobody stands out", () => {
    const rows = needsByType([
      ...times(9, answer(0, 2, "municipality")),
      ...times(3, answer(0, 4, "cso")),
      ...times(2, answer(0, 4, "university")),
    ]);
    expect(rows.map(({ type, respondents }) => [type, respondents])).toEqual([
      ["municipality", 9],
      ["other", 5],
    ]);
  });

  it("adds the next smallest type where those together are still too few", () => {
    const rows = needsByType([
      ...times(9, answer(0, 2, "municipality")),
      ...times(6, answer(0, 2, "cso")),
      answer(0, 4, "region"),
      answer(0, 4, null),
    ]);
    expect(rows.map(({ type, respondents }) => [type, respondents])).toEqual([
      ["municipality", 9],
      ["other", 8],
    ]);
  });

  it("says nothing at all of fewer than five people", () => {
    expect(needsByType(times(4, answer(0, 4)))).toEqual([]);
    expect(needsByType(times(5, answer(0, 4)))).toHaveLength(1);
  });
});

it("nobody's answers are in the document", () => {
  const place = { root: "answers", path: [newItemId()], inside: false };
  expect(admits(trainingNeeds, place, { kind: "map" })).toBe(false);
  expect(Object.keys(trainingNeeds.forms.answers.fields)).toContain("situation");
  const { levelsNow } = trainingNeeds.forms.answers.fields;
  expect(levelsNow.check({ law: 4 })).toEqual({ law: 4 });
  expect(() => levelsNow.check({ law: 5 })).toThrow("up to 4");
});
