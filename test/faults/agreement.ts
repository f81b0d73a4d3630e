import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import type { BoardClient } from "../support/connect-board-client.ts";
import { isSameDocument } from "../fuzz/compare.ts";
import { projectedNotes } from "./projected-notes.ts";

/** What has not come together by then never will. */
const AGREE_WITHIN_MS = 10_000;
const LOOK_AGAIN_MS = 50;

type Copy = Pick<BoardClient, "doc" | "read">;

/** The texts of a board by note, as a copy of it has them. */
export const notesOf = (client: Copy): Map<string, string> =>
  new Map(client.read().notes.map(({ id, text }) => [id, text]));

/** Counts the copies that differ from the first one after a while, and the projection if it does. */
export async function disagreements(
  clients: readonly Copy[],
  place: { url: string; token: string; boardId: string },
): Promise<number> {
  const [first, ...others] = clients;
  if (!first) return 0;
  const deadline = performance.now() + AGREE_WITHIN_MS;
  const agrees = async (holds: () => boolean | Promise<boolean>): Promise<boolean> => {
    while (!(await holds())) {
      if (performance.now() > deadline) return false;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
    return true;
  };
  // Whoever is behind is so in what was written last; only then the costly comparison.
  const vector = (doc: Y.Doc) => Y.encodeStateVector(doc).length;
  let found = 0;
  for (const { doc } of others)
    if (!(await agrees(() => vector(doc) === vector(first.doc) && isSameDocument(doc, first.doc))))
      found += 1;
  const { url, token, boardId } = place;
  const isProjected = async () =>
    isDeepStrictEqual(sorted(await projectedNotes(url, token, boardId)), sorted(notesOf(first)));
  if (!(await agrees(isProjected))) found += 1;
  return found;
}

const sorted = (notes: ReadonlyMap<string, string>) => [...notes].toSorted(([a], [b]) => a.localeCompare(b));
