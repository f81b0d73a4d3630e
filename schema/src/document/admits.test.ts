import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { swot } from "../boards/swot/board.ts";
import { newItemId } from "../ids.ts";
import { admits, type Content, type DocumentPlace } from "./admits.ts";

const id = newItemId();
const at = (...path: string[]): DocumentPlace => ({ root: "notes", path, inside: false });
const value = (raw: unknown): Content => ({ kind: "value", value: raw });

describe("what a board has a place for", () => {
  it("takes an item, its containers and its words", () => {
    expect(admits(swot, at(id), { kind: "map" })).toBe(true);
    expect(admits(swot, at(id, "text"), { kind: "text" })).toBe(true);
    expect(admits(swot, { ...at(id, "text"), inside: true }, { kind: "characters" })).toBe(true);
    expect(admits(swot, at(id, "translations"), { kind: "map" })).toBe(true);
  });

  it.each<[string, DocumentPlace, Content]>([
    ["a root that is not declared", { root: "secrets", path: [id], inside: false }, { kind: "map" }],
    ["the document’s own root", { root: "meta", path: ["kind"], inside: false }, value("tows")],
    ["a key that is no id", at("__proto__"), { kind: "map" }],
    ["an item that is a text", at(id), { kind: "text" }],
    ["a list in a collection", { root: "notes", path: [], inside: true }, value("x")],
    ["a field that is not declared", at(id, "authorOfThis"), value("me")],
    ["a field that every object has", at(id, "constructor"), value("me")],
    ["a text that is a plain value", at(id, "text"), value("words")],
    ["a plain value that is a text", at(id, "colour"), { kind: "text" }],
    ["something else than characters in a text", { ...at(id, "text"), inside: true }, { kind: "other" }],
    ["characters in a map", { ...at(id, "translations"), inside: true }, { kind: "characters" }],
    ["something below a plain value", at(id, "colour", "deep"), value("x")],
    ["something below a translation", at(id, "translations", "it", "text"), value("x")],
    ["an unknown language", at(id, "translations", "xx"), value({ text: "ciao", status: "human" })],
    ["a translation without status", at(id, "translations", "it"), value({ text: "ciao" })],
    [
      "a translation beyond its length",
      at(id, "translations", "it"),
      value({ text: "a".repeat(281), status: "human" }),
    ],
    ["a place that is no number", at(id, "position"), value({ x: Number.NaN, y: 0 })],
    ["a place with more to it", at(id, "position"), value({ x: 1, y: 0, z: 1 })],
    ["a link that is script", at(id, "evidence"), value("javascript:alert(1)")],
    ["a mark that is a word", at(id, "removed"), value("yes")],
    ["tags in another shape", at(id, "affected"), value({ 0: "women" })],
    ["an unknown article", at(id, "charterArticles"), value(["12", "999"])],
  ])("refuses %s", (_name, place, content) => {
    expect(admits(swot, place, content)).toBe(false);
  });

  it("never throws, whatever comes", () => {
    const anyPlace = fc.record({
      root: fc.oneof(fc.constantFrom("notes", "clusters", "meta"), fc.string()),
      path: fc.array(fc.oneof(fc.constantFrom(id, "text", "position", "affected", "it"), fc.string()), {
        maxLength: 4,
      }),
      inside: fc.boolean(),
    });
    fc.assert(
      fc.property(anyPlace, fc.anything({ withNullPrototype: true }), (place, raw) => {
        expect(admits(swot, place, value(raw))).toBeTypeOf("boolean");
      }),
    );
  });

  const plainFields = Object.entries(swot.collections).flatMap(([root, { fields }]) =>
    Object.entries(fields)
      .filter(([, field]) => field.shared === "plain")
      .map(([name, field]) => ({ root, name, field })),
  );

  it.each(plainFields)("takes what $root.$name of a new item starts with", ({ root, name, field }) => {
    expect(admits(swot, { root, path: [id, name], inside: false }, value(field.initial))).toBe(true);
  });

  it("reads a shared type as nothing that may stand for a value", () => {
    expect(admits(swot, at(id, "colour"), value(new Y.Map()))).toBe(false);
  });
});
