import { isId } from "@tavolo/schema";
import { boardNotFound } from "../../errors.ts";
import { type Board, BoardSchema } from "../../boards/board.entity.ts";
import type { EntityManager } from "../../database/entity-manager.ts";
import { type Participant, ParticipantSchema } from "../../participants/participant.entity.ts";
import { type AnalysedObject, AnalysedObjectSchema } from "../../projects/analysed-object.entity.ts";
import { type Project, ProjectSchema } from "../../projects/project.entity.ts";
import { type BoardItem, BoardItemSchema } from "../../sync/projection/board-item.entity.ts";
import { type OwnTemplate, OwnTemplateSchema } from "../../templates/own-template.entity.ts";
import { type Workshop, WorkshopSchema } from "../../workshops/workshop.entity.ts";

/** Everything a report is made of, as it stood at one revision. */
export interface BoardRows {
  readonly board: Board;
  readonly project: Project;
  readonly workshop: Workshop;
  readonly analysedObject: AnalysedObject | null;
  /** The project’s own template it was made from. */
  readonly ownTemplate: OwnTemplate | null;
  readonly items: readonly BoardItem[];
  /** Every seat of the project: those who wrote, and those who are counted. */
  readonly seats: readonly Participant[];
}

/** Reads a board’s rows; run it in a transaction that sees one snapshot. Throws BOARD_NOT_FOUND. */
export const readBoardRows = async (em: EntityManager, boardId: string): Promise<BoardRows> => {
  const board = await em.findOne(BoardSchema, { id: boardId });
  if (!board) throw boardNotFound(boardId);
  // One after the other: a transaction is one connection.
  const project = await em.findOneOrFail(ProjectSchema, { id: board.project });
  const workshop = await em.findOneOrFail(WorkshopSchema, { id: board.workshop });
  const analysedObject = board.analysedObject
    ? await em.findOneOrFail(AnalysedObjectSchema, { id: board.analysedObject })
    : null;
  const ownTemplate = isId(board.templateId)
    ? await em.findOne(OwnTemplateSchema, { id: board.templateId })
    : null;
  const items = await em.find(BoardItemSchema, { board: board.id, removed: false });
  const seats = await em.find(ParticipantSchema, { project: project.id });
  return { board, project, workshop, analysedObject, ownTemplate, items, seats };
};
