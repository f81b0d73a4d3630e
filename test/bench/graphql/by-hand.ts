import type pg from "pg";
import type { Asker } from "./questions.ts";

/** Entries of a page, and the one behind it that says whether another follows. */
const LIMIT = 26;

const columns = `item.id, item.board, item.collection, item.section, item.content, item.updated_at, item.created_by,
  board.kind, board.title, board.display, board.workshop, board.project`;
const order = "order by item.updated_at desc, item.id desc, item.board desc, item.collection desc";

const pageOf = (scope: string, where: string): string =>
  `select ${columns} from board_item item join board on board.id = item.board
    where ${[scope, "not item.removed", "board.archived_at is null", where].filter(Boolean).join(" and ")}
    ${order} limit ${LIMIT}`;

/** A page with what it shows of its writers: names, groups, and how many of each group sit at the tables. */
const withWriters = (page: string): string => `
  with item as (${page}),
  at_table as materialized (
    select workshop, json_object_agg("group", people) as people from (
      select board.workshop, coalesce(seat.stakeholder_group, 'other') as "group", count(*) as people
        from (select distinct workshop, project from item where display = 'group') board
        join participant seat on seat.workshop = board.workshop
          or (seat.workshop is null and seat.project = board.project)
       where seat.removed_at is null and seat.waiting_since is null and seat.kind = 'human'
       group by 1, 2
    ) counted group by 1
  )
  select item.*, writer.display_name, writer.stakeholder_group, at_table.people
    from item
    left join participant writer on writer.id = item.created_by and writer.withdrawn_at is null
    left join at_table on at_table.workshop = item.workshop
   ${order}`;

/** The first ones of each of several projects, then the first of all. */
const ofEach = (where: string): string =>
  `select item.* from unnest($1::uuid[]) own(project)
    cross join lateral (${pageOf("item.project = own.project", where)}) item ${order} limit ${LIMIT}`;

/** Asks the database as somebody does who writes SQL for this one question: who is it, and the page. */
export const askByHand = async (
  client: pg.Client,
  { seats, secret }: Asker,
  { project, where }: { readonly project: string | null; readonly where: string },
): Promise<{ id: string; board: string }[]> => {
  const found = (await client.query<{ project: string; workshop: string | null }>(seats, [secret])).rows;
  const own = project ? found.filter((seat) => seat.project === project) : found;
  const workshops = own.flatMap(({ workshop }) => workshop ?? []);
  const [page, values] =
    workshops.length > 0
      ? [pageOf("board.workshop = any ($1)", where), workshops]
      : own.length === 1
        ? [pageOf("item.project = $1", where), own[0]!.project]
        : [ofEach(where), own.map((seat) => seat.project)];
  const { rows } = await client.query<{ id: string; board: string }>(withWriters(page), [values]);
  return rows.slice(0, LIMIT - 1);
};
