import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeSmallGroups } from "./merge-small-groups.ts";
import { STAKEHOLDER_GROUPS, type ShownGroup } from "./stakeholder-groups.ts";

type Counts = Partial<Record<ShownGroup, number>>;

const countsOf = (counts: Counts) =>
  new Map([...STAKEHOLDER_GROUPS, "other" as const].map((group) => [group, counts[group] ?? 0]));

/** The groups that keep their name. */
const shown = (counts: Counts) =>
  [...mergeSmallGroups(countsOf(counts))].filter(([, as]) => as !== "other").map(([group]) => group);

describe("merging small groups", () => {
  it("names the groups of five and more, as in the demo workshop", () => {
    expect(shown({ municipality: 5, cso: 7, community: 2, academia: 1, resident: 2, region: 1 })).toEqual([
      "municipality",
      "cso",
    ]);
  });

  it("adds the next smallest group while the rest is too small to hide in", () => {
    expect(shown({ municipality: 9, cso: 7, community: 6, region: 2 })).toEqual(["cso", "municipality"]);
  });

  it("of equal groups takes the one that comes first in the list", () => {
    expect(shown({ cso: 6, municipality: 6, academia: 6, region: 1 })).toEqual(["cso", "academia"]);
  });

  it("counts people without a group among the rest", () => {
    expect(shown({ municipality: 5, cso: 8, other: 1 })).toEqual(["cso"]);
    expect(shown({ municipality: 5, cso: 8, other: 5 })).toEqual(["municipality", "cso"]);
  });

  it("names nobody where all together are few, and nobody where there is nobody", () => {
    expect(shown({ municipality: 3 })).toEqual([]);
    expect(shown({})).toEqual([]);
  });

  it("never shows fewer people than the threshold under one name, unless there are no more", () => {
    const counts = fc.record(
      Object.fromEntries([...STAKEHOLDER_GROUPS, "other"].map((group) => [group, fc.nat({ max: 12 })])),
    );
    fc.assert(
      fc.property(counts, (of) => {
        const groups = countsOf(of);
        const people = new Map<ShownGroup, number>([["other", groups.get("other") ?? 0]]);
        for (const [group, as] of mergeSmallGroups(groups)) {
          people.set(as, (people.get(as) ?? 0) + (groups.get(group) ?? 0));
        }
        const all = [...groups.values()].reduce((sum, count) => sum + count, 0);
        for (const [as, count] of people) {
          if (as === "other" && (count === 0 || count === all)) continue;
          expect(count).toBeGreaterThanOrEqual(5);
        }
        expect([...people.values()].reduce((sum, count) => sum + count, 0)).toBe(all);
      }),
    );
  });
});
