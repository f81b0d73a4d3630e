import { randomInt } from "node:crypto";
import { INVITE_CODE_LENGTH, INVITE_CODE_LETTERS } from "@tavolo/schema";

/** A code to read aloud and to type, each letter drawn without favour. */
export const newShortCode = (): string =>
  Array.from({ length: INVITE_CODE_LENGTH }, () =>
    INVITE_CODE_LETTERS.charAt(randomInt(INVITE_CODE_LETTERS.length)),
  ).join("");
