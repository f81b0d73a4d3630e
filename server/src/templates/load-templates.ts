import { isId } from "@tavolo/schema";
import type { Board } from "../boards/board.entity.ts";
import { byId, byParent } from "../graphql/by-id.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { OwnTemplateSchema } from "./own-template.entity.ts";
import { sectionRecords } from "./section-record.ts";
import { Section } from "./section.graphql.ts";
import { Template } from "./template.graphql.ts";
import {
  findShipped,
  ownRecord,
  shippedOrLike,
  shippedTemplates,
  type TemplateRecord,
} from "./template-record.ts";

const ownTemplateById = byId((em, ids) => em.find(OwnTemplateSchema, { id: { $in: ids } }));
const ownTemplatesByProject = byParent(
  (em, ids) =>
    em.find(OwnTemplateSchema, { project: { $in: ids } }, { orderBy: { createdAt: "asc", id: "asc" } }),
  ({ project }) => project,
);

/** The templates that boards can be made of, or those whose kind cannot be opened yet; null lists both. */
export const listTemplates = (offered: boolean | null): Template[] =>
  shippedTemplates()
    .filter((template) => offered === null || template.offered === offered)
    .map((template) => new Template(template));

/** What boards of a project are made from: its own templates, oldest first, then the shipped ones; or its archive. */
export const templatesOfProject = async (
  { loaders }: GraphQLContext,
  projectId: string,
  archived: boolean,
): Promise<Template[]> => {
  const rows = await loaders.of(ownTemplatesByProject).load(projectId);
  const own = rows
    .filter(({ archivedAt }) => Boolean(archivedAt) === archived)
    .map((row) => new Template(ownRecord(row)));
  return archived ? own : [...own, ...listTemplates(true)];
};

/** What a new board, or another template, of a project can begin with; one in the archive is not found. */
export const findTemplate = async (
  { em }: Pick<GraphQLContext, "em">,
  projectId: string,
  id: string,
): Promise<TemplateRecord | undefined> => {
  if (!isId(id)) return findShipped(id);
  const row = await em.findOne(OwnTemplateSchema, { id, project: projectId, archivedAt: null });
  return row ? ownRecord(row) : undefined;
};

/** The template a board was made from, as it is today; a retired one is answered by another of the same kind. */
export const templateOfBoard = async (
  { loaders }: GraphQLContext,
  { templateId, kind }: Pick<Board, "templateId" | "kind">,
): Promise<Template> => {
  const own = isId(templateId) ? await loaders.of(ownTemplateById).load(templateId) : null;
  return new Template(own ? ownRecord(own) : shippedOrLike(templateId, kind));
};

/** The sections of a board, in reading order. */
export const sectionsOfBoard = (board: Pick<Board, "id" | "kind" | "templateContent">): Section[] =>
  sectionRecords(board).map((record) => new Section(record, board.kind, board.id));
