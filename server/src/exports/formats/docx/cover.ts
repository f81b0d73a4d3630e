import { BorderStyle, HeadingLevel, Paragraph, type Table } from "docx";
import { BRAND, INK_2, PORTRAIT_WIDTH } from "./look.ts";
import type { HeadSheet } from "./sheet.ts";
import { factTable } from "./facts.ts";
import { paragraph } from "./text.ts";
import { tileStrip } from "./tile-strip.ts";

/** The first page: what this is, of what, from when, and how final. */
export const cover = (sheet: HeadSheet): (Paragraph | Table)[] => {
  const { report, words, day } = sheet;
  const { board } = report;
  const { cover: say } = words;
  const title = board.titles.find(({ text }) => text === board.title);
  const people = board.stakeholderCounts.reduce((sum, { count }) => sum + count, 0);
  const state =
    board.state === "FROZEN" && board.stateChangedAt ? say.frozen(day(board.stateChangedAt)) : say.open;
  const facts: [string, string | null][] = [
    [say.workshop, board.workshop.title],
    [say.heldOn, board.workshop.heldOn && day(board.workshop.heldOn)],
    [say.place, board.workshop.place],
    [say.city, board.project.city && `${board.project.city} (${board.project.country})`],
    [say.people, people > 0 ? say.people_n(people) : null],
    [say.state, state],
    [say.stand, say.stand_n(report.export.revision, day(report.export.generatedAt))],
  ];
  return [
    new Paragraph({ children: [tileStrip(say.strip)], spacing: { after: 1300 } }),
    paragraph(board.project.name, { style: "Overline" }),
    paragraph(board.title, { heading: HeadingLevel.TITLE, language: title?.language }),
    paragraph(`${say.kind}: ${board.template.name}`, {
      run: { size: 26, color: INK_2 },
      spacing: { after: 480 },
    }),
    ...(board.analysedObject
      ? [
          paragraph(say.object, { style: "Small", spacing: { after: 20 }, keepNext: true }),
          paragraph(board.analysedObject.name, {
            run: { bold: true, size: 26 },
            spacing: { after: 60 },
          }),
          ...(board.analysedObject.description ? [paragraph(board.analysedObject.description)] : []),
        ]
      : []),
    new Paragraph({
      spacing: { before: 240, after: 240 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 12, color: BRAND, space: 1 } },
    }),
    factTable(facts, PORTRAIT_WIDTH),
    paragraph(say.madeBy, { style: "Small", spacing: { before: 900 } }),
  ];
};
