import { boardKinds } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import type { ItemContent } from "./board-item.entity.ts";
import { foundBy } from "./item-columns.ts";

/** Rows that one statement reads and writes. */
const AT_ONCE = 2_000;

interface FilledRow {
  readonly board: string;
  readonly collection: string;
  readonly id: string;
  readonly project: string;
  readonly kind: string;
  readonly content: string;
}

/** Writes anew what every item is found by; for migrations, after which items are found otherwise. */
export async function fillFoundBy(em: Pick<EntityManager, "execute">): Promise<void> {
  let rows: FilledRow[] = [];
  do {
    const last = rows.at(-1);
    const behind = last ? "where (item.board, item.collection, item.id) > (?, ?, ?)" : "";
    rows = await em.execute<FilledRow[]>(
      `select item.board, item.collection, item.id, item.content::text, board.project, board.kind
         from board_item item join board on board.id = item.board ${behind}
        order by item.board, item.collection, item.id limit ${AT_ONCE}`,
      last ? [last.board, last.collection, last.id] : [],
    );
    const filled = rows.map(({ board, collection, id, project, kind, content }) => {
      const { words, provisions } = foundBy(
        boardKinds.get(kind)?.collections[collection],
        JSON.parse(content) as ItemContent,
      );
      return { board, collection, id, project, words, provisions };
    });
    await em.execute(
      `update board_item item
          set project = filled.project, words = array_to_tsvector(filled.words), provisions = filled.provisions
         from json_to_recordset(?::json)
           as filled (board uuid, collection text, id uuid, project uuid, words text[], provisions text[])
        where item.board = filled.board and item.collection = filled.collection and item.id = filled.id`,
      [JSON.stringify(filled)],
      "run",
    );
  } while (rows.length === AT_ONCE);
}
