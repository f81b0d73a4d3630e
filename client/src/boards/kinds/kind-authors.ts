import type { AuthorSource } from "../use-authors.ts";
import { contentAddedSubscription, contentAuthorsQuery } from "./kind.query.ts";

/** Authors of whatever stands on a board. */
export const kindAuthors: AuthorSource = {
  pages: [
    async (client, variables) =>
      (await client.query(contentAuthorsQuery, variables, { requestPolicy: "network-only" })).data?.board
        ?.content,
  ],
  follow: (client, variables, added) =>
    client.subscription(contentAddedSubscription, variables).subscribe(({ data }) => {
      const event = data?.boardEvents;
      if (event?.__typename === "ItemAdded") added(event.item.id, event.actor);
    }),
};
