import type { ItemAddress } from "@tavolo/schema";
import { type Client } from "@urql/core";
import { useClientHandle } from "@urql/vue";
import { shallowReactive } from "vue";
import { linkTargetsQuery } from "./link.query.ts";

/** What items of other boards say now, by address. */
interface LinkTargets {
  /** Undefined until it is read, and for what this person may not see. */
  textOf(address: ItemAddress): string | undefined;
}

const byClient = new WeakMap<Client, LinkTargets>();

/** Reads what links lead to: once for each board and collection, however many cells ask. */
export function useLinkTargets(): LinkTargets {
  const { client } = useClientHandle();
  const known = byClient.get(client) ?? readTargets(client);
  byClient.set(client, known);
  return known;
}

function readTargets(client: Client): LinkTargets {
  const texts = shallowReactive(new Map<string, string>());
  const asked = new Set<string>();
  const keyOf = (board: string, item: string) => `${board}/${item}`;

  async function read(boardId: string, collection: string, after: string | null): Promise<void> {
    const { data } = await client.query(linkTargetsQuery, { boardId, collection, after });
    const page = data?.board?.content;
    if (!page) return;
    for (const { id, excerpt } of page.nodes) texts.set(keyOf(boardId, id), excerpt);
    if (page.pageInfo.hasNextPage) await read(boardId, collection, page.pageInfo.endCursor);
  }

  return {
    textOf({ board, collection, item }) {
      if (!asked.has(keyOf(board, collection))) {
        asked.add(keyOf(board, collection));
        void read(board, collection, null);
      }
      return texts.get(keyOf(board, item));
    },
  };
}
