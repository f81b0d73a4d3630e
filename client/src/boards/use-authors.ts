import type { DocumentInput } from "@urql/core";
import { useClientHandle } from "@urql/vue";
import { onScopeDispose, shallowReactive, watch, type WatchSource } from "vue";
import type { ResultOf } from "../graphql/graphql.ts";
import { clusterAuthorsQuery, itemAddedSubscription, noteAuthorsQuery } from "./authors.query.ts";

type NotePage = NonNullable<ResultOf<typeof noteAuthorsQuery>["board"]>["notes"];
type ClusterPage = NonNullable<ResultOf<typeof clusterAuthorsQuery>["board"]>["clusters"];

/** Who wrote an item, as far as the board shows it. The document holds no author: this comes from the server alone. */
export type ItemAuthor = NotePage["nodes"][number]["author"];

/** Authors of notes and groups by item id; items of this visit are known to be one’s own at once. */
export interface Authors {
  readonly of: (id: string) => ItemAuthor | undefined;
  readonly isMine: (id: string) => boolean;
  /** This person has just made the item. */
  claim(id: string): void;
}

interface AuthorsOptions {
  readonly boardId: string;
  /** Number of the last event that the page has seen: the subscription goes on from there. */
  readonly eventNumber: number;
  /** What others may see of authors; a change of it makes everything read anew. */
  readonly display: WatchSource<unknown>;
}

/** Reads who wrote what once, in pages, and then follows what is added by the board’s events. */
export function useAuthors({ boardId, eventNumber, display }: AuthorsOptions): Authors {
  const { client } = useClientHandle();
  const authors = shallowReactive(new Map<string, ItemAuthor>());
  const own = shallowReactive(new Set<string>());
  let round = 0;

  async function read<Data>(
    query: DocumentInput<Data, { boardId: string; after?: string | null }>,
    pageOf: (data: Data) => NotePage | ClusterPage | undefined,
  ): Promise<void> {
    const current = round;
    const readFrom = async (after: string | null): Promise<void> => {
      const { data } = await client.query(query, { boardId, after }, { requestPolicy: "network-only" });
      const page = data && pageOf(data);
      if (!page || current !== round) return;
      for (const { id, author } of page.nodes) authors.set(id, author);
      if (page.pageInfo.hasNextPage) await readFrom(page.pageInfo.endCursor);
    };
    await readFrom(null);
  }

  watch(
    display,
    () => {
      round += 1;
      void read(noteAuthorsQuery, (data) => data.board?.notes);
      void read(clusterAuthorsQuery, (data) => data.board?.clusters);
    },
    { immediate: true },
  );

  const { unsubscribe } = client
    .subscription(itemAddedSubscription, { boardId, after: eventNumber })
    .subscribe(({ data }) => {
      const event = data?.boardEvents;
      if (event?.__typename === "NoteAdded") authors.set(event.note.id, event.actor);
      if (event?.__typename === "ClusterAdded") authors.set(event.cluster.id, event.actor);
    });
  onScopeDispose(() => {
    round += 1;
    unsubscribe();
  });

  return {
    of: (id) => authors.get(id),
    isMine: (id) => own.has(id) || (authors.get(id)?.isViewer ?? false),
    claim: (id) => own.add(id),
  };
}
