import { Repeater } from "@graphql-yoga/subscription";

export interface Followed<T> {
  /** Whatever it brings, it only wakes: a slow reader makes no queue grow, here or at the sender. */
  news: () => AsyncIterable<unknown>;
  /** Reads what is new since the last time; `more` asks to be called again at once. */
  read: () => Promise<{ items: readonly T[]; more: boolean }>;
  /** Runs before each item is handed on; what it throws ends the following. */
  before: (item: T) => Promise<void>;
}

/**
 * Follows something that changes. News is listened to before anything is read, so that nothing falls between;
 * each item is handed on when the one before has been taken.
 */
export const follow = <T>({ news, read, before }: Followed<T>): AsyncIterable<T> =>
  new Repeater<T>(async (push, stop) => {
    let ended = false;
    let fresh = true;
    let wake = () => {};
    const heard = news()[Symbol.asyncIterator]();
    void stop.then(() => {
      ended = true;
      wake();
      return heard.return?.();
    });
    const listening = (async () => {
      while (!(await heard.next()).done) {
        fresh = true;
        wake();
      }
    })();
    try {
      while (!ended) {
        if (!fresh) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        fresh = false;
        const { items, more } = await read();
        if (more) fresh = true;
        for (const item of items) {
          if (ended) break;
          await before(item);
          await push(item);
        }
      }
    } finally {
      stop();
      await listening;
    }
  });
