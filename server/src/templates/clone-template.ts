import { boardKinds, can, InvalidEdit, newId, templateContentOf } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { templateNotOffered, unknownReference } from "../errors.ts";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findProjectActor } from "../people/board-access.ts";
import type { CloneTemplateInput } from "./own-template.graphql.ts";
import { type OwnTemplate, OwnTemplateSchema } from "./own-template.entity.ts";
import { findTemplate } from "./load-templates.ts";

/** More than a network of cities words for itself; the list is answered in one piece. */
const MOST_OWN_TEMPLATES = 100;

/** Makes a template a project’s own, in the words it has, under a name of its own. */
export const cloneTemplate = async (
  context: GraphQLContext,
  { projectId, templateId, name, language }: CloneTemplateInput,
): Promise<OwnTemplate> => {
  const { em, viewer } = context;
  const { project, actor } = await findProjectActor(em, viewer, projectId);
  insist(can("template.update", { role: actor.role, archived: isArchived(project) }));
  const template = await findTemplate(context, project.id, templateId);
  const declared = template && boardKinds.get(template.kind);
  if (!declared) {
    throw unknownReference("templateId", "The project has no template of this id; see `templates`.");
  }
  if (!template.offered) throw templateNotOffered(template.id);
  if ((await em.count(OwnTemplateSchema, { project: project.id })) >= MOST_OWN_TEMPLATES) {
    const message = `A project has at most ${MOST_OWN_TEMPLATES} templates of its own.`;
    throw new InvalidEdit("TOO_MANY_ITEMS", "templates", message, MOST_OWN_TEMPLATES);
  }
  const base = template.base ?? template;
  const id = newId();
  await em.insert(OwnTemplateSchema, {
    id,
    project: project.id,
    kind: template.kind,
    baseTemplate: base.id,
    baseVersion: base.version,
    name: { [language]: checkedText("name", name, textLimits.name) },
    purpose: template.purpose,
    language,
    content: template.templateContent ?? templateContentOf(declared),
    createdBy: actor.participantId,
  });
  readAfresh(context);
  return context.em.findOneOrFail(OwnTemplateSchema, { id });
};
