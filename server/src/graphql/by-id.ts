import type { EntityName, FilterQuery } from "@mikro-orm/core";
import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";

/** Declares a loader of one entity by its id; rows that are asked for together are read in one statement. */
export const byId =
  <Row extends { id: string }>(entity: EntityName<Row>) =>
  (em: EntityManager) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const rows = await em.find(entity, { id: { $in: ids } } as unknown as FilterQuery<Row>);
      const found = new Map(rows.map((row) => [row.id, row as Row]));
      return ids.map((id) => found.get(id) ?? null);
    });

/** Declares a loader of the rows that hang on one parent, in the order in which they were made. */
export const byParent =
  <Row extends { id: string }, Parent extends string & keyof Row>(entity: EntityName<Row>, parent: Parent) =>
  (em: EntityManager) =>
    new DataLoader<string, Row[]>(async (ids) => {
      const where = { [parent]: { $in: ids } } as unknown as FilterQuery<Row>;
      const rows = (await em.find(entity, where, { orderBy: { id: "asc" } as never })) as Row[];
      const found = Map.groupBy(rows, (row) => row[parent] as string);
      return ids.map((id) => found.get(id) ?? []);
    });
