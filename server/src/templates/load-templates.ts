import { boardKinds, type BoardTemplate, boardTemplates } from "@tavolo/schema";
import type { Board } from "../boards/board.entity.ts";
import { sectionRecords } from "./section-record.ts";
import { Section } from "./section.graphql.ts";
import { Template } from "./template.graphql.ts";

/** Every template that boards can be made of. */
export const listTemplates = (): Template[] => offered().map((template) => new Template(template));

/** A template that boards can be made of, by its id. */
export const findTemplate = (id: string): BoardTemplate | undefined =>
  offered().find((template) => template.id === id);

/** The template a board was made from; a retired one is answered by another of the same kind. */
export const templateOfBoard = ({ templateId, kind }: Pick<Board, "templateId" | "kind">): Template => {
  const template = findTemplate(templateId) ?? boardTemplates().find((other) => other.kind === kind);
  if (!template) throw new Error(`There is no template for ${kind} boards.`);
  return new Template(template);
};

/** The sections of a board, in reading order. */
export const sectionsOfBoard = ({ id, kind }: Pick<Board, "id" | "kind">): Section[] =>
  sectionRecords(kind).map((record) => new Section(record, id));

/** The keys of a board kind’s sections, in reading order. */
export const sectionKeys = (kind: string): string[] =>
  boardKinds.get(kind)?.sections.map(({ key }) => key) ?? [];

const offered = (): BoardTemplate[] => boardTemplates().filter((template) => template.offered);
