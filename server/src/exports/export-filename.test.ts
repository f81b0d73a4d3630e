import { describe, expect, test } from "vitest";
import { exportFilename } from "./export-filename.ts";
import type { BoardReport } from "./report/board-report.ts";

const report = (changes: {
  name?: string;
  city?: string | null;
  object?: string | null;
  heldOn?: string | null;
}) =>
  ({
    board: {
      project: { name: changes.name ?? "Demo – Rights in shared spaces", city: changes.city ?? null },
      workshop: { heldOn: changes.heldOn ?? null },
      template: { id: "civic-space-swot" },
      analysedObject: changes.object ? { name: changes.object } : null,
      revision: 76,
    },
    export: { language: "it", generatedAt: "2026-01-31T23:30:00.000Z" },
  }) as unknown as BoardReport;

describe("the name of an exported file", () => {
  test("says project, city, template, object, day, revision and language", () => {
    expect(
      exportFilename(
        report({
          city: "Portavela",
          object: "Officina dei Quartieri (ex deposito tram)",
          heldOn: "2025-03-14",
        }),
        "csv",
      ),
    ).toBe(
      "demo-rights-in-shared-spaces_portavela_civic-space-swot_officina-dei-quartieri-ex-deposito-tram_2025-03-14_v76_it.csv",
    );
  });

  test("leaves out what is not known and takes the day of the export", () => {
    expect(exportFilename(report({}), "json")).toBe(
      "demo-rights-in-shared-spaces_civic-space-swot_2026-01-31_v76_it.json",
    );
  });

  test.each(["Łódź – Miasto Praw", "Αθήνα", "../../etc/passwd", 'a"b\r\nc', "日本", "x".repeat(500)])(
    "is plain, short ASCII for a project called %j",
    (name) => {
      const filename = exportFilename(report({ name }), "csv");
      expect(filename).toMatch(/^[a-z0-9_.-]+\.csv$/);
      expect(filename).not.toContain("..");
      expect(filename.length).toBeLessThan(200);
    },
  );
});
