import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { admits } from "../document/admits.ts";
import { createDocument } from "../document/create-document.ts";
import type { BoardDefinition } from "../document/define-board.ts";
import { editBoard } from "../document/edit-board.ts";
import type { Field, FieldWords } from "../document/field.ts";
import { isItemRef } from "../document/fields/item-ref.ts";
import { readBoard, type AnyItem } from "../document/read-board.ts";
import { newItemId } from "../ids.ts";
import type { LocalisedText } from "../reference/localised-text.ts";
import { frameworkById } from "../reference/library.ts";
import { boardKinds } from "./board-kinds.ts";
import { templateFiles } from "./template-files.ts";

const isBilingual = ({ en, it: italian }: LocalisedText) => Boolean(en?.trim() && italian?.trim());

type Told = Partial<FieldWords> & {
  readonly values?: unknown;
  readonly kind?: string;
  readonly frameworks?: readonly string[];
};

/** Everything a board tells people about, by a path for the message. */
function told(board: BoardDefinition): (readonly [path: string, words: Told])[] {
  const collections = Object.entries(board.collections).flatMap(([name, { fields, decided, computed }]) =>
    Object.entries({ ...fields, ...decided, ...computed }).map(
      ([field, words]) => [`${name}.${field}`, words] as const,
    ),
  );
  const forms = Object.entries(board.forms ?? {}).flatMap(([name, { fields }]) =>
    Object.entries(fields).map(([field, words]) => [`${name}.${field}`, words] as const),
  );
  return [...collections, ...forms];
}

/** What a template asks people for, wherever it asks. */
function asked(file: object = {}): { id: string; required?: boolean }[] {
  const structure: Record<string, unknown> = "structure" in file ? { ...Object(file.structure) } : {};
  return ["columns", "note_fields", "form", "aggregate_record"].flatMap((list) => {
    const columns = structure[list];
    return Array.isArray(columns) ? columns : [];
  });
}

/** The least that may be added, by the strictest reading. */
const least: Readonly<Record<string, unknown>> = { text: "Something to say" };

function leastItem(board: BoardDefinition, collection: string): Record<string, unknown> {
  const fields: Readonly<Record<string, Field>> = board.collections[collection]?.fields ?? {};
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      if (!field.required) return [];
      return [[name, field.kind === "section" ? board.sections[0]?.key : least["text"]]];
    }),
  );
}

describe.each([...boardKinds.values()].map((board) => [board.kind, board] as const))("%s", (kind, board) => {
  const file = templateFiles.find((template) => template.kind === kind)?.file;

  it("tells people in English and Italian what everything is", () => {
    for (const [path, { label }] of told(board))
      expect([path, label && isBilingual(label)]).toEqual([path, true]);
    for (const { names } of [...Object.values(board.collections), ...Object.values(board.forms ?? {})]) {
      expect([names.one, names.many].every(isBilingual)).toBe(true);
    }
    for (const { key, name, guidingQuestions } of board.sections) {
      expect([key, isBilingual(name), guidingQuestions.length > 0]).toEqual([key, true, true]);
      expect(guidingQuestions.every(isBilingual)).toBe(true);
    }
  });

  it("has a name in both languages for everything that can be chosen", () => {
    for (const [path, { values, kind: fieldKind, valueNames = {} }] of told(board)) {
      if (!Array.isArray(values) || ["language", "section", "colour"].includes(fieldKind ?? "")) continue;
      const nameless = values.filter((value) => {
        const name = valueNames[String(value)];
        return !name || !isBilingual(name);
      });
      expect([path, nameless]).toEqual([path, []]);
    }
  });

  it("answers everything its template asks, and takes from it what is still to fill", () => {
    const words = told(board).map(([, field]) => field);
    for (const { id, required = false } of asked(file)) {
      const answers = words.filter(({ column }) => column === id);
      expect([id, answers.length > 0]).toEqual([id, true]);
      expect([id, answers.some(({ toFill }) => toFill)]).toEqual([id, required]);
    }
    const columns = words.flatMap(({ column }) => column ?? []);
    expect(asked(file).map(({ id }) => id)).toEqual(expect.arrayContaining(columns));
  });

  it("cites only standards that the library holds", () => {
    const cited = told(board).flatMap(([, { frameworks: ids }]) => ids ?? []);
    for (const id of [...cited, ...(file?.frameworks ?? [])])
      expect([id, frameworkById(id)?.id]).toEqual([id, id]);
  });

  it("takes an item with the least that may be said, and copies it whole onto another board", () => {
    const doc = new Y.Doc();
    createDocument(board, doc);
    const editor = editBoard(board, doc, { origin: "test" });
    for (const name of Object.keys(board.collections)) editor.add(name, leastItem(board, name));
    const other = new Y.Doc();
    createDocument(board, other);
    const { meta, ...content } = readBoard(board, doc);
    expect(meta).toEqual({ kind, version: 1 });
    for (const [name, items] of Object.entries<readonly AnyItem[]>(content)) {
      expect([name, items.length]).toEqual([name, 1]);
      for (const item of items) editBoard(board, other, { origin: "test" }).copy(name, item);
    }
    expect(readBoard(board, other)).toEqual({ meta, ...content });
  });

  it("starts with items that strict editing takes", () => {
    const doc = new Y.Doc();
    createDocument(board, doc);
    const editor = editBoard(board, doc, { origin: "test" });
    for (const { collection, fields } of board.starts ?? []) editor.add(collection, fields);
    const { meta: _, ...content } = readBoard(board, doc);
    const items = Object.values<readonly AnyItem[]>(content).flat();
    expect(items).toHaveLength(board.starts?.length ?? 0);
  });

  it("admits at the gate what strict editing writes, and nothing that is decided", () => {
    for (const [root, { fields, decided = {} }] of Object.entries(board.collections)) {
      for (const [name, field] of Object.entries(fields)) {
        const place = { root, path: [newItemId(), name], inside: false };
        const content =
          field.shared === "plain"
            ? ({ kind: "value", value: isItemRef(field) ? newItemId() : field.initial } as const)
            : ({ kind: field.shared } as const);
        expect([name, admits(board, place, content)]).toEqual([name, true]);
      }
      for (const [name, field] of Object.entries(decided)) {
        const place = { root, path: [newItemId(), name], inside: false };
        expect([name, admits(board, place, { kind: "value", value: field.initial })]).toEqual([name, false]);
      }
    }
  });
});

it("every kind has a name that a program can spell", () => {
  for (const kind of boardKinds.keys()) expect(kind).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
  expect(boardKinds.size).toBe(16);
});
