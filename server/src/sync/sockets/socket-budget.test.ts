import { describe, expect, it } from "vitest";
import { MAX_FRAME_BYTES } from "../wire/message-type.ts";
import { ABUSIVE_AFTER_MS, BURST, PER_SECOND, SocketBudget } from "./socket-budget.ts";

describe("what a socket may send", () => {
  it("[LIMIT-1] holds an offline day in the largest frames there are, at once", () => {
    const budget = new SocketBudget(0);
    const waits = Array.from({ length: 8 }, () => budget.charge(MAX_FRAME_BYTES, 0));
    expect(new Set(waits)).toEqual(new Set([0]));
  });

  it("[LIMIT-1] holds typing, and everybody’s presence repeated, for a whole day", () => {
    const budget = new SocketBudget(0);
    const waits = new Set<unknown>();
    for (let tick = 0; tick < 24 * 3_600; tick++) {
      for (let frame = 0; frame < 60; frame++) waits.add(budget.charge(16_000, tick * 1_000));
    }
    expect(waits).toEqual(new Set([0]));
  });

  it("[LIMIT-1] slows who sends more to what may be sent each second, in frames and in bytes", () => {
    const floods = [
      { bytes: 1, most: BURST.frames, each: PER_SECOND.frames },
      {
        bytes: MAX_FRAME_BYTES,
        most: BURST.bytes / MAX_FRAME_BYTES,
        each: PER_SECOND.bytes / MAX_FRAME_BYTES,
      },
    ];
    for (const { bytes, most, each } of floods) {
      const budget = new SocketBudget(0);
      let [now, frames] = [0, 0];
      for (; now < 50_000; frames++) now += Number(budget.charge(bytes, now));
      expect(frames).toBeGreaterThan(most);
      expect(frames).toBeLessThanOrEqual(most + 51 * each + 1);
    }
  });

  it("[LIMIT-1] ends for who goes on when slowed for a minute, and begins anew for who stops", () => {
    const flood = (budget: SocketBudget, from: number, milliseconds: number) => {
      let now = from;
      for (;;) {
        const wait = budget.charge(1, now);
        if (wait === "abusive" || now - from > milliseconds) return wait;
        now += wait;
      }
    };
    expect(flood(new SocketBudget(0), 0, 2 * ABUSIVE_AFTER_MS)).toBe("abusive");
    const calm = new SocketBudget(0);
    expect(flood(calm, 0, ABUSIVE_AFTER_MS / 2)).not.toBe("abusive");
    expect(flood(calm, ABUSIVE_AFTER_MS, ABUSIVE_AFTER_MS / 2)).not.toBe("abusive");
  });
});
