import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** When a running process was started, in whatever words its system has; null where it cannot be told. */
export const processStart = async (pid: number): Promise<string | null> => {
  try {
    if (process.platform === "linux") {
      const [boot, status] = await Promise.all([
        readFile("/proc/sys/kernel/random/boot_id", "utf8"),
        readFile(`/proc/${pid}/stat`, "utf8"),
      ]);
      // Field 22 counts from the process's state, which follows its parenthesised name.
      const ticks = status.slice(status.lastIndexOf(")") + 2).split(" ")[19];
      return `${boot.trim()}/${ticks}`;
    }
    if (process.platform === "win32") return null;
    return (await run("ps", ["-o", "lstart=", "-p", String(pid)])).stdout.trim() || null;
  } catch {
    return null;
  }
};
