import { onTestFinished } from "vitest";
import { type BoardClient, type BoardClientOptions, connectBoardClient } from "./connect-board-client.ts";

export type { BoardClient } from "./connect-board-client.ts";

/** Opens a board with the stock provider within a test, and closes it when the test has finished. */
export async function openBoardClient(options: BoardClientOptions): Promise<BoardClient> {
  const client = await connectBoardClient(options);
  onTestFinished(() => client.destroy());
  return client;
}
