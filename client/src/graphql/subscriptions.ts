import type { SubscriptionForwarder } from "@urql/core";
import type { Client } from "graphql-ws";

let client: Promise<Client> | undefined;

/** One socket for all subscriptions: fetched and opened by the first, closed some seconds after the last. */
const connect = (): Promise<Client> =>
  (client ??= import("graphql-ws").then(({ createClient }) =>
    createClient({
      url: () => `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
      lazyCloseTimeout: 3_000,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
    }),
  ));

type Operation = Parameters<SubscriptionForwarder>[0];
type Sink = Parameters<ReturnType<SubscriptionForwarder>["subscribe"]>[0];

/** Subscribes over the shared socket; the answer ends the subscription, also before the socket is there. */
export const subscribe = ({ query, variables, operationName }: Operation, sink: Sink): (() => void) => {
  let end = () => {};
  let ended = false;
  connect().then(
    (socket) => {
      if (ended) return;
      end = socket.subscribe(
        { query: query ?? "", variables, operationName },
        {
          next: ({ data, errors }) => sink.next({ data, errors: errors && [...errors] }),
          error: (error) => sink.error(error),
          complete: () => sink.complete(),
        },
      );
    },
    (error: unknown) => sink.error(error),
  );
  return () => {
    ended = true;
    end();
  };
};
