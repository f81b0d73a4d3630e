import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimited } from "../errors.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** How often something may be tried, in how many seconds, counted under a key such as an address or an account. */
export const rateLimits = {
  /** Wrong passwords for one account from one address: whoever mistypes gets this far, whoever guesses does not. */
  signIn: { tries: 10, seconds: 15 * MINUTE },
  /** Wrong passwords from one address: a whole town hall sits behind one. */
  signInFromAddress: { tries: 60, seconds: 15 * MINUTE },
  /** Wrong passwords for one account from addresses that never signed in to it: many machines that guess together. */
  signInFromStrangers: { tries: 50, seconds: HOUR },
  /** Mailed links for one account: each of them works, so its owner is never shut out by who asks for more. */
  mailToAccount: { tries: 5, seconds: HOUR },
  /** Mailed links asked for from one address. */
  mailFromAddress: { tries: 30, seconds: HOUR },
  /** Moderators invited by one person: enough for a large project’s first day, too few to send spam by us. */
  moderatorInvite: { tries: 60, seconds: 24 * HOUR },
  /** Wrong one-time links from one address; they cannot be guessed, but trying costs us a look at the database. */
  oneTimeLink: { tries: 60, seconds: 15 * MINUTE },
  /** Wrong short codes of invitations from one address: people mistype, a program would have to guess for centuries. */
  joinCode: { tries: 60, seconds: 15 * MINUTE },
  /** Sockets opened from one address: after a restart a town hall with three hundred windows comes back twice over. */
  socketFromAddress: { tries: 600, seconds: MINUTE },
} as const;

export type RateLimit = keyof typeof rateLimits;

/**
 * Counts tries inside the commands that make them, so that aliases and several operations in one request are as
 * many tries. In this process’s memory: a restart forgets, and a second process would count for itself.
 */
export interface RateLimits {
  /** Counts one try; throws RATE_LIMITED where it is one too many. */
  consume(limit: RateLimit, key: string): Promise<void>;
  /** Takes back a try that turned out to be right. */
  giveBack(limit: RateLimit, key: string): Promise<void>;
  /** Throws RATE_LIMITED where there were too many failures; for limits that count failures only. */
  insist(limit: RateLimit, key: string): Promise<void>;
  /** Counts a failure without throwing. */
  penalise(limit: RateLimit, key: string): Promise<void>;
  /** Keeps in mind that a key has succeeded once, such as an account from an address. */
  remember(key: string): void;
  isKnown(key: string): boolean;
}

/** How many successes are kept in mind; the oldest go first. */
const REMEMBERED = 10_000;

export const createRateLimits = (): RateLimits => {
  const limiters = Object.fromEntries(
    Object.entries(rateLimits).map(([name, { tries, seconds }]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, points: tries, duration: seconds }),
    ]),
  ) as Record<RateLimit, RateLimiterMemory>;

  const known = new Set<string>();

  return {
    async consume(limit, key) {
      try {
        await limiters[limit].consume(key);
      } catch (refusal) {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
      }
    },
    async giveBack(limit, key) {
      await limiters[limit].reward(key);
    },
    async insist(limit, key) {
      const found = await limiters[limit].get(key);
      if (found && found.remainingPoints <= 0) throw tooMany(found);
    },
    async penalise(limit, key) {
      await limiters[limit].penalty(key);
    },
    remember(key) {
      known.delete(key);
      known.add(key);
      const [oldest] = known;
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    },
    isKnown: (key) => known.has(key),
  };
};

const tooMany = ({ msBeforeNext }: RateLimiterRes) =>
  rateLimited(Math.max(1, Math.ceil(msBeforeNext / 1_000)));
