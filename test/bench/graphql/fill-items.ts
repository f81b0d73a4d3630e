import { v4 } from "uuid";
import { charterArticles } from "@tavolo/schema/reference/charter";
import { swot } from "@tavolo/schema";
import { foundBy } from "@tavolo/server/sync/projection/item-columns.ts";
import type pg from "pg";
import type { LaidBoard } from "./lay-tables.ts";
import { someWord } from "./vocabulary.ts";

/** Rows of one statement: some two megabytes. */
const AT_ONCE = 4_000;
const DAY_MS = 86_400_000;
/** A board is written on for a month. */
const IN_USE_MS = 30 * DAY_MS;
const SECTIONS = ["S", "W", "O", "T"] as const;
const LANGUAGES = ["en", "it", "fr", "de", "pl"] as const;
const CODES = charterArticles().map(({ code }) => code);

/**
 * Fills boards with notes and clusters, some with ten times as many as others, as the projection would: words and
 * provisions by the product’s own code. Indexes and triggers come back when all rows are there.
 */
export const fillItems = async (
  client: pg.Client,
  boards: readonly LaidBoard[],
  items: number,
  told: (filled: number) => void,
): Promise<void> => {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
      where tablename = 'board_item' and indexname <> 'board_item_pkey'`,
  );
  for (const { name } of indexes) await client.query(`drop index "${name}"`);
  await client.query("set session_replication_role = replica");
  const shares = boards.map(() => 0.1 + Math.random() ** 2);
  const sum = shares.reduce((all, share) => all + share, 0);
  let rows: object[] = [];
  let filled = 0;
  const write = async () => {
    await client.query(insert, [JSON.stringify(rows)]);
    filled += rows.length;
    rows = [];
    told(filled);
  };
  for (const [n, board] of boards.entries()) {
    const last = n === boards.length - 1;
    const count = last ? items - filled - rows.length : Math.floor((items * shares[n]!) / sum);
    for (let item = 0; item < count; item += 1) {
      rows.push(someItem(board, item));
      if (rows.length === AT_ONCE) await write();
    }
  }
  if (rows.length > 0) await write();
  await client.query("set session_replication_role = default");
  for (const { definition } of indexes) await client.query(definition);
  await client.query("vacuum (analyze) board_item");
  await client.query("analyze");
};

const insert = `insert into board_item (board, project, collection, id, section, rank, cluster, removed, content, words,
    provisions, created_by, created_at, created_seq, updated_by, updated_at, updated_seq)
  select board, project, collection, id, section, rank, null, removed, content, array_to_tsvector(words),
    provisions, writer, at, seq, writer, at, seq
    from json_to_recordset($1) as item (board uuid, project uuid, collection text, id uuid, section text, rank text,
      removed boolean, content jsonb, words text[], provisions text[], writer uuid, at timestamptz, seq int)`;

const someItem = (board: LaidBoard, seq: number): object => {
  const collection = Math.random() < 0.9 ? "notes" : "clusters";
  const id = v4();
  const section = of(SECTIONS);
  const rank = seq.toString(36).padStart(6, "a");
  const removed = Math.random() < 0.03;
  const base = { id, section, rank, removed, position: null, language: of(LANGUAGES), translations: {} };
  const content =
    collection === "clusters"
      ? { ...base, name: words(6) }
      : {
          ...base,
          text: words(4 + Math.floor(Math.random() * 16)),
          translations: Math.random() < 0.2 ? { en: { text: words(12), status: "machine" } } : {},
          colour: "sand",
          factor: null,
          evidence: null,
          affected: Math.random() < 0.2 ? [words(1)] : [],
          charterArticles: Math.random() < 0.3 ? [someProvision()] : [],
          cluster: null,
        };
  const at = new Date(board.firstUsed + Math.floor(Math.random() ** 3 * IN_USE_MS)).toISOString();
  return {
    board: board.id,
    project: board.project,
    collection,
    id,
    section,
    rank,
    removed,
    content,
    ...foundBy(swot.collections[collection], content),
    writer: of(board.writers),
    at,
    seq,
  };
};

const words = (count: number): string => Array.from({ length: count }, someWord).join(" ");
/** Few articles are cited often, and most seldom. */
const someProvision = (): string => CODES[Math.floor(CODES.length ** Math.random()) - 1]!;
const of = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
