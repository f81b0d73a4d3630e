import { describe, expect, test } from "vitest";
import { readCursor, type SortKey, writeCursor } from "./cursor.ts";

const isRank = ([section, rank, ...more]: SortKey) =>
  typeof section === "number" && typeof rank === "string" && more.length === 0;

describe("a cursor", () => {
  test("brings back the place it was made at", () => {
    expect(readCursor("notes", writeCursor("notes", [2, "a1ò"]), isRank)).toEqual([2, "a1ò"]);
  });

  test.each([
    ["of another list", writeCursor("clusters", [2, "a1"])],
    ["with other values", writeCursor("notes", ["a1", 2])],
    ["with more values", writeCursor("notes", [2, "a1", 3])],
    ["that somebody made up", "nonsense"],
    ["that is no list", Buffer.from("7").toString("base64url")],
    ["that is empty", ""],
  ])("%s is refused", (_what, cursor) => {
    expect(() => readCursor("notes", cursor, isRank)).toThrowError(
      expect.objectContaining({ code: "CURSOR_INVALID" }),
    );
  });
});
