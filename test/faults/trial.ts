/** One fault on one database, or its control, and whether what it had to show was shown. */
export interface Trial {
  readonly name: string;
  readonly kept: boolean;
  readonly seconds: number;
  readonly report: object;
}

/** Runs a trial and judges its report. */
export async function trial<Report extends object>(
  name: string,
  run: () => Promise<Report>,
  holds: (report: Report) => boolean,
): Promise<Trial> {
  const started = performance.now();
  const report = await run();
  return { name, kept: holds(report), seconds: Math.round((performance.now() - started) / 1_000), report };
}
