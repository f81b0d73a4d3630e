import { type Kill, killUnderLoad } from "./kill-under-load.ts";
import { type DatabaseKind, withDatabase } from "./own-database.ts";
import { type Trial, trial } from "./trial.ts";

interface KillSizes {
  readonly database: DatabaseKind;
  readonly seed: number;
  readonly clients: number;
  readonly acknowledged: number;
  readonly kills: number;
}

/** Kills on one database, and two servers that must be caught: one says “saved” early, one forgets to project. */
export async function killTrials(
  { database, ...sizes }: KillSizes,
  tell: (line: string) => void,
): Promise<Trial[]> {
  const onKill = ({ kill, moment, acknowledged, lost, diverged }: Kill) =>
    tell(
      `${database} kill ${kill} (${moment}): ${acknowledged} acknowledged, ${lost} lost, ${diverged} diverged`,
    );
  return [
    await trial(
      `${sizes.kills} kills on ${database}`,
      () => withDatabase(database, (env) => killUnderLoad({ env, ...sizes, onKill })),
      ({ lost, diverged, acknowledged, kills }) =>
        lost === 0 && diverged === 0 && acknowledged >= kills * sizes.acknowledged,
    ),
    await trial(
      `control on ${database}: acknowledged before the commit`,
      () =>
        withDatabase(database, (env) =>
          killUnderLoad({
            env,
            ...sizes,
            kills: 2,
            control: "acknowledge-early",
            moments: ["taken"],
            onKill,
          }),
        ),
      ({ lost }) => lost > 0,
    ),
    await trial(
      `control on ${database}: nothing is projected`,
      () =>
        withDatabase(database, (env) =>
          killUnderLoad({
            env,
            ...sizes,
            kills: 1,
            control: "never-project",
            moments: ["anytime"],
            onKill,
          }),
        ),
      ({ diverged }) => diverged > 0,
    ),
  ];
}
