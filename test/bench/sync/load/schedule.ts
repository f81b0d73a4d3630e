import { chance } from "../../../fuzz/chance.ts";

interface Schedule {
  readonly actors: number;
  /** How often each acts. */
  readonly aSecond: number;
  /** How many turns each has at most. */
  readonly turns: number;
}

/** Calls `act(actor, turn)` for each actor so many times a second, at uneven moments, until it is stopped. */
export function schedule(
  { actors, aSecond, turns: most }: Schedule,
  act: (actor: number, turn: number) => void,
) {
  const random = chance(actors);
  const interval = 1_000 / aSecond;
  /** People do not keep time: half of the interval to one and a half. */
  const pause = () => interval * (0.5 + random.below(1_000) / 1_000);
  const started = performance.now();
  const due = Array.from({ length: actors }, () => started + pause());
  const turns = new Int32Array(actors);
  const tick = () => {
    const now = performance.now();
    for (let actor = 0; actor < actors; actor++) {
      if (due[actor]! > now || turns[actor]! >= most) continue;
      due[actor]! += pause();
      act(actor, turns[actor]!);
      turns[actor]! += 1;
    }
  };
  const timer = setInterval(tick, 1);
  return {
    /** Stops and answers how often each has acted. */
    stop(): Int32Array {
      clearInterval(timer);
      return turns;
    },
  };
}
