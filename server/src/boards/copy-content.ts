import { newItemId, pointToCopies } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import { BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import type { BoardActor } from "../sync/sync-engine.ts";
import { type Board, BoardSchema } from "./board.entity.ts";
import { boardDefinition } from "./board-definition.ts";

/**
 * Copies what stands on a board, the bin left out, onto an empty one in one edit: all of it or nothing. The items
 * are new ones; what points from one to another points to its copy.
 */
export const copyContent = async (
  { em, engine }: GraphQLContext,
  { from, to, actor }: { from: Board; to: string; actor: BoardActor },
): Promise<void> => {
  const definition = boardDefinition(from);
  const { items, revision } = await em.transactional(async (tx) => {
    const rows = await tx.find(
      BoardItemSchema,
      { board: from.id, removed: false },
      { orderBy: { collection: "asc", rank: "asc", id: "asc" } },
    );
    const { projectedSeq } = await tx.findOneOrFail(BoardSchema, { id: from.id }, { refresh: true });
    return { items: rows, revision: projectedSeq };
  });
  const ids = new Map(items.map(({ collection, id }) => [`${collection}/${id}`, newItemId()]));
  const copyOf = (collection: string, id: unknown) => ids.get(`${collection}/${String(id)}`) ?? null;

  await engine.edit({
    boardId: to,
    actor,
    unattributed: true,
    apply: (editor) => {
      for (const { collection, id, content } of items) {
        editor.copy(collection, {
          ...pointToCopies(definition, collection, content, { from: from.id, to, copyOf }),
          id: copyOf(collection, id) ?? newItemId(),
        });
      }
    },
  });
  await em.nativeUpdate(BoardSchema, { id: to }, { copiedRevision: revision });
};
