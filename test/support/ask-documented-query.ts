import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GraphQLClient } from "./graphql-client.ts";

/** The query whose answer a JSON export holds. */
export const documentedQuery = readFileSync(
  join(import.meta.dirname, "../../docs/examples/export.graphql"),
  "utf8",
);

/** One page of a list, as far as reading on needs it. */
export interface Page {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

/** Asks the documented query for every page and lays the pages together. */
export const askDocumentedQuery = async (
  graphql: GraphQLClient,
  id: string,
  language: string,
): Promise<object> => {
  const lists = { notes: [] as unknown[], clusters: [] as unknown[] };
  const cursors: { notesAfter?: string; clustersAfter?: string } = {};
  for (;;) {
    const { board } = await graphql.run<{ board: { notes: Page; clusters: Page } }>(documentedQuery, {
      id,
      language,
      first: 25,
      ...cursors,
    });
    const { notes, clusters, ...rest } = board;
    lists.notes.push(...notes.nodes);
    lists.clusters.push(...clusters.nodes);
    if (!notes.pageInfo.hasNextPage && !clusters.pageInfo.hasNextPage) {
      return { ...rest, notes: { nodes: lists.notes }, clusters: { nodes: lists.clusters } };
    }
    cursors.notesAfter = notes.pageInfo.endCursor ?? cursors.notesAfter;
    cursors.clustersAfter = clusters.pageInfo.endCursor ?? cursors.clustersAfter;
  }
};
