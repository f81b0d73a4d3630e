import { createHash } from "node:crypto";
import { boardTemplates, inLanguage, type LanguageCode, swot, SWOT_SECTIONS } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import { enumName, sectionName, textsOf } from "./api-names.ts";
import { boardDefinition } from "../../boards/board-definition.ts";
import type {
  ReportedBoard,
  ReportedHead,
  ReportedNote,
  ReportedRevision,
  ReportedSection,
} from "./board-report.ts";
import { readDecidedRows } from "./decided-rows.ts";
import type { AnyReport } from "./kind-report.ts";
import { type BoardRows, readBoardRows } from "./read-board-rows.ts";
import { reportItems } from "./report-items.ts";
import { reportKind } from "./report-kind.ts";
import { peopleOf } from "./report-people.ts";

/**
 * Makes the one report that every export format is written from. `em` has to be the entity manager of a
 * transaction that sees one snapshot, so that content, people and revision belong together.
 */
export const buildReport = async (
  em: EntityManager,
  { boardId, language, now }: { boardId: string; language: LanguageCode; now: Date },
): Promise<AnyReport> => {
  const rows = await readBoardRows(em, boardId);
  if (rows.board.kind === swot.kind) {
    const board = reportBoard(rows, language);
    return { board, export: revisionOf(board, { language, now }) };
  }
  const report = reportKind({
    definition: boardDefinition(rows.board),
    head: reportHead(rows, language),
    rows: rows.items,
    decided: await readDecidedRows(em, boardId),
    authorOf: peopleOf(rows).authorOf,
    language,
    now,
  });
  return { ...report, export: revisionOf(report.board, { language, now }) };
};

const revisionOf = (
  board: ReportedHead,
  { language, now }: { language: LanguageCode; now: Date },
): ReportedRevision => ({
  revision: board.revision,
  language,
  generatedAt: now.toISOString(),
  contentSha256: createHash("sha256").update(JSON.stringify(board)).digest("hex"),
});

const reportBoard = (rows: BoardRows, language: LanguageCode): ReportedBoard => {
  const { clusters, notes } = reportItems(rows.items, { language, authorOf: peopleOf(rows).authorOf });
  return {
    ...reportHead(rows, language),
    counts: { notes: notes.length, clusters: clusters.length },
    sections: reportSections(rows.board, notes, language),
    clusters: { nodes: clusters },
    notes: { nodes: notes },
  };
};

const reportHead = (rows: BoardRows, language: LanguageCode): ReportedHead => {
  const { board, project, workshop, analysedObject } = rows;
  const { stakeholderCounts, countsHere } = peopleOf(rows);
  const template = rows.ownTemplate ?? boardTemplates().find(({ id }) => id === board.templateId);
  return {
    id: board.id,
    title: inLanguage(board.title, language, board.language),
    titles: textsOf(board.title),
    kind: enumName(board.kind),
    state: enumName(board.state),
    stateReason: board.stateReason ?? null,
    stateChangedAt: board.stateChangedAt?.toISOString() ?? null,
    display: enumName(board.display),
    editing: enumName(board.editing),
    language: enumName(board.language),
    revision: board.projectedSeq,
    createdAt: board.createdAt.toISOString(),
    project: {
      id: project.id,
      name: inLanguage(project.name, language, project.language),
      city: project.city ?? null,
      country: project.country,
      stakeholderCounts,
    },
    workshop: {
      id: workshop.id,
      title: inLanguage(workshop.title, language, workshop.language),
      heldOn: workshop.heldOn ?? null,
      place: workshop.place ? inLanguage(workshop.place, language, workshop.language) : null,
    },
    analysedObject: analysedObject && {
      id: analysedObject.id,
      type: enumName(analysedObject.type),
      name: inLanguage(analysedObject.name, language),
      description: analysedObject.description ? inLanguage(analysedObject.description, language) : null,
    },
    template: {
      id: board.templateId,
      version: board.templateVersion,
      name: template ? inLanguage(template.name, language) : board.templateId,
      purpose: template ? inLanguage(template.purpose, language) : "",
    },
    stakeholderCounts: countsHere,
  };
};

const reportSections = (
  { templateContent }: BoardRows["board"],
  notes: readonly ReportedNote[],
  language: LanguageCode,
): ReportedSection[] => {
  const axisName = (axis: keyof typeof swot.axes, code: string) => {
    const value = swot.axes[axis].find((candidate) => candidate.code === code);
    return value ? inLanguage(value.name, language) : code;
  };
  return SWOT_SECTIONS.map((declared) => {
    const own = templateContent?.sections.find(({ key }) => key === declared.key);
    return { ...declared, ...(own && { name: own.name, guidingQuestions: own.guidingQuestions }) };
  }).map((section) => ({
    key: sectionName(section.key),
    name: inLanguage(section.name, language),
    row: enumName(section.row),
    rowName: axisName("rows", section.row),
    column: enumName(section.column),
    columnName: axisName("columns", section.column),
    guidingQuestions: section.guidingQuestions.map((question) => inLanguage(question, language)),
    noteCount: notes.filter((note) => note.section === sectionName(section.key)).length,
  }));
};
