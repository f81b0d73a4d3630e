import { type Client } from "@urql/core";
import { useClientHandle } from "@urql/vue";
import { onScopeDispose, shallowReactive, watch, type WatchSource } from "vue";

/** Who wrote an item, as far as the board shows it. The document holds no author: this comes from the server alone. */
export interface ItemAuthor {
  readonly displayName: string | null;
  readonly stakeholderGroup: string | null;
  readonly isViewer: boolean;
  /** When it was added, where the board’s screen shows that. */
  readonly addedAt?: string;
}

/** One page of items with their authors. */
export interface AuthorPage {
  readonly nodes: readonly { readonly id: string; readonly author: ItemAuthor }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

type ReadPage = (
  client: Client,
  variables: { boardId: string; after: string | null },
) => Promise<AuthorPage | undefined>;

/** Where authors come from on boards of a kind: pages to be read once, and what tells of who adds something. */
export interface AuthorSource {
  readonly pages: readonly ReadPage[];
  follow(
    client: Client,
    variables: { boardId: string; after: number },
    added: (id: string, author: ItemAuthor) => void,
  ): { unsubscribe(): void };
}

/** Authors of items by item id; items of this visit are known to be one’s own at once. */
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
  readonly source: AuthorSource;
  /** What others may see of authors; a change of it makes everything read anew. */
  readonly display: WatchSource<unknown>;
}

/** Reads who wrote what once, in pages, and then follows what is added by the board’s events. */
export function useAuthors({ boardId, eventNumber, source, display }: AuthorsOptions): Authors {
  const { client } = useClientHandle();
  const authors = shallowReactive(new Map<string, ItemAuthor>());
  const own = shallowReactive(new Set<string>());
  let round = 0;

  async function read(readPage: ReadPage): Promise<void> {
    const current = round;
    const readFrom = async (after: string | null): Promise<void> => {
      const page = await readPage(client, { boardId, after });
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
      for (const page of source.pages) void read(page);
    },
    { immediate: true },
  );

  const { unsubscribe } = source.follow(client, { boardId, after: eventNumber }, (id, author) =>
    authors.set(id, author),
  );
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
