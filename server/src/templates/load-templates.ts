import { boardKinds, type BoardTemplate, boardTemplates } from "@tavolo/schema";
import type { Board } from "../boards/board.entity.ts";
import { sectionRecords } from "./section-record.ts";
import { Section } from "./section.graphql.ts";
import { Template } from "./template.graphql.ts";

/** The templates that boards can be made of, or those whose kind cannot be opened yet; null lists both. */
export const listTemplates = (offered: boolean | null): Template[] =>
  boardTemplates()
    .filter((template) => offered === null || template.offered === offered)
    .map((template) => new Template(template));

/** A template by its id, whether boards can be made of it or not. */
export const findTemplate = (id: string): BoardTemplate | undefined =>
  boardTemplates().find((template) => template.id === id);

/** The template a board was made from; a retired one is answered by another of the same kind. */
export const templateOfBoard = ({ templateId, kind }: Pick<Board, "templateId" | "kind">): Template => {
  const template = findTemplate(templateId) ?? boardTemplates().find((other) => other.kind === kind);
  if (!template) throw new Error(`There is no template for ${kind} boards.`);
  return new Template(template);
};

/** The sections of a board, in reading order. */
export const sectionsOfBoard = ({ id, kind }: Pick<Board, "id" | "kind">): Section[] =>
  sectionRecords(kind).map((record) => new Section(record, kind, id));

/** The keys of a board kind’s sections, in reading order. */
export const sectionKeys = (kind: string): string[] =>
  boardKinds.get(kind)?.sections.map(({ key }) => key) ?? [];
