import { setTimeout as sleep } from "node:timers/promises";
import { boardContent } from "../load/board-content.ts";
import { bytesOf, clientsOf, connectAll, furnish, leave } from "./enter-room.ts";
import { type Figures, keepsDocuments, type Run, type Scenario } from "./scenario.ts";
import { spend } from "./window.ts";

const NOTES = 10_000;
const BEFORE = 3;
const ONE_BY_ONE = 20;
const AT_ONCE = 50;
/** After this a server has done what it does with so large a board, such as projecting it. */
const SETTLE_SECONDS = 5;

/** People open a large board that the server has in memory. */
export const coldJoin: Scenario = {
  name: "cold-join",
  title: `A board of ${NOTES.toLocaleString("en")} notes: ${ONE_BY_ONE} people open it one after the other, then ${AT_ONCE} at once`,
  boards: 1,
  people: 1 + BEFORE + ONE_BY_ONE + AT_ONCE,
  columns: {
    cpuMsPerJoiner: "CPU ms each",
    postgresqlCpuMsPerJoiner: "PostgreSQL’s",
    msPerJoiner: "ms each",
    secondsForAll: `s until all ${AT_ONCE} have it`,
    cpuSecondsForAll: "CPU s for all",
    kilobytesPerJoiner: "kB each",
    residentMebibytes: "resident MiB",
  },
  suits: keepsDocuments,
  measure,
};

async function measure(run: Run): Promise<Figures> {
  const clients = clientsOf(run, run.rooms[0]!);
  const [first, ...others] = clients;
  const warm = others.splice(0, BEFORE);
  const single = others.splice(0, ONE_BY_ONE);
  try {
    await first!.connect();
    await furnish(run, first!, boardContent(NOTES));
    await sleep(SETTLE_SECONDS * 1_000);
    await connectAll(warm);
    await run.process.collect();
    const { residentBytes } = await run.process.usage();
    const alone = await spend(run, async () => {
      for (const client of single) await client.connect();
    });
    await run.process.collect();
    const together = await spend({ ...run, profile: null }, () =>
      Promise.all(others.map((client) => client.connect())),
    );
    return {
      cpuMsPerJoiner: (alone.serverCpuSeconds / ONE_BY_ONE) * 1_000,
      postgresqlCpuMsPerJoiner:
        alone.postgresqlCpuSeconds === null ? null : (alone.postgresqlCpuSeconds / ONE_BY_ONE) * 1_000,
      msPerJoiner: (alone.seconds / ONE_BY_ONE) * 1_000,
      secondsForAll: together.seconds,
      cpuSecondsForAll: together.serverCpuSeconds,
      kilobytesPerJoiner: bytesOf(others) / AT_ONCE / 1_000,
      residentMebibytes: residentBytes / 1024 ** 2,
    };
  } finally {
    leave(clients);
  }
}
