import { useQuery } from "@urql/vue";
import { graphql } from "../graphql/graphql.ts";

export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      kind
      displayName
      canCreateProjects
    }
  }
`);

/** Who this browser is signed in as, shared by every screen through the cache. */
export const useViewer = () => useQuery({ query: viewerQuery, requestPolicy: "cache-first" });
