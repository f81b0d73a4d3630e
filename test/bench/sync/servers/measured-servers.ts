import { hocuspocusWire } from "../wires/hocuspocus-wire.ts";
import { relayWire } from "../wires/relay-wire.ts";
import type { Wire } from "../wires/wire.ts";
import { yWebsocketWire } from "../wires/y-websocket-wire.ts";
import { type MeasuredProcess, startMeasured } from "./measured-process.ts";

/** Tavolo’s widest window under load; Hocuspocus is measured with it too. */
const WINDOW_MS = 22;

export const SERVER_NAMES = ["relay", "hocuspocus", "hocuspocus-window", "y-websocket", "tavolo"] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

/** One of the servers that are compared. */
export interface MeasuredServer {
  readonly name: ServerName;
  readonly label: string;
  readonly wire: Wire;
  /** Whether a board is made by the server itself, so that clients only add to it. */
  readonly makesBoards: boolean;
  /** Starts it in a process of its own; `database` is for the one that has any. */
  start(database: Readonly<Record<string, string>>): Promise<MeasuredProcess>;
}

const program = (name: string) => new URL(`./${name}`, import.meta.url);

export const MEASURED_SERVERS: readonly MeasuredServer[] = [
  {
    name: "relay",
    label: "raw ws relay",
    wire: relayWire,
    makesBoards: false,
    start: () => startMeasured(program("relay.ts"), {}),
  },
  {
    name: "hocuspocus",
    label: "Hocuspocus",
    wire: hocuspocusWire(""),
    makesBoards: false,
    start: () => startMeasured(program("hocuspocus.ts"), {}),
  },
  {
    name: "hocuspocus-window",
    label: `Hocuspocus, flushDelay ${WINDOW_MS}`,
    wire: hocuspocusWire(""),
    makesBoards: false,
    start: () => startMeasured(program("hocuspocus.ts"), { FLUSH_DELAY: String(WINDOW_MS) }),
  },
  {
    name: "y-websocket",
    label: "y-websocket",
    wire: yWebsocketWire,
    makesBoards: false,
    start: () => startMeasured(program("y-websocket.ts"), {}),
  },
  {
    name: "tavolo",
    label: "Tavolo",
    wire: hocuspocusWire("/sync"),
    makesBoards: true,
    async start(database) {
      const server = await startMeasured(program("../../../../server/dist/main.js"), {
        NODE_ENV: "production",
        PORT: "0",
        DEMO: "0",
        ...database,
      });
      await untilReady(server);
      return server;
    },
  },
];

/** It listens before its database is open. */
async function untilReady({ port, stop }: MeasuredProcess): Promise<void> {
  const patience = AbortSignal.timeout(60_000);
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: patience }).then(
      async (response) => {
        await response.body?.cancel();
        return response.ok;
      },
      () => false,
    );
    if (ready) return;
    if (patience.aborted) {
      await stop();
      throw new Error("Tavolo was not ready within a minute.");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
