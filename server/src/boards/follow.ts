import { Repeater } from "@graphql-yoga/subscription";

export interface Followed<T> {
  /** Whatever it brings, it only wakes: a slow reader makes no queue grow, here or at the sender. */
  news: () => AsyncIterable<unknown>;
  /** Reads what is new since the last time; `more` asks to be called again at once. */
  read: () => Promise<{ items: readonly T[]; more: boolean }>;
  /** Looks whether whoever follows may do so: before each item, and whenever `rights` calls; what it throws ends it. */
  before: () => Promise<void>;
  /** Calls back when the right may have changed, though nothing else happens; the answer ends that. */
  rights?: (changed: () => void) => () => void;
}

const nobodyWaits = () => {};

/**
 * Follows something that changes. News is listened to before anything is read, so that nothing falls between;
 * each item is handed on when the one before has been taken.
 */
export const follow = <T>({ news, read, before, rights }: Followed<T>): AsyncIterable<T> =>
  new Repeater<T>(async (push, stop) => {
    const state = { ended: false, fresh: true, doubt: rights !== undefined, wake: nobodyWaits };
    const unwatch = rights?.(() => {
      state.doubt = true;
      state.fresh = true;
      state.wake();
    });
    const heard = news()[Symbol.asyncIterator]();
    void stop.then(() => {
      state.ended = true;
      unwatch?.();
      state.wake();
      return heard.return?.();
    });
    const listening = (async () => {
      while (!(await heard.next()).done) {
        state.fresh = true;
        state.wake();
      }
    })();
    try {
      while (!state.ended) {
        if (state.doubt) {
          state.doubt = false;
          await before();
          continue;
        }
        if (!state.fresh) {
          await new Promise<void>((resolve) => (state.wake = resolve));
          continue;
        }
        state.fresh = false;
        const { items, more } = await read();
        if (more) state.fresh = true;
        for (const item of items) {
          if (state.ended) break;
          await before();
          await push(item);
        }
      }
    } finally {
      stop();
      await listening;
    }
  });
