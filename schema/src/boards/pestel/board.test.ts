import { expect, it } from "vitest";
import { computedOf } from "../../document/computed.ts";
import { pestel } from "./board.ts";
import { priorityOf, toCarry } from "./priority.ts";
import template from "./template.json" with { type: "json" };

const factor = (id: string, likelihood: number | null, impact: number | null, more: object = {}) => ({
  id,
  likelihood,
  impact,
  direction: "threat" as "threat" | "opportunity" | "both" | null,
  removed: false,
  ...more,
});

it("priority is likelihood × impact, as the template says, and nothing while one is missing", () => {
  expect(template.voting.note).toBe("score likelihood × impact");
  expect(priorityOf({ likelihood: 5, impact: 5 })).toBe(25);
  expect(priorityOf({ likelihood: 3, impact: null })).toBeNull();
  const item = { ...factor("1", 3, 4), rank: "a0" };
  expect(computedOf(pestel.collections.factors, item, "2026-01-01")).toEqual({ priority: 12 });
});

it("the strongest factors are carried to the SWOT, what cuts both ways to both sides", () => {
  const carried = toCarry(
    [
      factor("weak", 1, 1),
      factor("strong", 5, 4),
      factor("both", 5, 5, { direction: "both" }),
      factor("chance", 4, 4, { direction: "opportunity" }),
      factor("unrated", null, 5),
      factor("undecided", 5, 5, { direction: null }),
      factor("gone", 5, 5, { removed: true }),
    ],
    3,
  );
  expect(carried.map(({ factor: { id }, sections }) => [id, sections])).toEqual([
    ["both", ["O", "T"]],
    ["strong", ["T"]],
    ["chance", ["O"]],
  ]);
});
