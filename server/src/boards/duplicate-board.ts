import { can, newId } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { checkedText, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor, findWorkshopActor } from "../people/board-access.ts";
import { holdWorkshop } from "../workshops/hold-workshop.ts";
import { BoardSchema } from "./board.entity.ts";
import type { DuplicateBoardInput } from "./board.graphql.ts";
import { copyContent } from "./copy-content.ts";

/**
 * Lays out a board like another one, with or without what stands on it, and returns its id. Who wrote the original
 * has written nothing here, nor has who copies: what comes along has no author, and the board says where from.
 */
export const duplicateBoard = async (
  context: GraphQLContext,
  input: DuplicateBoardInput,
): Promise<string> => {
  const { em, viewer, engine } = context;
  const { board, actor } = await findBoardActor(em, viewer, input.boardId);
  insist(can("board.duplicate", { role: actor.role }));
  const { workshop, actor: there } = await findWorkshopActor(em, viewer, input.workshopId ?? board.workshop);
  insist(can("board.create", { role: there.role, archived: isArchived(workshop) }));
  const title = checkedText("title", input.title, textLimits.name);
  if (input.content) await engine.caughtUp(board.id);
  const { kind, templateId, templateVersion, templateContent, language, editing, display } = board;
  const id = newId();
  await em.transactional(async (tx) => {
    await holdWorkshop(tx, workshop.id);
    await tx.insert(BoardSchema, {
      id,
      project: workshop.project,
      workshop: workshop.id,
      // What a board looks at belongs to its project.
      analysedObject: workshop.project === board.project ? board.analysedObject : null,
      kind,
      templateId,
      templateVersion,
      templateContent,
      title: { [language]: title },
      language,
      editing,
      display,
      createdBy: there.participantId,
      copiedFrom: board.id,
    });
  });
  if (input.content) await copyContent(context, { from: board, to: id, actor: there });
  context.pubSub.publish("boards", workshop.project, "changed");
  readAfresh(context);
  return id;
};
