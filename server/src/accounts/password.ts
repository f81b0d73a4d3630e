import { hash, verify } from "@node-rs/argon2";
import { passwordUnsuitable } from "../errors.ts";

export const passwordRules = {
  /** What NIST and OWASP ask for is length, not a zoo of signs: a sentence is easily this long. */
  minimumCharacters: 12,
  /** Far beyond any passphrase; without an end to it, hashing could be made to cost what somebody likes. */
  maximumBytes: 1_024,
} as const;

/** OWASP’s parameters for argon2id, which is the library’s own variant: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same letters, whichever way a keyboard composes them. */
const normalised = (password: string) => password.normalize("NFKC");

/** Throws PASSWORD_UNSUITABLE unless a password is good enough to be chosen. */
export const checkNewPassword = (password: string, email: string | null): void => {
  const { minimumCharacters, maximumBytes } = passwordRules;
  if (Array.from(normalised(password)).length < minimumCharacters) {
    throw passwordUnsuitable(
      `A password needs at least ${minimumCharacters} characters; a sentence is fine.`,
    );
  }
  if (isTooLong(password)) throw passwordUnsuitable(`A password can have at most ${maximumBytes} bytes.`);
  if (email !== null && password.trim().toLowerCase() === email) {
    throw passwordUnsuitable("Your address is known to others; choose another password.");
  }
  if (new Set(password).size < 3)
    throw passwordUnsuitable("This is one sign again and again; choose another.");
};

const isTooLong = (password: string) => Buffer.byteLength(normalised(password)) > passwordRules.maximumBytes;

export const hashPassword = (password: string): Promise<string> => hash(normalised(password), cost);

/**
 * Whether a password is the one that was hashed. Without a hash it takes as long and answers no: how long an
 * answer takes must not tell which accounts there are.
 */
export const verifyPassword = async (known: string | null, password: string): Promise<boolean> => {
  if (isTooLong(password)) return false;
  const right = await verify(known ?? (await decoy), normalised(password));
  return known !== null && right;
};

const decoy = hashPassword("no account has this password");
