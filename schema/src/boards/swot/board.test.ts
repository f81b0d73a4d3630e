import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createDocument } from "../../document/create-document.ts";
import { editBoard } from "../../document/edit-board.ts";
import { readBoard, readItem } from "../../document/read-board.ts";
import { LANGUAGE_CODES } from "../../reference/languages.ts";
import { boardKinds } from "../board-kinds.ts";
import { NOTE_LENGTH, swot } from "./board.ts";
import example from "./example.json" with { type: "json" };
import { SWOT_SECTION_KEYS, SWOT_SECTIONS, type SwotSection } from "./sections.ts";
import template from "./template.json" with { type: "json" };

describe("the SWOT board", () => {
  it("is found by its kind", () => {
    expect(boardKinds.get("swot")).toBe(swot);
  });

  it("has its sections where helpful meets harmful and internal meets external", () => {
    const places = SWOT_SECTIONS.map(({ key, row, column }) => [key, row, column]);
    expect(places).toEqual([
      ["S", "internal", "helpful"],
      ["W", "internal", "harmful"],
      ["O", "external", "helpful"],
      ["T", "external", "harmful"],
    ]);
    expect(swot.axes.rows.map(({ code }) => code)).toEqual(["internal", "external"]);
    expect(swot.axes.columns.map(({ code }) => code)).toEqual(["helpful", "harmful"]);
  });

  it("names its sections in every language and asks about them in English and Italian", () => {
    expect(SWOT_SECTIONS.map(({ key }) => key)).toEqual(SWOT_SECTION_KEYS);
    for (const { name, guidingQuestions, icon, colourToken } of SWOT_SECTIONS) {
      expect(Object.keys(name)).toEqual(LANGUAGE_CODES);
      expect(guidingQuestions.length).toBeGreaterThanOrEqual(2);
      for (const question of guidingQuestions) expect([question.en, question.it]).not.toContain(undefined);
      expect([icon, colourToken]).not.toContain("");
    }
    expect(SWOT_SECTIONS[1]?.name.it).toBe("Punti di debolezza");
  });

  it("has a field for everything the template asks of a note, with its limits", () => {
    const fieldOf: Record<string, keyof typeof swot.collections.notes.fields> = {
      text: "text",
      factor: "factor",
      standards: "charterArticles",
      evidence: "evidence",
      affected: "affected",
    };
    for (const asked of template.structure.note_fields) expect(fieldOf).toHaveProperty(asked.id);
    const text = template.structure.note_fields.find(({ id }) => id === "text");
    expect(text?.max_length).toBe(NOTE_LENGTH);
    expect(swot.collections.notes.fields.text).toMatchObject({
      maxLength: NOTE_LENGTH,
      required: text?.required,
    });
  });
});

function section(key: string): SwotSection {
  const found = SWOT_SECTION_KEYS.find((known) => known === key);
  if (!found) throw new Error(`unknown section ${key}`);
  return found;
}

describe("the example", () => {
  it("goes onto a board by strict editing and reads back complete, in both languages", () => {
    const doc = new Y.Doc();
    createDocument(swot, doc);
    const editor = editBoard(swot, doc, { origin: "example" });
    const clusterIds = new Map<string | null, string>();
    for (const cluster of example.clusters) {
      const id = editor.add("clusters", {
        section: section(cluster.section),
        name: cluster.title.it,
        language: "it",
        translations: { en: { text: cluster.title.en, status: "human" } },
      });
      clusterIds.set(cluster.id, id);
    }
    const noteIds = new Map<string, string>();
    for (const note of example.notes) {
      const [written, other] =
        note.original_language === "it" ? (["it", "en"] as const) : (["en", "it"] as const);
      const id = editor.add("notes", {
        section: section(note.section),
        text: note.text[written],
        language: written,
        translations: { [other]: { text: note.text[other], status: "human" } },
        factor: note.factor,
        charterArticles: note.standards,
        cluster: clusterIds.get(note.cluster_id) ?? null,
      });
      noteIds.set(note.id, id);
    }

    const content = readBoard(swot, doc);
    expect(content.notes).toHaveLength(example.notes.length);
    expect(content.clusters).toHaveLength(example.clusters.length);
    for (const note of example.notes) {
      const read = readItem(swot, doc, "notes", noteIds.get(note.id) ?? "");
      expect({ ...read?.translations, [read?.language ?? ""]: { text: read?.text } }).toMatchObject({
        en: { text: note.text.en },
        it: { text: note.text.it },
      });
      expect(read).toMatchObject({ section: note.section, factor: note.factor });
      expect(read?.charterArticles.toSorted()).toEqual(note.standards.toSorted());
    }
    for (const cluster of example.clusters) {
      const read = readItem(swot, doc, "clusters", clusterIds.get(cluster.id) ?? "");
      expect(read?.noteIds).toEqual(cluster.note_ids.map((id) => noteIds.get(id)));
    }
  });
});
