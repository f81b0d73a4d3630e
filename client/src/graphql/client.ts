import { cacheExchange, Client, fetchExchange, subscriptionExchange } from "@urql/core";
import { createClient } from "graphql-ws";
import { uiLanguage } from "../i18n/i18n.ts";

// Opened by the first subscription, closed some seconds after the last one.
const subscriptions = createClient({
  url: () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
  lazyCloseTimeout: 3_000,
  retryAttempts: Number.POSITIVE_INFINITY,
  shouldRetry: () => true,
});

/** The session travels in an httpOnly cookie: nothing here ever sees it. */
export const createGraphqlClient = (): Client =>
  new Client({
    url: "/graphql",
    preferGetMethod: false,
    requestPolicy: "cache-and-network",
    fetchOptions: () => ({ credentials: "same-origin", headers: { "accept-language": uiLanguage.value } }),
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query, variables, operationName }) => ({
          subscribe: (sink) => {
            const unsubscribe = subscriptions.subscribe(
              { query: query ?? "", variables, operationName },
              {
                next: ({ data, errors }) => sink.next({ data, errors: errors && [...errors] }),
                error: (error) => sink.error(error),
                complete: () => sink.complete(),
              },
            );
            return { unsubscribe };
          },
        }),
      }),
    ],
  });
