import { describe, expect, expectTypeOf, it } from "vitest";
import * as Y from "yjs";
import { frameworks } from "../../reference/library.ts";
import { newItemId } from "../../ids.ts";
import type { Field, ValueOf } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { textLength } from "../plain-text.ts";
import { anchor } from "./anchor.ts";
import { breakdown } from "./breakdown.ts";
import { choices } from "./choices.ts";
import { date } from "./date.ts";
import { addressKey, LINK_TEXT_LENGTH, links, linksOf, linkText } from "./links.ts";
import { money } from "./money.ts";
import { LARGEST_NUMBER, number } from "./number.ts";
import { option } from "./option.ts";
import { organisation, ORGANISATION_LENGTH } from "./organisation.ts";
import { organisations } from "./organisations.ts";
import { period } from "./period.ts";
import { points } from "./points.ts";
import { isProvisionId } from "./provision-id.ts";
import { provision } from "./provision.ts";
import { provisions } from "./provisions.ts";
import { rating } from "./rating.ts";
import { scoreKey, scores, scoresOf } from "./scores.ts";
import { size } from "./size.ts";
import { urls } from "./urls.ts";

/** The code a field refuses a value with, or null when it takes it. */
function refusal(field: Field, value: unknown): string | null {
  try {
    field.check(value, "it");
    return null;
  } catch (error) {
    if (!(error instanceof InvalidEdit)) throw error;
    return error.field === "it" ? error.code : `of ${error.field}`;
  }
}

/** A map as a document holds it, with these entries. */
function shared(entries: Readonly<Record<string, unknown>>): Y.Map<unknown> {
  const map = new Y.Doc().getMap<unknown>("map");
  for (const [key, entry] of Object.entries(entries)) map.set(key, entry);
  return map;
}

const item = newItemId();
const board = newItemId();

describe("a number", () => {
  it("is whole unless told, and within its bounds", () => {
    const people = number({ min: 0, max: 100 });
    expect([people.check(0), people.check(100), people.check(null)]).toEqual([0, 100, null]);
    for (const wrong of [-1, 101, 1.5, Number.NaN, Infinity, "7", undefined]) {
      expect(refusal(people, wrong)).toBe("INVALID_VALUE");
      expect(people.read(wrong)).toBeNull();
    }
  });

  it("has as many decimals as it may, whatever binary fractions make of them", () => {
    const share = number({ decimals: 2 });
    for (const value of [0.1, 22.41, 1.005 * 100, LARGEST_NUMBER - 0.01]) {
      const rounded = Number(value.toFixed(2));
      expect(share.check(rounded)).toBe(rounded);
    }
    expect(refusal(share, 0.125)).toBe("INVALID_VALUE");
  });

  it("carries the unit that its cells are in, or where each row says it", () => {
    expect(number({ unit: { en: "people", it: "persone" } }).unit).toEqual({ en: "people", it: "persone" });
    expect(number({ unitField: "unit" }).unitField).toBe("unit");
  });
});

describe("money", () => {
  it("is whole minor units with a currency", () => {
    expect(money().check({ minor: 1250, currency: "EUR" })).toEqual({ minor: 1250, currency: "EUR" });
    expect(money().check({ minor: -300, currency: "PLN" })).toEqual({ minor: -300, currency: "PLN" });
    for (const wrong of [
      12.5,
      { minor: 12.5, currency: "EUR" },
      { minor: 1, currency: "XXX" },
      { minor: 1 },
    ]) {
      expect(refusal(money(), wrong)).toBe("INVALID_VALUE");
      expect(money().read(wrong)).toBeNull();
    }
  });
});

describe("a date and a period", () => {
  it("are days that the calendar has", () => {
    expect(date().check("2028-02-29")).toBe("2028-02-29");
    for (const wrong of ["2027-02-29", "2027-13-01", "2027-2-1", "31.12.2026", "1766-01-01", 2026]) {
      expect(refusal(date(), wrong)).toBe("INVALID_VALUE");
      expect(date().read(wrong)).toBeNull();
    }
  });

  it("a period may be a year, a half, a quarter, a month or a day", () => {
    for (const known of ["2024", "2024-H1", "2024-Q4", "2024-12", "2024-12-31"]) {
      expect(period().check(known)).toBe(known);
    }
    for (const wrong of ["2024-H3", "2024-Q0", "2024-13", "2024-02-30", "24", 2024]) {
      expect(refusal(period(), wrong)).toBe("INVALID_VALUE");
    }
  });
});

describe("options and choices", () => {
  it("an option may be left open, unlike a choice", () => {
    const horizon = option(["short", "long"]);
    expectTypeOf<ValueOf<typeof horizon>>().toEqualTypeOf<"short" | "long" | null>();
    expect([horizon.initial, horizon.check("long"), horizon.check(null)]).toEqual([null, "long", null]);
    expect(refusal(horizon, "tomorrow")).toBe("INVALID_VALUE");
    expect(horizon.read("tomorrow")).toBeNull();
  });

  it("choices stand once each, in the order of the list", () => {
    const formats = choices(["online", "mentoring"]);
    expectTypeOf<ValueOf<typeof formats>>().toEqualTypeOf<readonly ("online" | "mentoring")[]>();
    expect(formats.check(["mentoring", "online", "mentoring"])).toEqual(["online", "mentoring"]);
    expect(refusal(formats, ["radio"])).toBe("INVALID_VALUE");
    expect(formats.read(["radio", "mentoring"])).toEqual(["mentoring"]);
  });
});

describe("a rating", () => {
  it("is a step of its scale, or nothing yet", () => {
    const level = rating({ min: 0, max: 4 });
    expect([level.initial, level.check(0), level.check(4)]).toEqual([null, 0, 4]);
    for (const wrong of [-1, 5, 2.5, "3"]) {
      expect(refusal(level, wrong)).toBe("INVALID_VALUE");
      expect(level.read(wrong)).toBeNull();
    }
  });
});

describe("an organisation", () => {
  it("is a name, and an id where the project knows it", () => {
    expect(organisation().check({ name: " Comune – Casa " })).toEqual({ name: "Comune – Casa", id: null });
    expect(organisation().check({ name: "Comune", id: item })).toEqual({ name: "Comune", id: item });
    expect(refusal(organisation(), { name: "  " })).toBe("INVALID_VALUE");
    expect(refusal(organisation(), { name: "Comune", id: "org-01" })).toBe("INVALID_VALUE");
    expect(refusal(organisation(), { name: "x".repeat(ORGANISATION_LENGTH + 1) })).toBe("TEXT_TOO_LONG");
    expect(organisation().read({ name: "x".repeat(ORGANISATION_LENGTH + 1) })).toBeNull();
    expect(organisation().read({ name: "Comune", id: "org-01" })).toEqual({ name: "Comune", id: null });
  });

  it("several stand once each, by id or else by name", () => {
    const partners = organisations({ maxItems: 2 });
    const given = [{ name: "CSO" }, { name: "CSO" }, { name: "CSO (new name)", id: item }];
    expect(partners.check(given)).toEqual([
      { name: "CSO", id: null },
      { name: "CSO (new name)", id: item },
    ]);
    expect(refusal(partners, [{ name: "a" }, { name: "b" }, { name: "c" }])).toBe("TOO_MANY_ITEMS");
    expect(partners.read([{ name: "a" }, 7, null])).toEqual([{ name: "a", id: null }]);
  });
});

describe("provisions", () => {
  const standards = provisions({ frameworks: ["eu-charter", "sdg"], maxItems: 2 });

  it("are named by an id that is unique over all frameworks", () => {
    for (const known of ["CFR-21", "SDG-16.b", "OHCHR-social-security-4", "CFR21-ethnic_origin", "GB-S2"]) {
      expect(isProvisionId(known)).toBe(true);
    }
    for (const { id } of frameworks().flatMap(({ provisions: all }) => all)) {
      expect([id, isProvisionId(id)]).toEqual([id, true]);
    }
    for (const wrong of ["cfr-21", "CFR-", "CFR 21", `CFR-${"1".repeat(64)}`, 21, null]) {
      expect(isProvisionId(wrong)).toBe(false);
    }
  });

  it("stand once each, in the order given", () => {
    expect(standards.check(["SDG-5.c", "CFR-21", "SDG-5.c"])).toEqual(["SDG-5.c", "CFR-21"]);
    expect(refusal(standards, ["Article 21"])).toBe("UNKNOWN_REFERENCE");
    expect(refusal(standards, ["SDG-1", "SDG-2", "SDG-3"])).toBe("TOO_MANY_ITEMS");
    expect(standards.read(["Article 21", "SDG-1"])).toEqual(["SDG-1"]);
  });

  it("one alone may be left open", () => {
    const one = provision({ frameworks: ["sdg"] });
    expect([one.check("SDG-5.c"), one.check(null), one.read("Article 21")]).toEqual(["SDG-5.c", null, null]);
    expect(refusal(one, "Article 21")).toBe("UNKNOWN_REFERENCE");
  });
});

describe("web addresses", () => {
  it("are checked one by one", () => {
    const evidence = urls({ maxItems: 2 });
    expect(evidence.check(["https://a.example", " https://a.example "])).toEqual(["https://a.example"]);
    expect(refusal(evidence, ["javascript:alert(1)"])).toBe("INVALID_VALUE");
    expect(refusal(evidence, ["https://a.example", "https://b.example", "https://c.example"])).toBe(
      "TOO_MANY_ITEMS",
    );
    expect(evidence.read(["javascript:alert(1)", "https://a.example"])).toEqual(["https://a.example"]);
  });
});

describe("a breakdown", () => {
  const ages = breakdown({ dimension: "age", parts: ["young", "old"] });

  it("holds whole counts by part; null takes one away", () => {
    expect(ages.check({ young: 0, old: null })).toEqual({ young: 0, old: null });
    expect(refusal(ages, { middle: 1 })).toBe("UNKNOWN_REFERENCE");
    expect(refusal(ages, { young: -1 })).toBe("INVALID_VALUE");
    expect(refusal(ages, { young: 1.5 })).toBe("INVALID_VALUE");
    expect(refusal(ages, 7)).toBe("INVALID_VALUE");
  });

  it("reads what counts and admits nothing else", () => {
    expect(ages.read(shared({ young: 4, old: "many", middle: 1 }))).toEqual({ young: 4 });
    expect([
      ages.admitsEntry?.("young", 4),
      ages.admitsEntry?.("young", -4),
      ages.admitsEntry?.("middle", 4),
    ]).toEqual([true, false, false]);
  });
});

describe("scores", () => {
  const strength = scores({ against: "factors", min: 0, max: 3 });

  it("are given by item and group, a pair nobody scored being blank", () => {
    const [cso, authority] = [scoreKey(item, "cso"), scoreKey(item, "municipality")];
    expect(strength.check({ [cso]: 3, [authority]: null })).toEqual({ [cso]: 3, [authority]: null });
    expect(refusal(strength, { [`${item}/mayor`]: 3 })).toBe("UNKNOWN_REFERENCE");
    expect(refusal(strength, { [cso]: 4 })).toBe("INVALID_VALUE");
    expect(scoresOf(strength.read(shared({ [cso]: 0, [authority]: 9, x: 1 })))).toEqual([
      { against: item, group: "cso", score: 0 },
    ]);
    expect(strength.admitsEntry?.(cso, 3)).toBe(true);
    expect(strength.admitsEntry?.(cso, 4)).toBe(false);
  });
});

describe("links", () => {
  const comesFrom = links({ to: ["swot"] });
  const key = addressKey({ board, collection: "clusters", item });
  const copy = { kind: "swot", text: "People feel the place is theirs" };

  it("keep the address and what was said there, so that they can be read when it is gone", () => {
    expect(linksOf(comesFrom.read(shared({ [key]: copy })))).toEqual([
      { board, collection: "clusters", item, ...copy },
    ]);
    expect(comesFrom.check({ [key]: copy })).toEqual({ [key]: copy });
    expect(comesFrom.check({ [key]: null })).toEqual({ [key]: null });
    expect(comesFrom.admitsEntry?.(key, copy)).toBe(true);
  });

  it.each([
    ["no address", "clusters", copy],
    ["an address with more to it", `${key}/x`, copy],
    ["a collection that cannot be one", `${board}/__proto__/${item}`, copy],
    ["no kind", key, { text: "a" }],
    ["a text that is too long", key, { kind: "swot", text: "x".repeat(LINK_TEXT_LENGTH + 1) }],
    ["nothing kept", key, "swot"],
  ])("with %s are refused, and not read", (_, wrongKey, value) => {
    expect(refusal(comesFrom, { [wrongKey]: value })).not.toBeNull();
    expect(comesFrom.read(shared({ [wrongKey]: value }))).toEqual({});
    expect(comesFrom.admitsEntry?.(wrongKey, value)).toBe(false);
  });

  it("a longer text is cut where people see that it was", () => {
    expect(linkText("  one\n line ")).toBe("one line");
    const cut = linkText("😀".repeat(LINK_TEXT_LENGTH + 1));
    expect(textLength(cut)).toBe(LINK_TEXT_LENGTH);
    expect(cut.endsWith("…")).toBe(true);
  });
});

describe("what is drawn", () => {
  it("a size is one that can be seen", () => {
    expect(size().check({ width: 100, height: 40, depth: 1 })).toEqual({ width: 100, height: 40 });
    expect(refusal(size(), { width: 1, height: 40 })).toBe("INVALID_VALUE");
    expect(size().read({ width: 1, height: 40 })).toBeNull();
  });

  it("points are threes of numbers", () => {
    const stroke = points({ maxPoints: 1 });
    expect(stroke.check([1, 2, 0.5])).toEqual([1, 2, 0.5]);
    expect(refusal(stroke, [1, 2])).toBe("INVALID_VALUE");
    expect(refusal(stroke, [1, 2, Number.NaN])).toBe("INVALID_VALUE");
    expect(refusal(stroke, [1, 2, 0.5, 1, 2, 0.5])).toBe("TOO_MANY_ITEMS");
  });

  it("an anchor holds on to an item, or lies at a place", () => {
    const end = anchor({ collections: ["notes"] });
    expect(end.check({ collection: "notes", item })).toEqual({ collection: "notes", item });
    expect(end.check({ place: { x: 1, y: 2 } })).toEqual({ place: { x: 1, y: 2 } });
    expect(refusal(end, { collection: "frames", item })).toBe("INVALID_VALUE");
    expect(refusal(end, {})).toBe("INVALID_VALUE");
  });
});
