import "graphiql/setup-workers/vite";
import "graphiql/style.css";
import "./graphiql.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createElement } from "react";
import { createRoot } from "react-dom/client";

const fetcher = createGraphiQLFetcher({
  url: "/graphql",
  subscriptionUrl: `${location.origin.replace(/^http/, "ws")}/graphql`,
});

const defaultQuery = `# Tavolo's API. Who signed in in this browser is signed in here too;
# a program sends its token as a header: { "Authorization": "Bearer tvl_…" }
# Press Ctrl+Enter to run, Ctrl+Space for what fits; the docs are behind the book.

query Boards {
  projects {
    nodes {
      name
      boards {
        nodes {
          id
          title
          state
          revision
          notes(first: 10) {
            nodes {
              section
              text
            }
          }
        }
      }
    }
  }
}
`;

// A link may bring a query along.
const initialQuery = new URLSearchParams(location.search).get("query") ?? undefined;

createRoot(document.getElementById("graphiql")).render(
  createElement(GraphiQL, { fetcher, defaultQuery, initialQuery, defaultEditorToolsVisibility: "headers" }),
);
