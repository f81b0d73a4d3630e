import { Migration } from "@mikro-orm/migrations";

/**
 * Words as they are searched: without accents, upper case and punctuation, in whatever language. The functions name
 * nothing but what PostgreSQL brings along, so that a backup restores them with their index.
 */
export class Migration20261122_Search extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}

const folded = (text: string): string =>
  `pg_catalog.to_tsvector('pg_catalog.simple', pg_catalog.translate(pg_catalog.regexp_replace(normalize(${text}, NFD), '[\\u0300-\\u036f]', '', 'g'), './-_@:''’', '        '))`;

const statements = [
  `create function "words_of_title"("title" jsonb) returns tsvector language sql immutable parallel safe as $$
  select ${folded("coalesce((select string_agg(text.value #>> '{}', ' ') from jsonb_path_query(title, '$.*') as text(value)), '')")}
$$`,
  `create function "words_of_item"("content" jsonb) returns tsvector language sql immutable parallel safe as $$
  select ${folded("coalesce(content->>'text', '') || ' ' || coalesce(content->>'name', '') || ' ' || coalesce((select string_agg(text.value #>> '{}', ' ') from jsonb_path_query(content, '$.translations.*.text') as text(value)), '')")}
$$`,
  `create index "board_item_words_index" on "board_item" using gin ("words_of_item"("content"))`,
];
