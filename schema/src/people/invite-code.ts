/** Letters and digits that nobody takes for another, read aloud or from a wall; no vowels, so that no word comes out. */
export const INVITE_CODE_LETTERS = "234679CDFGHJKMNPQRTVWXY";

/** 23^8 codes, 78 thousand million: with wrong guesses limited by address nobody finds one by trying. */
export const INVITE_CODE_LENGTH = 8;

const GROUP = 4;
const isShortCode = new RegExp(`^[${INVITE_CODE_LETTERS}]{${INVITE_CODE_LENGTH}}$`);

/** The short code in what somebody typed, spaces, hyphens and small letters forgiven; null where it is none. */
export function readInviteCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s\u2010-\u2015-]/gu, "").toUpperCase();
  return isShortCode.test(code) ? code : null;
}

/** A short code as people read and type it: `K7M2-9QXD`. */
export function showInviteCode(code: string): string {
  return `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;
}
