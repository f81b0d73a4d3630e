import { can, isId, newId } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { templateNotOffered, unknownReference } from "../errors.ts";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findWorkshopActor } from "../people/board-access.ts";
import { AnalysedObjectSchema } from "../projects/analysed-object.entity.ts";
import { findTemplate } from "../templates/load-templates.ts";
import { holdWorkshop } from "../workshops/hold-workshop.ts";
import { BoardSchema } from "./board.entity.ts";
import type { CreateBoardInput } from "./board.graphql.ts";

/** Creates a board from a template and returns its id; its document begins when it is first opened. */
export const createBoard = async (context: GraphQLContext, input: CreateBoardInput): Promise<string> => {
  const { em, viewer } = context;
  const { workshop, actor } = await findWorkshopActor(em, viewer, input.workshopId);
  insist(can("board.create", { role: actor.role, archived: isArchived(workshop) }));
  const template = await findTemplate(context, workshop.project, input.templateId);
  if (!template) throw unknownReference("templateId", "There is no template of this id; see `templates`.");
  if (!template.offered) throw templateNotOffered(template.id);
  const { analysedObjectId, language, editing } = input;
  if (analysedObjectId && !(await isAnalysedIn(context, workshop.project, analysedObjectId))) {
    throw unknownReference("analysedObjectId", "The project has no analysed object of this id.");
  }
  const id = newId();
  const title = { [language]: checkedText("title", input.title, textLimits.name) };
  await em.transactional(async (tx) => {
    await holdWorkshop(tx, workshop.id);
    await tx.insert(BoardSchema, {
      id,
      project: workshop.project,
      workshop: workshop.id,
      analysedObject: analysedObjectId ?? null,
      kind: template.kind,
      templateId: template.id,
      templateVersion: template.version,
      templateContent: template.templateContent,
      title,
      language,
      editing,
      display: input.display ?? template.display,
      createdBy: actor.participantId,
    });
  });
  context.pubSub.publish("boards", workshop.project, "changed");
  readAfresh(context);
  return id;
};

const isAnalysedIn = async ({ em }: GraphQLContext, project: string, id: string): Promise<boolean> =>
  isId(id) && (await em.count(AnalysedObjectSchema, { id, project })) > 0;
