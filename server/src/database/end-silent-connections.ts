import type { Socket } from "node:net";

/** A database that says nothing for so long while it owes an answer is not reached any more. */
const SILENT_MS = 10_000;

/** What this needs of the driver’s connections; they do not tell of silence themselves. */
interface WatchedClient {
  readonly connection: { readonly stream: Socket };
  query(text: string): Promise<unknown>;
}

/** An option of the driver’s pool, and the moment from which it counts. */
export interface SilenceWatch {
  onConnect(client: unknown): Promise<void>;
  /** A migration may take long; from here on nothing does. */
  begin(): void;
}

/**
 * Ends connections on which the database falls silent: a network that swallows packets closes nothing, and what
 * waits on it would wait for ever. Whoever asked hears of a broken connection, and the database, which may not have
 * heard of the end, lets go of what an open transaction holds.
 */
export const endSilentConnections = (silentMs = SILENT_MS): SilenceWatch => {
  let begun = false;
  return {
    async onConnect(client) {
      const { connection } = client as WatchedClient;
      const { stream } = connection;
      let answered = stream.bytesWritten;
      stream.on("data", () => {
        answered = stream.bytesWritten;
      });
      stream.setTimeout(silentMs);
      stream.on("timeout", () => {
        const owed = stream.bytesWritten > answered;
        if (begun && owed) stream.destroy(new Error(`the database was silent for ${silentMs / 1_000} s`));
      });
      await (client as WatchedClient).query(`set idle_in_transaction_session_timeout = ${silentMs}`);
    },
    begin() {
      begun = true;
    },
  };
};
