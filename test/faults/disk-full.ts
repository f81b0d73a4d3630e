import { connectBoardClient } from "../support/connect-board-client.ts";
import { notesOf } from "./agreement.ts";
import type { Fault } from "./fault.ts";
import { freePort } from "./free-port.ts";
import { startMarking } from "./marking-writer.ts";
import { missing } from "./missing-marks.ts";
import { startOwnCluster } from "./own-cluster.ts";
import type { DatabaseKind } from "./own-database.ts";
import { seedTable } from "./seeded-table.ts";
import { openSmallDisk } from "./small-disk.ts";
import { StandbyServer } from "./standby-server.ts";

const DISK_MIB = 192;

/** Runs something on a database whose disk can be filled. Throws NoSmallDisk. */
export async function onSmallDisk<T>(database: DatabaseKind, run: (fault: Fault) => Promise<T>): Promise<T> {
  const disk = openSmallDisk(DISK_MIB);
  const fault = { begin: () => disk.fill(), end: () => disk.makeRoom() };
  try {
    if (database === "pglite") return await run({ ...fault, env: { DATA_DIR: disk.folder } });
    const cluster = await startOwnCluster(disk.folder);
    try {
      const begin = async () => {
        disk.fill();
        await cluster.writeUntilRefused();
      };
      return await run({ ...fault, begin, env: { DATABASE_URL: cluster.url } });
    } finally {
      await cluster.close();
    }
  } finally {
    disk.close();
  }
}

/** A server that hangs by then hangs for ever. */
const ENDS_WITHIN_MS = 15_000;

export interface BreakOffReport {
  /** How the server ended. */
  readonly ended: string | null;
  readonly acknowledged: number;
  readonly lost: number;
}

/** The embedded database meets a full disk in the middle of its log: the server has to end, and a next one to begin. */
export async function breakOff(people: number): Promise<BreakOffReport> {
  const disk = openSmallDisk(DISK_MIB);
  const env = { DATA_DIR: disk.folder, PORT: String(await freePort()) };
  const { board, seats } = await seedTable(env, people);
  const { boardId } = board;
  const first = new StandbyServer(env);
  const second = new StandbyServer(env);
  try {
    const url = await first.start();
    const writers = await Promise.all(seats.map(({ token }) => connectBoardClient({ url, boardId, token })));
    await Promise.all(writers.map((writer) => writer.saved()));
    const marking = writers.map((writer) => startMarking(writer));
    await Promise.all(marking.map((writer) => writer.until(5)));
    disk.fill();
    first.tell("exhaust-log");
    const late = setTimeout(() => first.kill(), ENDS_WITHIN_MS);
    await first.exited();
    clearTimeout(late);
    const safe = marking.map((writer) => writer.stop());
    for (const writer of writers) writer.destroy();

    disk.makeRoom();
    await second.start();
    const witness = await connectBoardClient({ url, boardId, token: board.moderator.token });
    const lost = missing(safe, notesOf(witness));
    witness.destroy();
    return { ended: first.ended, acknowledged: safe.reduce((sum, { marks }) => sum + marks.length, 0), lost };
  } finally {
    await Promise.all([first.end(), second.end()]);
    disk.close();
  }
}
