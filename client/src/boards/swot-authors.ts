import { clusterAuthorsQuery, itemAddedSubscription, noteAuthorsQuery } from "./authors.query.ts";
import type { AuthorSource } from "./use-authors.ts";

const fresh = { requestPolicy: "network-only" } as const;

/** Authors of a SWOT’s notes and groups. */
export const swotAuthors: AuthorSource = {
  pages: [
    async (client, variables) => (await client.query(noteAuthorsQuery, variables, fresh)).data?.board?.notes,
    async (client, variables) =>
      (await client.query(clusterAuthorsQuery, variables, fresh)).data?.board?.clusters,
  ],
  follow: (client, variables, added) =>
    client.subscription(itemAddedSubscription, variables).subscribe(({ data }) => {
      const event = data?.boardEvents;
      if (event?.__typename === "NoteAdded") added(event.note.id, event.actor);
      if (event?.__typename === "ClusterAdded") added(event.cluster.id, event.actor);
    }),
};
