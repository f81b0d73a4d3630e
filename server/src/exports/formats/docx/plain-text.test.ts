import { expect, test } from "vitest";
import { isRightToLeft, writable } from "./plain-text.ts";

test("what XML cannot hold is left out, everything else stays", () => {
  expect(writable("a\u0000b\u0008c\u000bd\u001fe\ufffef\uffff")).toBe("abcdef");
  expect(writable("half \ud83d of an emoji, and a whole 🏛️")).toBe("half \ufffd of an emoji, and a whole 🏛️");
  expect(writable("tab\tline\nend")).toBe("tab\tline\nend");
});

test("a text is written from right to left when its first letter is", () => {
  expect(isRightToLeft("«مفتوح» open")).toBe(true);
  expect(isRightToLeft("12. פתוח")).toBe(true);
  expect(isRightToLeft("open مفتوح")).toBe(false);
  expect(isRightToLeft("…")).toBe(false);
});
