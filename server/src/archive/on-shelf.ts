import type { Sql } from "../graphql/sql.ts";

/** Lists show what is in use, or else what lies in the archive. */
export const onShelf = (archived: boolean): Sql => ({
  text: archived ? "archived_at is not null" : "archived_at is null",
  values: [],
});
