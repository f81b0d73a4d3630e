import { cacheExchange, Client, fetchExchange, subscriptionExchange } from "@urql/core";
import { uiLanguage } from "../i18n/i18n.ts";
import { subscribe } from "./subscriptions.ts";

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
        forwardSubscription: (operation) => ({
          subscribe: (sink) => ({ unsubscribe: subscribe(operation, sink) }),
        }),
      }),
    ],
  });
