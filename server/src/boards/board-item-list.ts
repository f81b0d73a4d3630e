import { compareCodeUnits, isId } from "@tavolo/schema";
import type { List } from "../graphql/load-page.ts";
import { type Sql, sql } from "../graphql/sql.ts";
import { type BoardItem, BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { sectionKeys } from "../templates/section-record.ts";
import type { Board } from "./board.entity.ts";

/**
 * The items of one collection of a board, or of all: by section in reading order, by rank, by id where ranks are equal.
 */
export const itemList = (
  collection: string | null,
  board: Pick<Board, "kind" | "templateContent">,
): List<BoardItem> => {
  const sections = sectionKeys(board);
  // Keys are declared in code or checked to be letters, digits, - and _, see `checkTemplateContent`.
  const place = `coalesce(array_position(cast(array[${sections.map((key) => `'${key}'`).join(", ")}] as text[]), section), 0)`;
  return {
    name: `${board.kind} ${collection ?? "content"}`,
    entity: BoardItemSchema,
    table: "board_item",
    parent: "board",
    order: [place, "rank", "id"],
    keyOf: ({ section, rank, id }) => [section ? sections.indexOf(section) + 1 : 0, rank, id],
    isKey: ([section, rank, id, ...more]) =>
      Number.isInteger(section) && isStorable(rank) && isId(id) && more.length === 0,
    bind: ([section, rank, id]) => sql`cast(${section} as int), cast(${rank} as text), cast(${id} as uuid)`,
  };
};

const isStorable = (value: unknown): boolean => typeof value === "string" && !value.includes("\0");

/** The order of one section: by rank as bytes compare, by id where ranks are equal. */
export const byRank = (a: BoardItem, b: BoardItem): number =>
  compareCodeUnits(a.rank, b.rank) || compareCodeUnits(a.id, b.id);

/** Whether a collection’s items lie in the bin; null does not ask. */
export const inBin = (removed: boolean | null | undefined): Sql[] =>
  typeof removed === "boolean" ? [sql`removed = ${removed}`] : [];

/** Whether a text or one of its translations contains some words, whatever their case. */
export const says = (field: "text" | "name", words: string | null | undefined): Sql[] => {
  // What PostgreSQL cannot hold is in no text either.
  const wanted = words?.replaceAll("\0", "").toWellFormed().trim();
  if (!wanted) return [];
  const pattern = `%${wanted.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return [
    sql`content->>${field} ilike ${pattern} or exists (
      select from jsonb_each(content->'translations') translation
       where translation.value->>'text' ilike ${pattern})`,
  ];
};
