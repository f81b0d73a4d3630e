import { boardKinds, statesLinks } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import type { ItemContent } from "./board-item.entity.ts";
import { linkRows } from "./link-rows.ts";

/** Rows that one statement reads. */
const AT_ONCE = 2_000;

interface ReadRow {
  readonly board: string;
  readonly collection: string;
  readonly id: string;
  readonly project: string;
  readonly kind: string;
  readonly content: string;
}

/** Writes the links of every item; for migrations, into a table that holds none. */
export async function fillItemLinks(em: Pick<EntityManager, "execute">): Promise<void> {
  const stating = [...boardKinds.values()].flatMap((definition) =>
    Object.keys(definition.collections)
      .filter((collection) => statesLinks(definition, collection))
      .map((collection) => `${definition.kind}/${collection}`),
  );
  let rows: ReadRow[] = [];
  do {
    const last = rows.at(-1);
    const behind = last ? "and (item.board, item.collection, item.id) > (?, ?, ?)" : "";
    rows = await em.execute<ReadRow[]>(
      `select item.board, item.collection, item.id, item.content::text, board.project, board.kind
         from board_item item join board on board.id = item.board
        where board.kind || '/' || item.collection = any (cast(? as text[])) ${behind}
        order by item.board, item.collection, item.id limit ${AT_ONCE}`,
      [`{${stating.join()}}`, ...(last ? [last.board, last.collection, last.id] : [])],
    );
    const links = rows.flatMap(({ board, collection, id, project, kind, content }) => {
      const item = { ...(JSON.parse(content) as ItemContent), id };
      return linkRows(boardKinds.get(kind)!, { board, collection, content: item }).map((link) => ({
        ...link,
        project,
      }));
    });
    await em.execute(
      `insert into item_link (board, collection, item, field, target_board, target_collection, target,
                              leads_on, pointer, kind, text, project)
       select * from json_to_recordset(?::json)
         as link (board uuid, collection text, item uuid, field text, "targetBoard" uuid, "targetCollection" text,
                  target uuid, "leadsOn" boolean, pointer boolean, kind text, text text, project uuid)`,
      [JSON.stringify(links)],
      "run",
    );
  } while (rows.length === AT_ONCE);
}
