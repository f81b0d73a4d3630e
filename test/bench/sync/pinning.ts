import { spawnSync } from "node:child_process";
import { availableParallelism } from "node:os";

export const SERVER_CORE = 0;
const LOAD_CORE = 1;

/** Whether server and load can be kept on cores of their own here. */
export const canPin: boolean =
  availableParallelism() > 1 && spawnSync("taskset", ["--version"], { stdio: "ignore" }).status === 0;

/** The command line that runs a command on one core, where that can be had. */
export const pinnedTo = (core: number, command: readonly string[]): readonly string[] =>
  canPin ? ["taskset", "-c", String(core), ...command] : command;

/** Keeps this process, which makes the load, away from the servers’ core. */
export function pinLoad(): void {
  if (canPin)
    spawnSync("taskset", ["-a", "-cp", String(LOAD_CORE), String(process.pid)], { stdio: "ignore" });
}
