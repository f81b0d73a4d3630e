import type { CompactionPhase } from "@tavolo/server/sync/compaction/compaction.ts";
import { Compaction } from "@tavolo/server/sync/compaction/compaction.ts";
import type { RunningServer } from "@tavolo/server/start-server.ts";
import { HotStatement } from "@tavolo/server/database/hot-statement.ts";
import { Room } from "@tavolo/server/sync/rooms/room.ts";

const compactionPhases: readonly CompactionPhase[] = ["read", "verified", "written", "dropped", "committed"];

/**
 * Moments at which a server can be told to die: the phases of a commit, the projection, the phases of a compaction.
 * `anytime` is none of them: there the parent kills from outside, wherever the process is.
 */
export const fatalMoments = [
  "taken",
  "written",
  "committing",
  "committed",
  "acknowledged",
  "projecting",
  "anytime",
  ...compactionPhases.map((phase) => `compaction ${phase}` as const),
] as const;

export type FatalMoment = (typeof fatalMoments)[number];

/** Ends this process at once, as a power cut would. */
const die = (): void => void process.kill(process.pid, "SIGKILL");

/** Watches the moments of a server, and ends the process at the first of the kind that was armed. */
export function watchFatalMoments({ orm, engine }: Pick<RunningServer, "orm" | "engine">) {
  let armed: FatalMoment | null = null;
  let flushing = 0;
  const reached = (moment: FatalMoment) => {
    if (armed === moment) die();
  };

  const takeBatch: Room["takeBatch"] = Reflect.get(Room.prototype, "takeBatch");
  Room.prototype.takeBatch = function take(...given) {
    const batch = takeBatch.apply(this, given);
    if (batch.entries.length > 0) {
      flushing += 1;
      reached("taken");
    }
    return batch;
  };
  const batchDone: Room["batchDone"] = Reflect.get(Room.prototype, "batchDone");
  Room.prototype.batchDone = function done(...given) {
    reached("committed");
    flushing = 0;
    batchDone.apply(this, given);
    // What the loop tells the writers leaves in this turn.
    if (armed === "acknowledged") setImmediate(die);
  };

  const run: HotStatement["run"] = Reflect.get(HotStatement.prototype, "run");
  HotStatement.prototype.run = async function watched<Row extends object>(
    this: HotStatement,
    ...given: Parameters<HotStatement["run"]>
  ): Promise<Row[]> {
    const moment = this.name === "commit-at-once" ? "committing" : "projecting";
    // One statement is written and committed in one: the longer way, on which each entry is looked at, is not.
    if (moment === "committing" && armed === "written") return [];
    const done = Reflect.apply(run, this, given) as Promise<Row[]>;
    // On its way, and perhaps there.
    if (armed === moment) setImmediate(die);
    return done;
  };
  const connection = orm.driver.getConnection();
  const { commit } = connection;
  connection.commit = async (...given) => {
    if (flushing > 0) reached("written");
    return commit.apply(connection, given);
  };

  Reflect.set(Compaction.prototype, "reached", (phase: CompactionPhase) => reached(`compaction ${phase}`));

  return {
    arm(moment: FatalMoment, boardId: string): void {
      armed = moment;
      if (moment.startsWith("compaction")) engine.compact(boardId).catch(() => {});
    },
  };
}
