import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRank, LAST_RANK, rankBetween } from "./ranks.ts";

describe("a new rank", () => {
  it("stands between its neighbours, wherever and however often items are put in", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
        const ranks: string[] = [];
        for (const at of places) {
          const place = at % (ranks.length + 1);
          ranks.splice(place, 0, rankBetween(ranks[place - 1] ?? null, ranks[place] ?? null));
        }
        expect(ranks.every(isRank)).toBe(true);
        expect(ranks.toSorted()).toEqual(ranks);
        expect(new Set(ranks).size).toBe(ranks.length);
      }),
    );
  });

  it("differs between people who insert at one place at once", () => {
    for (const [lower, upper] of [
      [null, null],
      ["a0", null],
      [null, "a0"],
      ["a0", "a1"],
    ] as const) {
      const ranks = Array.from({ length: 20 }, () => rankBetween(lower, upper));
      // Twenty draws out of 65,536 meet about once in 350 times; two meetings are as good as never.
      expect(new Set(ranks).size).toBeGreaterThan(17);
    }
  });

  it("stays short when a thousand notes are written one after the other", () => {
    let last: string | null = null;
    for (let note = 0; note < 1000; note += 1) last = rankBetween(last, null);
    expect(last?.length).toBeLessThan(12);
  });

  it("stays usable when all of them go into the same gap", () => {
    let upper = "a1";
    for (let note = 0; note < 1000; note += 1) {
      const next = rankBetween("a0", upper);
      expect(next > "a0" && next < upper).toBe(true);
      upper = next;
    }
    expect(isRank(upper)).toBe(true);
    expect(upper.length).toBeLessThan(600);
  });

  it("is made whatever the neighbours are", () => {
    const neighbour = fc.oneof(
      fc.constantFrom(
        null,
        "",
        LAST_RANK,
        "a0",
        "a00",
        "zzzzzzzzzzzzzzzzzzzzzzzzzzz",
        `A${"0".repeat(26)}`,
        `A${"0".repeat(26)}1`,
      ),
      fc.string(),
      fc.stringMatching(/^[A-Za-z][0-9A-Za-z]{0,30}$/),
    );
    fc.assert(
      fc.property(neighbour, neighbour, (lower, upper) => {
        const rank = rankBetween(lower, upper);
        expect(isRank(rank)).toBe(true);
        const holds = isRank(lower) ? rank >= lower : !isRank(upper) || rank <= upper;
        expect(holds).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("follows the lower neighbour when the two are equal", () => {
    expect(rankBetween("a5", "a5") > "a5").toBe(true);
  });
});
