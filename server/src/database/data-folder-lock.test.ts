import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { lockDataFolder } from "./data-folder-lock.ts";
import { processStart } from "./process-start.ts";

describe("the lock of the data folder", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tavolo-lock-"));
    file = join(folder, "tavolo.lock");
    onTestFinished(() => rm(folder, { recursive: true }));
  });
  const hold = (holder: object) =>
    writeFile(
      file,
      JSON.stringify({
        pid: 1,
        host: hostname(),
        started: "then",
        processStart: null,
        nonce: "n",
        ...holder,
      }),
    );
  const lock = async () => {
    const held = await lockDataFolder(folder);
    onTestFinished(() => held.release());
    return held;
  };

  it("names its holder to whoever comes second", async () => {
    await lock();
    await expect(lockDataFolder(folder)).rejects.toThrow(
      new RegExp(
        `^The data folder is in use by process ${process.pid} on ${hostname()} since .+: stop that server`,
      ),
    );
  });

  it("is free again after its release", async () => {
    await (await lockDataFolder(folder)).release();
    await lock();
  });

  it("is taken over from a process that has died", async () => {
    const child = spawn(process.execPath, ["--version"]);
    await once(child, "exit");
    await hold({ pid: child.pid });
    await lock();
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ pid: process.pid });
  });

  it("is taken over where another program now runs under the holder’s pid", async () => {
    await hold({ pid: process.pid, processStart: "another boot/1" });
    await lock();
  });

  it("stands while the very process that took it lives", async () => {
    await hold({ pid: process.pid, processStart: await processStart(process.pid) });
    await expect(lockDataFolder(folder)).rejects.toThrow("in use");
  });

  it("of another machine stands while it is touched, and not much longer", async () => {
    await hold({ host: "another" });
    await expect(lockDataFolder(folder)).rejects.toThrow("on another since then");
    const past = new Date(Date.now() - 120_000);
    await utimes(file, past, past);
    await lock();
  });

  it("lets one of several starts take over a stale lock", async () => {
    await hold({ pid: process.pid, processStart: "another boot/1" });
    const starts = await Promise.allSettled([1, 2, 3, 4].map(() => lock()));
    expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("survives a file that was cut off by a crash", async () => {
    await writeFile(file, "{");
    await lock();
  });
});
