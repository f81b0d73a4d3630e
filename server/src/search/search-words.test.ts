import { expect, test } from "vitest";
import { MOST_WORDS, searchWords } from "./search-words.ts";

test("every word counts, as the beginning of one, whatever its accents and case", () => {
  expect(searchWords("Città, perché")).toBe("citta:* & perche:*");
  expect(searchWords("l’associazione co-construction")).toBe("associazione:* & co:* & construction:*");
  expect(searchWords("ΔΉΜΟΣ")).toBe("δημοσ:*");
});

test("nothing that means something to the database gets through", () => {
  expect(searchWords("a & !b | (c:* <-> 'd' \\ \0")).toBe("a & b & c & d");
  expect(searchWords(" ?!… ")).toBeNull();
  expect(searchWords("\ud800")).toBeNull();
});

test("a paste is cut to its first words", () => {
  expect(searchWords(Array.from({ length: 100 }, (_, n) => `word${n}`).join(" "))?.split(" & ")).toHaveLength(
    MOST_WORDS,
  );
});
