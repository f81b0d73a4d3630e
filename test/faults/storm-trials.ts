import { type DatabaseKind, withDatabase } from "./own-database.ts";
import { reconnectStorm } from "./reconnect-storm.ts";
import { type Trial, trial } from "./trial.ts";

/** No more than this part of all people opens a socket within a tenth of a second. */
const TOGETHER = 0.25;

/** A restart under many people, and the same people without chance in when they come back. */
export async function stormTrials(
  database: DatabaseKind,
  clients: number,
  tell: (line: string) => void,
): Promise<Trial[]> {
  const run = (name: string, inStep: boolean, holds: (share: number, whole: boolean) => boolean) =>
    trial(
      name,
      async () => {
        const report = await withDatabase(database, (env) => reconnectStorm({ env, clients, inStep }));
        tell(`${name}: ${JSON.stringify(report)}`);
        return report;
      },
      ({ mostAtOnce, lost, refused, ended }) =>
        holds(mostAtOnce / clients, lost + refused === 0 && ended === "0"),
    );
  return [
    await run(`${clients} people come back`, false, (share, whole) => whole && share <= TOGETHER),
    await run(`control: ${clients} people come back in step`, true, (share) => share > TOGETHER),
  ];
}
