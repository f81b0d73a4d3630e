import { type Weather, withDatabaseProxy } from "./database-proxy.ts";
import { type OutageOptions, type OutageReport, outage } from "./outage.ts";
import { withDatabase } from "./own-database.ts";
import { type Trial, trial } from "./trial.ts";

interface OutageSizes {
  readonly clients: number;
  readonly seconds: number;
  readonly browser: boolean;
}

/** What every outage has to leave whole. */
export const isWhole = ({ alive, lost, diverged, refused }: OutageReport) =>
  alive && lost === 0 && diverged === 0 && refused === 0;

export const isAdmitted = (report: OutageReport) =>
  report.acknowledgedMeanwhile === 0 &&
  report.notSavedAfterMs !== null &&
  report.notSavedAfterMs <= 2_000 &&
  (report.browserNotSavedAfterMs ?? 0) <= 2_000 &&
  report.unready;

/** A query is answered, by data or by a refusal, before anybody’s patience or proxy gives up. */
export const isAnswered = ({ slowestAnswerMs }: OutageReport) => slowestAnswerMs <= 15_000;

/** A database that is cut off, one that falls silent, a slow one, and a server that would not notice. */
export async function outageTrials(sizes: OutageSizes, tell: (line: string) => void): Promise<Trial[]> {
  const run = (
    name: string,
    options: Omit<OutageOptions, "fault"> & { weather: Weather },
    holds: (report: OutageReport) => boolean,
  ) =>
    trial(
      name,
      async () => {
        const report = await withDatabase("postgresql", (env) =>
          withDatabaseProxy(env, options.weather, (fault) => outage({ ...options, fault })),
        );
        tell(`${name}: ${JSON.stringify(report)}`);
        return report;
      },
      holds,
    );
  return [
    await run(
      `a database cut off for ${sizes.seconds} s`,
      { ...sizes, weather: { kind: "cut" } },
      (report) =>
        isWhole(report) && isAdmitted(report) && isAnswered(report) && report.caughtUpAfterMs <= 5_000,
    ),
    await run(
      `a database silent for ${sizes.seconds} s`,
      { ...sizes, browser: false, weather: { kind: "silent" } },
      (report) =>
        isWhole(report) && isAdmitted(report) && isAnswered(report) && report.caughtUpAfterMs <= 15_000,
    ),
    await run(
      "a slow database",
      { ...sizes, seconds: Math.min(sizes.seconds, 10), browser: false, weather: { kind: "slow", ms: 100 } },
      isWhole,
    ),
    await run(
      "control: acknowledged before the commit",
      {
        ...sizes,
        seconds: Math.min(sizes.seconds, 4),
        browser: false,
        weather: { kind: "cut" },
        control: "acknowledge-early",
      },
      (report) => !isAdmitted(report),
    ),
  ];
}
