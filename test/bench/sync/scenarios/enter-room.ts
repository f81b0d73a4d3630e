import type { SeatedRoom } from "../database/bench-database.ts";
import type { BoardContent } from "../load/board-content.ts";
import { LoadClient } from "../load/load-client.ts";
import type { Run } from "./scenario.ts";

/** So many handshakes are under way at a time: fewer than a server’s queue of them holds. */
const AT_ONCE = 20;

/** A client for each seat of a room, not connected yet. */
export const clientsOf = (run: Run, { room, tokens }: SeatedRoom): LoadClient[] =>
  tokens.map((token) => new LoadClient(run.server.wire, { port: run.process.port, room, token }));

/** Connects clients; resolves when all have the document. */
export async function connectAll(clients: readonly LoadClient[]): Promise<void> {
  for (let start = 0; start < clients.length; start += AT_ONCE)
    await Promise.all(clients.slice(start, start + AT_ONCE).map((client) => client.connect()));
}

/** Puts the notes on the board of a client that is connected, piece by piece as a person would. */
export async function furnish({ server }: Run, client: LoadClient, content: BoardContent): Promise<void> {
  if (!server.wire.keepsDocument) return;
  if (!server.makesBoards) client.sendUpdate(content.genesis);
  for (const piece of content.notes) client.sendUpdate(piece);
  await client.settled();
}
