import { createHash } from "node:crypto";
import { boardTemplates, inLanguage, type LanguageCode, swot, SWOT_SECTIONS } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import { enumName, sectionName, textsOf } from "./api-names.ts";
import type { BoardReport, ReportedBoard, ReportedNote, ReportedSection } from "./board-report.ts";
import { type BoardRows, readBoardRows } from "./read-board-rows.ts";
import { reportItems } from "./report-items.ts";
import { peopleOf } from "./report-people.ts";

/** Whether a report can be made of boards of this kind. */
export const isReported = (kind: string): boolean => kind === swot.kind;

/**
 * Makes the one report that every export format is written from. `em` has to be the entity manager of a
 * transaction that sees one snapshot, so that content, people and revision belong together.
 */
export const buildReport = async (
  em: EntityManager,
  { boardId, language, now }: { boardId: string; language: LanguageCode; now: Date },
): Promise<BoardReport> => {
  const board = reportBoard(await readBoardRows(em, boardId), language);
  return {
    board,
    export: {
      revision: board.revision,
      language,
      generatedAt: now.toISOString(),
      contentSha256: createHash("sha256").update(JSON.stringify(board)).digest("hex"),
    },
  };
};

const reportBoard = (rows: BoardRows, language: LanguageCode): ReportedBoard => {
  const { board, project, workshop, analysedObject } = rows;
  const { authorOf, stakeholderCounts, countsHere } = peopleOf(rows);
  const { clusters, notes } = reportItems(rows.items, { language, authorOf });
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
    counts: { notes: notes.length, clusters: clusters.length },
    sections: reportSections(board, notes, language),
    clusters: { nodes: clusters },
    notes: { nodes: notes },
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
