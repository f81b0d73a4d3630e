import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";
import { NoSmallDisk } from "./small-disk.ts";

/** A PostgreSQL of its own in a folder, which is started again whenever it ends, as a service is. */
export interface OwnCluster {
  readonly url: string;
  /** Writes until it refuses: on a full disk it goes on for as long as its files have room inside. */
  writeUntilRefused(): Promise<void>;
  close(): Promise<void>;
}

const DEBIAN = "/usr/lib/postgresql";
const ASK_AGAIN_MS = 200;

/** Makes a cluster and starts it; PostgreSQL refuses to run as root, so that root runs it as its own account. */
export async function startOwnCluster(folder: string): Promise<OwnCluster> {
  const bin = programs();
  const account = process.getuid?.() === 0 ? postgresAccount() : null;
  const data = join(folder, "cluster");
  mkdirSync(data, { mode: 0o700 });
  if (account) chownSync(data, account.uid, account.gid);
  const options = { ...account, cwd: data, stdio: "ignore" } as const;
  // Small pieces of log, so that a small disk holds a cluster and is full soon.
  execFileSync(join(bin, "initdb"), ["-D", data, "-U", "postgres", "--wal-segsize=1", "--no-sync"], options);
  const port = await freePort();
  const settings = ["max_wal_size=8MB", "min_wal_size=2MB", "fsync=off", "unix_socket_directories="];
  let closed = false;
  let postmaster: ChildProcess;
  const start = () => {
    const set = settings.flatMap((setting) => ["-c", setting]);
    postmaster = spawn(
      join(bin, "postgres"),
      ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...set],
      options,
    );
    postmaster.once("exit", () => {
      if (!closed) setTimeout(start, ASK_AGAIN_MS);
    });
  };
  start();
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  while (!(await answers(url))) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  return {
    url,
    writeUntilRefused: () => writeUntilRefused(url),
    async close() {
      closed = true;
      if (postmaster.exitCode !== null || postmaster.signalCode !== null) return;
      const ended = once(postmaster, "exit");
      postmaster.kill("SIGQUIT");
      await ended;
    },
  };
}

function programs(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : [];
  const bin = versions
    .map((version) => join(DEBIAN, version, "bin"))
    .find((each) => existsSync(join(each, "initdb")));
  if (!bin) throw new NoSmallDisk(`There is no PostgreSQL under ${DEBIAN} to make a cluster with.`);
  return bin;
}

function postgresAccount(): { uid: number; gid: number } {
  try {
    const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    throw new NoSmallDisk("PostgreSQL does not run as root, and there is no account postgres.");
  }
}

async function writeUntilRefused(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  // It may go down over this.
  client.on("error", () => {});
  try {
    await client.connect();
    for (;;) await client.query("select pg_logical_emit_message(true, 'fault', repeat('x', 100000))");
  } catch {
    // What was waited for.
  } finally {
    await client.end().catch(() => {});
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
