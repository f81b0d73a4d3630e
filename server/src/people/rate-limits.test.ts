import { describe, expect, it } from "vitest";
import { createRateLimits, rateLimits } from "./rate-limits.ts";

const { tries, seconds } = rateLimits.signIn;
const refusal = { code: "RATE_LIMITED", details: { retryAfterSeconds: expect.any(Number) } };

describe("a rate limit", () => {
  it("refuses the first try too many and says how long to wait", async () => {
    const limits = createRateLimits();
    for (let tried = 0; tried < tries; tried += 1) await limits.consume("signIn", "a");
    const refused = await limits.consume("signIn", "a").catch((error: unknown) => error);
    expect(refused).toMatchObject(refusal);
    const { retryAfterSeconds } = (refused as { details: { retryAfterSeconds: number } }).details;
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(seconds);
  });

  it("counts each key for itself", async () => {
    const limits = createRateLimits();
    for (let tried = 0; tried < tries; tried += 1) await limits.consume("signIn", "a");
    await limits.consume("signIn", "b");
  });

  it("forgets a try that is given back", async () => {
    const limits = createRateLimits();
    for (let tried = 0; tried < 3 * tries; tried += 1) {
      await limits.consume("signIn", "a");
      await limits.giveBack("signIn", "a");
    }
  });

  it("counts failures only where it is asked to", async () => {
    const limits = createRateLimits();
    for (let asked = 0; asked < 3 * tries; asked += 1) await limits.insist("signIn", "a");
    for (let failed = 0; failed < tries; failed += 1) await limits.penalise("signIn", "a");
    await expect(limits.insist("signIn", "a")).rejects.toMatchObject(refusal);
  });
});
