import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText, wordsOf } from "./words.ts";

describe("a text to be searched", () => {
  test.each([
    ["Città, PERCHÉ", "citta, perche"],
    ["Świetlica młodzieży, Łódź", "swietlica mlodziezy, lodz"],
    ["Straße in STRASSE", "strasse in strasse"],
    ["Ærø, Þingvellir, cœur", "aero, thingvellir, coeur"],
    ["ΔΉΜΟΣ δήμος", "δημοσ δημοσ"],
    ["İstanbul, ısı", "istanbul, isi"],
    ["Община Їжак", "община ижак".replace("ижак", "іжак")],
    ["ﬁne", "fine"],
  ])("%s is %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test("of any script, folded twice, is what it was folded once", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0x10ffff)), (letters) => {
        const text = String.fromCodePoint(...letters);
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  test("has each word once, without what stands between them", () => {
    expect(wordsOf("L’associazione, co-construction & e-mail: rooms/halls.")).toEqual([
      "l",
      "associazione",
      "co",
      "construction",
      "e",
      "mail",
      "rooms",
      "halls",
    ]);
    expect(wordsOf("più PIU piu")).toEqual(["piu"]);
    expect(wordsOf("\0 ?! \ud800")).toEqual([]);
    expect(wordsOf("x".repeat(5_000))[0]).toHaveLength(48);
  });
});
