import { type BoardEditing, boardTemplates, newId } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import type { EntityManager } from "@tavolo/server/database/entity-manager.ts";

/** Puts a further board into a workshop, of any kind that is declared; answers its id. */
export const addBoardOfKind = async (
  em: EntityManager,
  { projectId, workshopId }: { projectId: string; workshopId: string },
  kind: string,
  editing: BoardEditing = "everyone",
): Promise<string> => {
  const template = boardTemplates().find((one) => one.kind === kind);
  if (!template) throw new Error(`There is no template of ${kind} boards.`);
  const id = newId();
  await em.fork().insert(BoardSchema, {
    id,
    project: projectId,
    workshop: workshopId,
    kind,
    templateId: template.id,
    templateVersion: template.version,
    title: template.name,
    language: "en",
    editing,
  });
  return id;
};
