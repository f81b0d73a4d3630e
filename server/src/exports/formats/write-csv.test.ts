import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BoardReport, ReportedNote } from "../report/board-report.ts";
import { neutraliseFormula } from "./neutralise-formula.ts";
import { CSV_COLUMNS, writeCsv } from "./write-csv.ts";

const note = (changes: Partial<ReportedNote>): ReportedNote => ({
  id: "5f0b9d0e-4c0e-4a43-9f6e-0d5a8a5f2c11",
  text: "Aperto fino alle 23",
  language: "IT",
  translations: [{ language: "EN", text: "Open until 11 pm", status: "HUMAN" }],
  section: "STRENGTHS",
  rank: "a0",
  colour: "PAPER",
  factor: { code: "F-PLACE", name: "Place" },
  evidence: null,
  affected: ["young people", "families"],
  charterArticles: [
    { code: "CFR-12", number: 12, name: "Freedom of assembly and of association" },
    { code: "CFR-21", number: 21, name: "Non-discrimination" },
  ],
  cluster: null,
  author: { displayName: null, stakeholderGroup: "CSO" },
  createdAt: "2025-03-14T09:10:00.000Z",
  updatedAt: "2025-03-14T09:10:00.000Z",
  revision: 7,
  ...changes,
});

const report = (...notes: ReportedNote[]): BoardReport => ({
  board: {
    id: "019593e1-be80-7004-8000-000000000031",
    title: "SWOT – Officina",
    titles: [],
    kind: "SWOT",
    state: "OPEN",
    stateReason: null,
    stateChangedAt: null,
    display: "GROUP",
    editing: "EVERYONE",
    language: "IT",
    revision: 7,
    createdAt: "2025-03-14T09:00:00.000Z",
    project: { id: "p", name: "Demo", city: "Portavela", country: "IT", stakeholderCounts: [] },
    workshop: { id: "w", title: "Workshop", heldOn: "2025-03-14", place: null },
    analysedObject: null,
    template: { id: "civic-space-swot", version: 1, name: "SWOT of a civic space", purpose: "" },
    stakeholderCounts: [],
    counts: { notes: notes.length, clusters: 0 },
    sections: [
      {
        key: "STRENGTHS",
        name: "Strengths",
        row: "INTERNAL",
        rowName: "Internal",
        column: "HELPFUL",
        columnName: "Helpful",
        guidingQuestions: [],
        noteCount: notes.length,
      },
    ],
    clusters: { nodes: [] },
    notes: { nodes: notes },
  },
  export: { revision: 7, language: "en", generatedAt: "2025-03-15T08:00:00.000Z", contentSha256: "" },
});

const rows = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true });

describe("the CSV of a matrix", () => {
  test("is RFC 4180 with the byte order mark and one stable header", () => {
    const csv = writeCsv(report(note({ text: 'Say "yes",\nsay no' })));
    expect(csv.startsWith("\ufeffboard_id,board_title,revision,note_id,place,section,")).toBe(true);
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv).toContain('"Say ""yes"",\nsay no"');
  });

  test("holds a row a note, in order, with what was written and its translation into the asked language", () => {
    const [first, second] = rows(
      writeCsv(
        report(
          note({}),
          note({ text: "A lift", language: "EN", translations: [], cluster: { id: "c", name: "Doors" } }),
        ),
      ),
    );
    expect(first).toMatchObject({
      place: "1",
      section: "STRENGTHS",
      section_name: "Strengths",
      cluster_id: "",
      text: "Aperto fino alle 23",
      language: "IT",
      translation: "Open until 11 pm",
      translation_language: "EN",
      translation_status: "HUMAN",
      factor: "F-PLACE",
      charter_articles: "CFR-12; CFR-21",
      affected: "young people; families",
      author_name: "",
      author_group: "CSO",
      created_at: "2025-03-14T09:10:00.000Z",
    });
    expect(second).toMatchObject({ place: "2", text: "A lift", translation: "", cluster_name: "Doors" });
  });

  test("has its header also when nobody has written yet", () => {
    expect(writeCsv(report())).toBe(`\ufeff${CSV_COLUMNS.join(",")}\r\n`);
  });

  test("gives back any text whole, with an apostrophe where a spreadsheet would have run it", () => {
    const written = fc.oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc
        .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", " =", "\u00a0-", "＝"), fc.string())
        .map((s) => s.join("")),
      fc
        .array(fc.constantFrom('"', ",", "\r", "\n", ";", "=", "é", "'", " "), { minLength: 1 })
        .map((s) => s.join("")),
    );
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: written, affected: fc.array(written) }), { minLength: 1 }),
        (given) => {
          const read = rows(writeCsv(report(...given.map((fields) => note(fields)))));
          expect(read.map(({ text }) => text)).toEqual(given.map(({ text }) => neutraliseFormula(text)));
          expect(read.map(({ affected }) => affected)).toEqual(
            given.map(({ affected }) => neutraliseFormula(affected.join("; "))),
          );
          for (const row of read) {
            for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
          }
        },
      ),
    );
  });
});
