/** A first retry soon after a cut, never long after the network is back. */
const RETRY = { minDelay: 300, factor: 1.6, maxDelay: 5_000, jitter: true } as const;

/** WebSocket’s codes for "the service restarts" and "try again later": everybody was sent away at once. */
const SENT_AWAY: readonly number[] = [1012, 1013];

/** From here everybody’s first retry is spread: over this when only this socket broke, and over that when all did. */
const SOONEST_MS = 300;
const SPREAD_MS = 400;
const SPREAD_OF_ALL_MS = 2_000;

/** The provider’s options for coming back. Its own jitter begins with the second retry, so `delay` is drawn here. */
export const retryOptions = (code?: number) => ({ ...RETRY, delay: firstRetry(code) });

function firstRetry(code: number | undefined): number {
  const spread = code !== undefined && SENT_AWAY.includes(code) ? SPREAD_OF_ALL_MS : SPREAD_MS;
  // The provider takes whole numbers only, and does not connect with any other.
  return SOONEST_MS + Math.floor(Math.random() * spread);
}
