import { readdirSync, readFileSync } from "node:fs";

/** The kernel’s clock tick, a hundredth of a second on every Linux. */
const TICKS_A_SECOND = 100;

/** CPU seconds of all PostgreSQL processes of this machine until now; null where none can be seen. */
export function postgresqlCpuSeconds(): number | null {
  let ticks: number | null = null;
  for (const entry of processes()) {
    const stat = statOf(entry);
    if (!stat?.includes("(postgres)")) continue;
    // Behind the name: state is the first field, user and system time, also of ended children, are 12 to 15.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    ticks = (ticks ?? 0) + fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  }
  return ticks === null ? null : ticks / TICKS_A_SECOND;
}

function processes(): string[] {
  try {
    return readdirSync("/proc").filter((entry) => /^\d+$/.test(entry));
  } catch {
    return [];
  }
}

function statOf(process: string): string | null {
  try {
    return readFileSync(`/proc/${process}/stat`, "utf8");
  } catch {
    // It has ended meanwhile.
    return null;
  }
}
