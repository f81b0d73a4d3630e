import { breakOff, onSmallDisk } from "./disk-full.ts";
import { outage, type OutageOptions, type OutageReport } from "./outage.ts";
import { isAdmitted, isWhole } from "./outage-trials.ts";
import type { DatabaseKind } from "./own-database.ts";
import { type Trial, trial } from "./trial.ts";

interface DiskFullSizes {
  readonly clients: number;
  readonly seconds: number;
  readonly browser: boolean;
}

const CAUGHT_UP_WITHIN_MS = 5_000;

/** A disk that is full to the last byte under one database, and what must be caught. Throws NoSmallDisk. */
export async function diskFullTrials(
  database: DatabaseKind,
  sizes: DiskFullSizes,
  tell: (line: string) => void,
): Promise<Trial[]> {
  const run = (
    name: string,
    options: Omit<OutageOptions, "fault">,
    holds: (report: OutageReport) => boolean,
  ) =>
    trial(
      `${name}, ${database}`,
      async () => {
        const report = await onSmallDisk(database, (fault) => outage({ ...options, fault }));
        tell(`${name}, ${database}: ${JSON.stringify(report)}`);
        return report;
      },
      holds,
    );
  const trials = [
    await run(
      `a disk full for ${sizes.seconds} s`,
      sizes,
      (report) => isWhole(report) && isAdmitted(report) && report.caughtUpAfterMs <= CAUGHT_UP_WITHIN_MS,
    ),
    await run(
      "control: acknowledged before the commit, on a full disk",
      { ...sizes, browser: false, seconds: Math.min(sizes.seconds, 4), control: "acknowledge-early" },
      (report) => !isAdmitted(report),
    ),
  ];
  if (database === "pglite")
    trials.push(
      await trial(
        "an embedded database that breaks off",
        () => breakOff(sizes.clients),
        ({ ended, acknowledged, lost }) => ended === "1" && acknowledged > 0 && lost === 0,
      ),
    );
  return trials;
}
