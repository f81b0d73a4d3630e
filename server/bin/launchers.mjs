import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const EVERY_MS = 1_000;

/**
 * Calls back once a program that launched this one is gone: `npx` and `pnpm` do not hand a SIGTERM on, and a
 * server that nobody holds any more would keep the port and the data folder.
 */
export function onLaunchersGone(callback) {
  const launchers = findLaunchers(process.ppid);
  if (launchers.length === 0) return;
  const timer = setInterval(() => {
    if (launchers.every(isAlive)) return;
    clearInterval(timer);
    callback();
  }, EVERY_MS);
  timer.unref();
}

/** Upwards from us: pnpm’s shell, pnpm, npx’s shell, npx. Whatever else is there launched them, not us. */
function findLaunchers(parent) {
  const found = [];
  let pid = parent;
  for (const kind of [SHELL, PNPM, SHELL, NPX]) {
    const ancestor = describe(pid);
    if (!ancestor) break;
    if (!kind.test(ancestor.command)) {
      if (kind === SHELL) continue;
      break;
    }
    if (kind !== SHELL) found.push(pid);
    pid = ancestor.parent;
  }
  return found;
}

const SHELL = /^(\S*\/)?(sh|bash|dash) -c /;
const PNPM = /^(\S*\/)?(node \S*)?pnpm(\.[cm]?js)?( |$)/;
const NPX = /^(\S*\/)?(npm exec|npx|node \S*npx(-cli)?(\.js)?)( |$)/;

function describe(pid) {
  try {
    if (process.platform === "linux") {
      const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]);
      return { command, parent };
    }
    const line = execFileSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
    const [, parent, command] = /^(\d+)\s+(.*)$/.exec(line);
    return { command, parent: Number(parent) };
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
