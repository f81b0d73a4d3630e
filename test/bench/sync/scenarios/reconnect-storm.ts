import { setTimeout as sleep } from "node:timers/promises";
import { boardContent } from "../load/board-content.ts";
import { clientsOf, connectAll, furnish, inTurn, leave, SETTLE_MS } from "./enter-room.ts";
import { type Figures, keepsDocuments, type Run, type Scenario } from "./scenario.ts";
import { spend } from "./window.ts";

const BOARDS = 10;
const PEOPLE = 50;
const NOTES = 100;

/** All but one person at each board drop at once and come back at once, without the jitter that real clients have. */
export const reconnectStorm: Scenario = {
  name: "reconnect-storm",
  title: `${BOARDS * PEOPLE} people at ${BOARDS} boards of ${NOTES} notes drop and come back, all at once`,
  boards: BOARDS,
  // One stays, so that no server lets go of the board.
  people: PEOPLE + 1,
  columns: {
    secondsUntilSynced: "s until all have it",
    cpuSeconds: "CPU s",
    postgresqlCpuSeconds: "PostgreSQL’s",
    loadShare: "load’s core",
  },
  suits: keepsDocuments,
  measure,
};

async function measure(run: Run): Promise<Figures> {
  const boards = run.rooms.map((room) => clientsOf(run, room));
  const content = boardContent(NOTES);
  const comers = boards.flatMap((clients) => clients.slice(1));
  try {
    await inTurn(boards, async ([stayer]) => {
      await stayer!.connect();
      await furnish(run, stayer!, content);
    });
    await connectAll(comers);
    await sleep(SETTLE_MS);
    const spent = await spend(run, async () => {
      for (const client of comers) client.drop();
      await Promise.all(comers.map((client) => client.connect()));
    });
    return {
      secondsUntilSynced: spent.seconds,
      cpuSeconds: spent.serverCpuSeconds,
      postgresqlCpuSeconds: spent.postgresqlCpuSeconds,
      loadShare: spent.loadShare,
    };
  } finally {
    leave(boards.flat());
  }
}
