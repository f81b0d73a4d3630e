import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { boardKinds } from "../../boards/board-kinds.ts";
import { charter } from "../../reference/charter-codes.ts";
import type { Field } from "../field.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { LAST_RANK } from "../ranks.ts";
import { anchor } from "./anchor.ts";
import { breakdown } from "./breakdown.ts";
import { choice } from "./choice.ts";
import { choices } from "./choices.ts";
import { colour, PAPER_COLOURS } from "./colour.ts";
import { date } from "./date.ts";
import { itemRef } from "./item-ref.ts";
import { language } from "./language.ts";
import { links } from "./links.ts";
import { mark } from "./mark.ts";
import { money } from "./money.ts";
import { number } from "./number.ts";
import { option } from "./option.ts";
import { organisation } from "./organisation.ts";
import { organisations } from "./organisations.ts";
import { period } from "./period.ts";
import { points } from "./points.ts";
import { position } from "./position.ts";
import { provision } from "./provision.ts";
import { provisions } from "./provisions.ts";
import { rank } from "./rank.ts";
import { rating } from "./rating.ts";
import { reference } from "./reference.ts";
import { references } from "./references.ts";
import { scores } from "./scores.ts";
import { sectionRef } from "./section-ref.ts";
import { size } from "./size.ts";
import { tags } from "./tags.ts";
import { text } from "./text.ts";
import { translations } from "./translations.ts";
import { url } from "./url.ts";
import { urls } from "./urls.ts";

const NUL = "\u0000";
const LONE_SURROGATE = "\uD83D";

/** What the field refuses a value with, or null when it takes it. */
function refusal(field: Field, value: unknown): Pick<InvalidEdit, "code" | "field" | "limit"> | null {
  try {
    field.check(value, "it");
    return null;
  } catch (error) {
    if (!(error instanceof InvalidEdit)) throw error;
    return { code: error.code, field: error.field, limit: error.limit };
  }
}

const invalid = (limit?: number) => ({ code: "INVALID_VALUE", field: "it", limit });

describe("every field kind", () => {
  const kinds: Record<string, Field> = {
    anchor: anchor({ collections: ["notes"] }),
    breakdown: breakdown({ dimension: "age", parts: ["young", "old"] }),
    choice: choice(["a", "b"]),
    choices: choices(["a", "b"]),
    colour: colour(PAPER_COLOURS),
    date: date(),
    itemRef: itemRef("clusters"),
    language: language(),
    links: links(),
    mark: mark(),
    money: money(),
    number: number({ min: -5, max: 5, decimals: 1 }),
    option: option(["a", "b"]),
    organisation: organisation(),
    organisations: organisations({ maxItems: 2 }),
    period: period(),
    points: points({ maxPoints: 2 }),
    position: position(),
    provision: provision({ frameworks: ["eu-charter"] }),
    provisions: provisions({ frameworks: ["eu-charter"], maxItems: 2 }),
    rank: rank(),
    rating: rating({ min: 0, max: 4 }),
    reference: reference(charter),
    references: references(charter, { maxItems: 3 }),
    scores: scores({ against: "factors", min: 0, max: 3 }),
    sectionRef: sectionRef(["S", "W"]),
    size: size(),
    tags: tags({ maxItems: 3, maxLength: 5 }),
    text: text({ maxLength: 10 }),
    translations: translations({ maxLength: 10 }),
    url: url(),
    urls: urls({ maxItems: 2 }),
  };
  const doc = new Y.Doc();
  const xmlText = new Y.XmlText("<b>");
  doc.getXmlFragment("xml").push([xmlText]);
  const anything = fc.oneof(
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      undefined,
      null,
      doc.getMap("map"),
      doc.getArray("array"),
      doc.getXmlFragment("xml"),
      xmlText,
    ),
  );

  // What nobody would hit upon by chance, so that taking a value is tried for these kinds too.
  const likely = fc.constantFrom(
    -0,
    2,
    "a",
    ["b", "a", "b"],
    "2024-Q2",
    "2024-02-29",
    "https://example.org",
    ["https://example.org", "https://example.org"],
    "CFR-21",
    ["CFR-21"],
    { minor: 1250, currency: "EUR", more: 1 },
    { name: " Comune ", id: undefined },
    [{ name: "Comune" }, { name: "Comune" }],
    { place: { x: 1, y: -0 } },
    { collection: "notes", item: "0b5f7b0e-6d0b-4c5e-9b5e-3a1f0a6f3b11" },
    { width: 100, height: 40 },
    [1, -0, 0.5],
  );

  for (const [name, field] of Object.entries(kinds)) {
    it(`${name} reads whatever stands there, and reads it as something that JSON can carry`, () => {
      fc.assert(
        fc.property(fc.oneof(anything, likely), (raw) => {
          const value = field.read(raw);
          expect(JSON.parse(JSON.stringify(value))).toEqual(value);
        }),
      );
    });

    it(`${name} takes a value or refuses it by name, and reads what it takes`, () => {
      fc.assert(
        fc.property(fc.oneof(anything, likely), (value) => {
          if (refusal(field, value) !== null || field.shared !== "plain") return;
          const checked = field.check(value);
          expect(field.read(checked)).toEqual(checked);
        }),
      );
    });

    it(`${name} reads an empty place as a new item's value`, () => {
      expect(field.read(undefined)).toEqual(field.initial);
    });
  }

  it("of every board kind is covered here", () => {
    const used = [...boardKinds.values()].flatMap((board) =>
      Object.values(board.collections).flatMap(({ fields }) => Object.values(fields)),
    );
    const covered = Object.values(kinds).map(({ kind }) => kind);
    expect(covered).toEqual(expect.arrayContaining([...new Set(used.map(({ kind }) => kind))]));
  });
});

describe("text", () => {
  const note = text({ maxLength: 5, required: true });

  it("counts an emoji once", () => {
    expect(refusal(note, "😀😀😀😀😀")).toBeNull();
    expect(refusal(note, "😀😀😀😀😀!")).toEqual({ code: "TEXT_TOO_LONG", field: "it", limit: 5 });
  });

  it("is not empty where it is required", () => {
    expect(refusal(note, " \n\t")).toEqual(invalid());
    expect(refusal(note, undefined)).toEqual(invalid());
    expect(refusal(text({ maxLength: 5 }), "")).toBeNull();
  });

  it("takes no characters that a database cannot store", () => {
    expect(refusal(note, `a${NUL}b`)).toEqual(invalid());
    expect(refusal(note, `a${LONE_SURROGATE}b`)).toEqual(invalid());
  });

  it("reads everything people wrote, longer than the limit too, and repairs what cannot be stored", () => {
    const live = new Y.Doc().getText("t");
    live.insert(0, `longer than five${NUL} ${LONE_SURROGATE}`);
    expect(note.read(live)).toBe("longer than five \uFFFD");
  });

  it("reads as empty where there is no shared text", () => {
    expect(note.read("a plain string")).toBe("");
  });
});

const human = (words: string) => ({ text: words, status: "human" });

describe("translations", () => {
  const field = translations({ maxLength: 5 });

  it("are taken by language, with who made them; null takes one away", () => {
    const change = { it: { text: "ciao", status: "human" }, de: null };
    expect(field.check(change)).toEqual(change);
  });

  it("are refused in an unknown language, without text, too long, or by nobody", () => {
    expect(refusal(field, { xx: human("ciao") })).toEqual(invalid());
    expect(refusal(field, { it: human(" ") })).toEqual(invalid());
    expect(refusal(field, { it: "ciao" })).toEqual(invalid());
    expect(refusal(field, { it: { text: "ciao", status: "validated" } })).toEqual(invalid());
    expect(refusal(field, { it: human("arrivederci") })).toMatchObject({ code: "TEXT_TOO_LONG", limit: 5 });
  });

  it("never pass for a person's work unless they say so", () => {
    const map = new Y.Doc().getMap<unknown>("translations");
    map.set("it", { text: "ciao", status: "?" });
    map.set("de", { text: "hallo", status: "human" });
    map.set("fr", "salut");
    map.set("xx", { text: "?", status: "human" });
    expect(field.read(map)).toEqual({
      it: { text: "ciao", status: "machine" },
      de: { text: "hallo", status: "human" },
    });
  });
});

describe("a section", () => {
  const field = sectionRef(["S", "W"]);

  it("must be given and known", () => {
    for (const wrong of [undefined, null, "s", "X"]) {
      expect(refusal(field, wrong)).toEqual({ code: "UNKNOWN_SECTION", field: "it", limit: undefined });
    }
  });

  it("that is not known reads as the first, so that no item disappears", () => {
    expect(field.read("X")).toBe("S");
  });
});

describe("evidence", () => {
  const field = url();

  it.each(["https://example.org", "http://münchen.example/a?b=c#d", "https://[::1]:8080/x"])(
    "may be %s",
    (address) => {
      expect(field.check(` ${address} `)).toBe(address);
      expect(field.read(address)).toBe(address);
    },
  );

  it.each([
    "javascript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,x",
    "ftp://example.org",
    "//example.org",
    "https://",
    "https:///path",
    "https://example.org/a b",
    "https://bank.example@evil.example/",
    "https:\\\\example.org",
    "https://exa\u0001mple.org",
    "",
  ])("is never %j", (address) => {
    expect(refusal(field, address)).toEqual(invalid());
    expect(field.read(address)).toBeNull();
  });

  it("has at most 2,048 characters", () => {
    const address = `https://example.org/${"a".repeat(2048)}`;
    expect(refusal(field, address)).toEqual({ code: "TEXT_TOO_LONG", field: "it", limit: 2048 });
    expect(field.read(address)).toBeNull();
  });
});

describe("tags", () => {
  const field = tags({ maxItems: 2, maxLength: 8 });

  it("are trimmed and kept once, in the order given", () => {
    expect(field.check([" youth ", "elders", "youth", ""])).toEqual(["youth", "elders"]);
  });

  it("have a limit of number and of length", () => {
    expect(refusal(field, ["a", "b", "c"])).toEqual({ code: "TOO_MANY_ITEMS", field: "it", limit: 2 });
    expect(refusal(field, ["newcomers"])).toEqual({ code: "TEXT_TOO_LONG", field: "it", limit: 8 });
    expect(refusal(field, "youth")).toEqual(invalid());
    expect(refusal(field, [7])).toEqual(invalid());
    expect(refusal(field, [`a${NUL}`])).toEqual(invalid());
  });
});

describe("references", () => {
  const field = references(charter, { maxItems: 2 });

  it("are kept once, in the framework's order", () => {
    expect(field.check(["CFR-12", "CFR-11", "CFR-12"])).toEqual(["CFR-11", "CFR-12"]);
  });

  it("must be known", () => {
    const unknown = { code: "UNKNOWN_REFERENCE", field: "it", limit: undefined };
    expect(refusal(field, ["CFR-11", "CFR-55"])).toEqual(unknown);
    expect(refusal(reference(charter), "CFR-55")).toEqual(unknown);
    expect(refusal(field, ["CFR-11", "CFR-12", "CFR-13"])).toMatchObject({
      code: "TOO_MANY_ITEMS",
      limit: 2,
    });
  });

  it("of a newer version are left out in reading", () => {
    expect(field.read(["CFR-99", "CFR-12"])).toEqual(["CFR-12"]);
    expect(reference(charter).read("CFR-99")).toBeNull();
  });
});

describe("a position", () => {
  it("is two finite numbers near the origin, or null", () => {
    expect(position().check({ x: 1.5, y: -2, z: 3 })).toEqual({ x: 1.5, y: -2 });
    expect(position().check(null)).toBeNull();
    for (const wrong of [
      { x: 1 },
      { x: Number.NaN, y: 1 },
      { x: Infinity, y: 1 },
      { x: 1e9, y: 0 },
      [1, 2],
    ]) {
      expect(refusal(position(), wrong)).toEqual(invalid(1_000_000));
      expect(position().read(wrong)).toBeNull();
    }
  });
});

describe("a rank", () => {
  it("that is broken sorts last", () => {
    for (const broken of [undefined, "", "a", "!!", "a00", 7, "a".repeat(5000)]) {
      expect(rank().read(broken)).toBe(LAST_RANK);
      expect(refusal(rank(), broken)).toEqual(invalid());
    }
  });
});
