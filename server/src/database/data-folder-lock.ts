import { randomUUID } from "node:crypto";
import {
  constants,
  copyFile,
  link,
  mkdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseError } from "./database-error.ts";
import { processStart } from "./process-start.ts";

/** The embedded database has no lock of its own: two processes on one folder lose data. */
const FILE = "tavolo.lock";
/** A holder touches its lock this often, so that it can be judged from another machine or container. */
const HEARTBEAT_MS = 5_000;
const FOREIGN_STALE_MS = 60_000;

interface Holder {
  pid: number;
  host: string;
  started: string;
  /** When the operating system started that process; tells a pid that was given to another program. */
  processStart: string | null;
  nonce: string;
}

export interface DataFolderLock {
  release(): Promise<void>;
}

/** Takes the folder for this process or throws a DatabaseError that names the holder. */
export const lockDataFolder = async (folder: string): Promise<DataFolderLock> => {
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new DatabaseError(
      `The data folder ${folder} cannot be made (${error.code}); set DATA_DIR to another.`,
    );
  });
  const file = join(folder, FILE);
  const mine: Holder = {
    pid: process.pid,
    host: hostname(),
    started: new Date().toISOString(),
    processStart: await processStart(process.pid),
    nonce: randomUUID(),
  };
  if (!(await create(file, mine))) await takeOver(file, mine);

  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => {});
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    async release() {
      clearInterval(heartbeat);
      if ((await read(file))?.nonce === mine.nonce) await rm(file, { force: true });
    },
  };
};

/** The file appears with its content or not at all: an empty one would pass for a crash’s. */
const create = async (file: string, holder: Holder): Promise<boolean> => {
  const fresh = `${file}.${holder.nonce}`;
  try {
    await writeFile(fresh, JSON.stringify(holder));
    // Not every file system has links; a copy that must be new is the next best.
    await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") throw error;
      return copyFile(fresh, file, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    throw new DatabaseError(
      `The data folder cannot be written (${code} on ${file}); set DATA_DIR to another.`,
    );
  } finally {
    await rm(fresh, { force: true });
  }
};

const read = async (file: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Holder;
  } catch {
    return null;
  }
};

/** Replaces a stale lock; the extra folder makes two starts that see it at once take turns. */
const takeOver = async (file: string, mine: Holder): Promise<void> => {
  const turn = `${file}.turn`;
  try {
    await mkdir(turn);
  } catch {
    const age = Date.now() - (await stat(turn).catch(() => ({ mtimeMs: 0 }))).mtimeMs;
    if (age < FOREIGN_STALE_MS) throw new DatabaseError(`Another start is taking over ${file}; try again.`);
  }
  try {
    const holder = await read(file);
    if (holder && (await isAlive(file, holder))) {
      throw new DatabaseError(
        `The data folder is in use by process ${holder.pid} on ${holder.host} since ${holder.started}: ` +
          `stop that server or set DATA_DIR to another folder (lock: ${file}).`,
      );
    }
    const fresh = `${file}.${mine.nonce}`;
    await writeFile(fresh, JSON.stringify(mine));
    await rename(fresh, file);
  } finally {
    await rmdir(turn).catch(() => {});
  }
};

const isAlive = async (file: string, holder: Holder): Promise<boolean> => {
  if (holder.host !== hostname()) {
    return Date.now() - (await stat(file)).mtimeMs < FOREIGN_STALE_MS;
  }
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  const started = await processStart(holder.pid);
  return started === null || holder.processStart === null || started === holder.processStart;
};
