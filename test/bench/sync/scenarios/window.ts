import { setTimeout as sleep } from "node:timers/promises";
import { postgresqlCpuSeconds } from "../database/postgresql-cpu.ts";
import type { Run } from "./scenario.ts";

/** What a stretch of time cost. */
export interface Spent {
  readonly seconds: number;
  readonly serverCpuSeconds: number;
  /** Null for servers without a database, and where its processes cannot be seen. */
  readonly postgresqlCpuSeconds: number | null;
  /** The share of a core that the load itself took: near 1 its latencies say nothing of the server. */
  readonly loadShare: number;
}

/** Measures what happens meanwhile; the profile, where one is wanted, is of just this. */
export async function spend(run: Run, meanwhile: () => Promise<unknown>): Promise<Spent> {
  const { process: server, profile } = run;
  if (profile) await server.startProfile();
  const before = await look(run);
  const started = performance.now();
  await meanwhile();
  const seconds = (performance.now() - started) / 1_000;
  const after = await look(run);
  if (profile) await server.writeProfile(profile);
  return {
    seconds,
    serverCpuSeconds: after.server - before.server,
    postgresqlCpuSeconds: after.postgresql === null ? null : after.postgresql - (before.postgresql ?? 0),
    loadShare: (after.load - before.load) / seconds,
  };
}

/** Lets the load go on as it does. */
export const steadily = (seconds: number) => () => sleep(seconds * 1_000);

async function look({ process: server, server: { name } }: Run) {
  const { cpuSeconds } = await server.usage();
  const { user, system } = process.cpuUsage();
  return {
    server: cpuSeconds,
    postgresql: name === "tavolo" ? postgresqlCpuSeconds() : null,
    load: (user + system) / 1e6,
  };
}
