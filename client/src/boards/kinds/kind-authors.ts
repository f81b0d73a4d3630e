import type { AuthorSource } from "../use-authors.ts";
import { contentAddedSubscription, contentAuthorsQuery } from "./kind.query.ts";

/** Authors of whatever stands on a board. */
export const kindAuthors: AuthorSource = {
  pages: [
    async (client, variables) => {
      const { data } = await client.query(contentAuthorsQuery, variables, { requestPolicy: "network-only" });
      const page = data?.board?.content;
      return (
        page && {
          ...page,
          nodes: page.nodes.map(({ id, author, createdAt }) => ({
            id,
            author: { ...author, addedAt: createdAt },
          })),
        }
      );
    },
  ],
  follow: (client, variables, added) =>
    client.subscription(contentAddedSubscription, variables).subscribe(({ data }) => {
      const event = data?.boardEvents;
      if (event?.__typename === "ItemAdded") {
        added(event.item.id, { ...event.actor, addedAt: event.at });
      }
    }),
};
