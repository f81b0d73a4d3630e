import type { EntityName } from "@mikro-orm/core";
import { isId } from "@tavolo/schema";
import type { List } from "./load-page.ts";

/** A list of rows in the order in which they were made: their ids rise with time. */
export const rowList = <Row extends { id: string }>(
  name: string,
  entity: EntityName<Row>,
  table: string,
  parent: string,
): List<Row> => ({
  name,
  entity,
  table,
  parent,
  order: [`${table}.id`],
  keyOf: ({ id }) => [id],
  isKey: (key) => key.length === 1 && isId(key[0]),
  bind: ([id]) => ({ text: "cast(? as uuid)", values: [id] }),
});
