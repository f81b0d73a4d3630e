import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createDocument } from "../../document/create-document.ts";
import { editBoard } from "../../document/edit-board.ts";
import { readItem } from "../../document/read-board.ts";
import { stillToFill } from "../../document/still-to-fill.ts";
import { GOVERNANCE_LEVELS } from "../governance-levels.ts";
import { type Recommendation, RECOMMENDATION_STATES, recommendations } from "./board.ts";
import { letters, overdue, worth } from "./letters.ts";
import { nextRecommendationStates, recommendationRefusals } from "./steps.ts";
import template from "./template.json" with { type: "json" };

const card = (id: string, more: Partial<Recommendation> = {}) => ({
  id,
  section: "recommendation" as Recommendation["section"],
  addressee: null as Recommendation["addressee"],
  level: null as Recommendation["level"],
  deadline: null as string | null,
  impact: null,
  effort: null,
  removed: false,
  status: "sent" as Recommendation["status"],
  ...more,
});
const city = { name: "City council", id: null };
const region = { name: "Region", id: null };

describe("a card", () => {
  it("has to be filled once it is a recommendation, and not before", () => {
    const doc = new Y.Doc();
    createDocument(recommendations, doc);
    const editor = editBoard(recommendations, doc, { origin: "test" });
    const id = editor.add("cards", { section: "options", text: "Open the hall on Sundays" });
    const missing = () => {
      const item = readItem(recommendations, doc, "cards", id);
      return item && stillToFill(recommendations.collections.cards, item);
    };
    expect(missing()).toEqual([]);
    editor.move("cards", id, { section: "recommendation" });
    expect(missing()).toEqual(["rationale", "addressee", "level", "trace"]);
  });

  it("goes its way by decisions", () => {
    const given = { missing: [], reason: "" };
    expect(nextRecommendationStates("sent")).toEqual(["accepted", "rejected"]);
    expect(recommendationRefusals("draft", "sent", given)).toEqual(["NO_SUCH_STEP"]);
    expect(recommendationRefusals("draft", "agreed", { ...given, missing: ["addressee"] })).toEqual([
      "CARD_INCOMPLETE",
    ]);
    expect(recommendationRefusals("agreed", "sent", given)).toEqual([]);
    expect(recommendationRefusals("sent", "rejected", given)).toEqual(["REASON_MISSING"]);
    expect(recommendationRefusals("sent", "rejected", { ...given, reason: "no money" })).toEqual([]);
    const reached = new Set(RECOMMENDATION_STATES.flatMap((state) => nextRecommendationStates(state)));
    expect([...reached].toSorted()).toEqual([...RECOMMENDATION_STATES].toSorted());
  });
});

describe("the letters", () => {
  it("gather what goes to one addressee, the nearest level first and the soonest deadline first", () => {
    const found = letters([
      card("1", { addressee: region, level: "regional", deadline: "2027-01-01" }),
      card("2", { addressee: city, level: "municipal" }),
      card("3", { addressee: city, level: "municipal", deadline: "2026-01-01" }),
      card("4"),
      card("5", { section: "options", addressee: city }),
      card("6", { addressee: city, removed: true }),
    ]);
    expect(found.map(({ addressee, level }) => [addressee, level])).toEqual([
      ["City council", "municipal"],
      ["Region", "regional"],
      [null, null],
    ]);
    expect(found[0]?.recommendations.map(({ id }) => id)).toEqual(["3", "2"]);
  });

  it("know the template's levels of government", () => {
    const { options = [] } = template.structure.note_fields.find(({ id }) => id === "level") ?? {};
    expect(options.map(({ code }) => code)).toEqual(GOVERNANCE_LEVELS);
  });
});

it("what should have been done by now is told, unless it was done or turned down", () => {
  const late = card("1", { deadline: "2026-01-01", status: "running" });
  const found = overdue(
    [late, { ...late, id: "2", status: "done" }, { ...late, id: "3", status: "rejected" }, card("4")],
    "2026-01-02",
  );
  expect(found.map(({ id }) => id)).toEqual(["1"]);
  expect(overdue([late], "2026-01-01")).toEqual([]);
});

it("impact and effort are weighed against each other", () => {
  expect(worth({ impact: 5, effort: 1 })).toBe("quick");
  expect(worth({ impact: 5, effort: 5 })).toBe("major");
  expect(worth({ impact: 1, effort: 5 })).toBe("reconsider");
  expect(worth({ impact: 2, effort: 2 })).toBe("minor");
  expect(worth({ impact: null, effort: 2 })).toBeNull();
});
