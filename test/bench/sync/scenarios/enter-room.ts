import type { SeatedRoom } from "../database/bench-database.ts";
import type { BoardContent } from "../load/board-content.ts";
import { LoadClient } from "../load/load-client.ts";
import type { Run } from "./scenario.ts";

/** So many handshakes are under way at a time: people do not come all at once. */
const AT_ONCE = 20;

/** After this, what a join left to be done is done. */
export const SETTLE_MS = 500;

/** A client for each seat of a room, not connected yet. */
export const clientsOf = (run: Run, { room, tokens }: SeatedRoom): LoadClient[] =>
  tokens.map((token) => new LoadClient(run.server.wire, { port: run.process.port, room, token }));

/** Connects clients; resolves when all have the document. */
export const connectAll = (clients: readonly LoadClient[]): Promise<void> =>
  inTurn(clients, (client) => client.connect());

/** Does something with each of many, some at a time. */
export async function inTurn<T>(many: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = many.values();
  const work = async () => {
    for (const one of left) await act(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Puts the notes on the board of a client that is connected, piece by piece as a person would. */
export async function furnish({ server }: Run, client: LoadClient, content: BoardContent): Promise<void> {
  if (!server.wire.keepsDocument) return;
  if (!server.makesBoards) client.sendUpdate(content.genesis);
  for (const piece of content.notes) client.sendUpdate(piece);
  await client.settled();
}

/** Bytes that have come to all of them. */
export const bytesOf = (clients: readonly LoadClient[]): number =>
  clients.reduce((sum, { bytesReceived }) => sum + bytesReceived, 0);

/** Lets all go. Throws when a server has sent one of them away: what was measured then is something else. */
export function leave(clients: readonly LoadClient[]): void {
  for (const client of clients) client.drop();
  const lost = clients.find((client) => client.lost);
  if (lost) throw new Error(lost.lost!);
}
