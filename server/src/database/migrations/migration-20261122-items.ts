import { Migration } from "@mikro-orm/migrations";
import { fillFoundBy } from "../../sync/projection/fill-found-by.ts";

/**
 * What items of all boards are found by: their project and when they last changed, words, provisions. Words are folded
 * by the same code that folds what somebody looks for; titles, of which there are few, are folded as they are read.
 */
export class Migration20261122_Items extends Migration {
  override async up(): Promise<void> {
    for (const statement of columns) await this.execute(statement);
    await fillFoundBy(this.getEntityManager());
    for (const statement of indexes) await this.execute(statement);
  }
}

const columns = [
  `drop index "board_item_words_index"`,
  `drop function "words_of_item"`,
  `alter table "board_item" add column "project" uuid, add column "words" tsvector, add column "provisions" text[]`,
];

const indexes = [
  `alter table "board_item" alter column "project" set not null, alter column "words" set not null, alter column "provisions" set not null`,
  `create index "board_item_project_updated_at_id_index" on "board_item" ("project", "updated_at", "id")`,
  `create index "board_item_words_index" on "board_item" using gin ("words")`,
  `create index "board_item_provisions_index" on "board_item" using gin ("provisions") where "provisions" <> '{}'`,
  `create or replace function "words_of_title"("title" jsonb) returns tsvector language sql immutable parallel safe as $$
  select pg_catalog.to_tsvector('pg_catalog.simple', pg_catalog.translate(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.regexp_replace(pg_catalog.lower(normalize(coalesce((select string_agg(text.value #>> '{}', ' ') from jsonb_path_query(title, '$.*') as text(value)), ''), NFKD)), '[\\u0300-\\u036f]', '', 'g'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'), 'ðđħıłøŧŋĸς./-_@:''’', 'ddhilotnkσ        '))
$$`,
];
