import { describe, expect, it } from "vitest";
import { retryOptions } from "./reconnecting.ts";

const drawn = (code?: number) => Array.from({ length: 200 }, () => retryOptions(code).delay);

describe("the first retry", () => {
  it("comes after whole milliseconds, as the provider demands, and no sooner than its own", () => {
    for (const code of [undefined, 1006, 1012]) {
      expect(drawn(code).every(Number.isInteger)).toBe(true);
      expect(Math.min(...drawn(code))).toBeGreaterThanOrEqual(retryOptions(code).minDelay);
    }
  });

  it("is spread wider when everybody was sent away", () => {
    expect(Math.max(...drawn(1006))).toBeLessThanOrEqual(700);
    expect(Math.max(...drawn(1012))).toBeGreaterThan(1_200);
  });
});
