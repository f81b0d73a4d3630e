import { type Client, createClient } from "graphql-ws";
import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import type { TestServer } from "./start-test-server.ts";

/** A subscription whose answers are awaited one by one. */
export interface Subscription<Data> {
  /** The next answer; rejects with the errors that ended the subscription. */
  next(): Promise<Data>;
  /** Resolves when the server has completed it; answers what came before. */
  rest(): Promise<Data[]>;
  stop(): Promise<void>;
}

/** The stock graphql-ws client, with a session’s cookie or a token. */
export const openGraphQLSocket = (
  server: TestServer,
  { cookie, token }: { cookie?: string; token?: string } = {},
): Client => {
  class Socket extends WebSocket {
    constructor(address: string, protocols: string[]) {
      super(address, protocols, cookie ? { headers: { cookie, origin: server.url } } : {});
    }
  }
  const client = createClient({
    url: server.socketUrl("/graphql"),
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : undefined,
  });
  onTestFinished(() => client.dispose());
  return client;
};

/** Begins a subscription and answers what it delivers. */
export const subscribe = <Data>(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): Subscription<Data> => {
  const answers = client.iterate<Data>({ query, variables });
  const next = async () => {
    const { value, done } = await answers.next();
    if (done) throw new Error("The server has completed the subscription.");
    if (value.errors?.length) throw value.errors;
    return value.data as Data;
  };
  return {
    next,
    rest: async () => {
      const rest: Data[] = [];
      for await (const { data } of answers) rest.push(data as Data);
      return rest;
    },
    stop: async () => {
      await answers.return?.();
    },
  };
};
