import { GraphQLClient } from "../support/graphql-client.ts";

interface Page {
  board: {
    notes: {
      nodes: { id: string; text: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
}

const NOTES = `query ($id: ID!, $after: String) {
  board(id: $id) { notes(first: 100, after: $after) { nodes { id text } pageInfo { hasNextPage endCursor } } }
}`;

/** What queries read of a board: the text of each note by its id. */
export async function projectedNotes(
  url: string,
  token: string,
  boardId: string,
): Promise<Map<string, string>> {
  const graphql = new GraphQLClient(url).withToken(token);
  const notes = new Map<string, string>();
  for (let after: string | null = null; ;) {
    const { board }: Page = await graphql.run<Page>(NOTES, { id: boardId, after });
    for (const { id, text } of board.notes.nodes) notes.set(id, text);
    if (!board.notes.pageInfo.hasNextPage) return notes;
    after = board.notes.pageInfo.endCursor;
  }
}
