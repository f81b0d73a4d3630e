import { uniformInt } from "pure-rand/distribution/uniformInt";
import { v4 } from "uuid";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** Repeatable chance: the same seed makes the same choices. */
export interface Chance {
  /** A whole number from 0 to below `count`. */
  below(count: number): number;
  /** True in `percent` of a hundred cases. */
  in100(percent: number): boolean;
  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T;
  /** An id as new items have it. */
  id(): string;
  /** A number by which a Yjs document knows its writer. */
  clientId(): number;
  /** Runs something with `Math.random` made repeatable too: ranks are drawn with it. */
  throughout<T>(run: () => T): T;
}

export function chance(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const below = (count: number) => uniformInt(generator, 0, count - 1);
  return {
    below,
    in100: (percent) => below(100) < percent,
    of: (list) => list[below(list.length)]!,
    id: () => v4({ random: Uint8Array.from({ length: 16 }, () => below(256)) }),
    clientId: () => below(2 ** 31),
    throughout(run) {
      const { random } = Math;
      Math.random = () => below(2 ** 31) / 2 ** 31;
      try {
        return run();
      } finally {
        Math.random = random;
      }
    },
  };
}
