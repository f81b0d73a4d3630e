import { createPubSub } from "@graphql-yoga/subscription";
import { describe, expect, test } from "vitest";
import { ConflatingEventTarget } from "../graphql/conflating-event-target.ts";
import { follow } from "./follow.ts";

/** A list that grows and says so; `read` gives what is new, at most two at a time. */
const growing = () => {
  const pubSub = createPubSub<{ grown: [] }>({ eventTarget: new ConflatingEventTarget() });
  const list: number[] = [];
  let listeners = 0;
  let taken = 0;
  const news = (): AsyncIterable<unknown> => {
    const heard = pubSub.subscribe("grown");
    return {
      [Symbol.asyncIterator]: () => {
        listeners += 1;
        const iterator = heard[Symbol.asyncIterator]();
        return {
          next: () => iterator.next(),
          return: async () => {
            listeners -= 1;
            return iterator.return();
          },
        };
      },
    };
  };
  return {
    listeners: () => listeners,
    grow: (...numbers: number[]) => {
      list.push(...numbers);
      pubSub.publish("grown");
    },
    followed: {
      news,
      read: async () => {
        const items = list.slice(taken, taken + 2);
        taken += items.length;
        return { items, more: items.length === 2 };
      },
      before: async () => {},
    },
  };
};

const take = async (iterator: AsyncIterator<number>, count: number) => {
  const taken: number[] = [];
  for (let n = 0; n < count; n += 1) taken.push((await iterator.next()).value as number);
  return taken;
};

describe("following", () => {
  test("hands on what is there, then what comes, each once and in order", async () => {
    const source = growing();
    source.grow(1, 2, 3, 4, 5);
    const iterator = follow(source.followed)[Symbol.asyncIterator]();
    expect(await take(iterator, 5)).toEqual([1, 2, 3, 4, 5]);
    const next = iterator.next();
    source.grow(6);
    source.grow(7);
    expect((await next).value).toBe(6);
    expect(await take(iterator, 1)).toEqual([7]);
    await iterator.return?.();
  });

  test("lets a slow reader fall behind without a queue, and loses nothing", async () => {
    const source = growing();
    const iterator = follow(source.followed)[Symbol.asyncIterator]();
    const first = iterator.next();
    for (let n = 0; n < 5_000; n += 1) source.grow(n);
    expect((await first).value).toBe(0);
    expect((await take(iterator, 4_999)).at(-1)).toBe(4_999);
    await iterator.return?.();
  });

  test("ends at once when nobody wants more, though nothing happens", async () => {
    const source = growing();
    const iterator = follow(source.followed)[Symbol.asyncIterator]();
    const waiting = iterator.next();
    await iterator.return?.();
    expect((await waiting).done).toBe(true);
    expect(source.listeners()).toBe(0);
  });

  test("ends with the error when a right is gone, before anything more is told", async () => {
    const source = growing();
    let allowed = true;
    const before = async () => {
      if (!allowed) throw new Error("Your seat was taken away.");
    };
    const iterator = follow({ ...source.followed, before })[Symbol.asyncIterator]();
    source.grow(1);
    expect(await take(iterator, 1)).toEqual([1]);
    allowed = false;
    source.grow(2);
    await expect(iterator.next()).rejects.toThrow("Your seat was taken away.");
    expect((await iterator.next()).done).toBe(true);
    expect(source.listeners()).toBe(0);
  });
});
