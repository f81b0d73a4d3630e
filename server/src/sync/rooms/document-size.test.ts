import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { DocumentSize } from "./document-size.ts";

const LIMIT = 8 * 1024 * 1024;

/** A document of so many bytes, and a text in it. */
const documentOf = (bytes: number) => {
  const doc = new Y.Doc();
  const text = doc.getText("ballast");
  text.insert(0, "x".repeat(bytes));
  return { doc, text };
};

describe("a document", () => {
  it("is full at twenty thousand items", () => {
    const { doc } = documentOf(10);
    expect(new DocumentSize(doc, { size: 19_999 }, 10).isFull).toBe(false);
    expect(new DocumentSize(doc, { size: 20_000 }, 10).isFull).toBe(true);
  });

  it("is full at eight mebibytes, counted from what was applied", () => {
    const { doc, text } = documentOf(LIMIT - 1_000);
    const size = new DocumentSize(doc, { size: 1 }, LIMIT - 1_000);
    expect(size.isFull).toBe(false);
    text.insert(0, "y".repeat(1_000));
    size.grow(1_010);
    expect(size.isFull).toBe(true);
  });

  it("is not full by what was written and deleted again", () => {
    const { doc } = documentOf(1_000);
    const size = new DocumentSize(doc, { size: 1 }, 1_000);
    size.grow(2 * LIMIT);
    expect(size.isFull).toBe(false);
  });

  it("has room again once enough was deleted", () => {
    const { doc, text } = documentOf(LIMIT + 1_000);
    const size = new DocumentSize(doc, { size: 1 }, LIMIT + 1_000);
    expect(size.isFull).toBe(true);
    text.delete(0, LIMIT);
    size.grow(300 * 1024);
    expect(size.isFull).toBe(false);
  });
});
