import DataLoader from "dataloader";
import type { EntityManager } from "../database/entity-manager.ts";

type Find<Row> = (em: EntityManager, ids: string[]) => Promise<Row[]>;

/** Declares a loader of rows by their id; those that are asked for together are read in one statement. */
export const byId =
  <Row extends { id: string }>(find: Find<Row>) =>
  (em: EntityManager) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const found = new Map((await find(em, [...ids])).map((row) => [row.id, row]));
      return ids.map((id) => found.get(id) ?? null);
    });

/** Declares a loader of the rows that hang on one parent, in the order in which they were made. */
export const byParent =
  <Row extends { id: string }>(find: Find<Row>, parentOf: (row: Row) => string | null) =>
  (em: EntityManager) =>
    new DataLoader<string, Row[]>(async (ids) => {
      const found = Map.groupBy(await find(em, [...ids]), parentOf);
      return ids.map((id) => (found.get(id) ?? []).sort(byAge));
    });

/** Ids of rows rise with time. */
const byAge = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
