import { describe, expect, it } from "vitest";
import { newId } from "../ids.ts";
import { documentName, parseDocumentName } from "./document-name.ts";

describe("a document's name", () => {
  it("carries the board and its generation", () => {
    const boardId = newId();
    expect(documentName(boardId, 3)).toBe(`board/${boardId}/3`);
    expect(parseDocumentName(documentName(boardId, 3))).toEqual({ boardId, generation: 3 });
  });

  it("is nothing else", () => {
    const boardId = newId();
    for (const name of [
      "",
      "board",
      `board/${boardId}`,
      `board/${boardId}/`,
      `board/${boardId}/-1`,
      `board/${boardId}/01`,
      `board/${boardId}/1.5`,
      `board/${boardId}/9999999999`,
      `board/${boardId}/1/2`,
      ` board/${boardId}/1`,
      `board/${boardId}/1\n`,
      `board/${boardId.toUpperCase()}/1`,
      "board/n-001/1",
    ]) {
      expect([name, parseDocumentName(name)]).toEqual([name, null]);
    }
  });
});
