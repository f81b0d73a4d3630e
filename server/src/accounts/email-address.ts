import { emailUnsuitable } from "../errors.ts";

/** RFC 5321 has no longer ones. */
const LONGEST = 254;

/** An address as accounts are found by it: no blanks, small letters; throws EMAIL_UNSUITABLE. */
export const checkedEmail = (value: string): string => {
  const email = normalisedEmail(value);
  // Whether it exists, only a mail can tell; no sign that could mean something to a mail server gets through.
  if (
    email.length > LONGEST ||
    !/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+\.[^\s@<>()[\]\\,;:".]+$/.test(email)
  ) {
    throw emailUnsuitable();
  }
  return email;
};

/** The same without a judgement, to look an account up. */
export const normalisedEmail = (value: string): string => value.trim().normalize("NFC").toLowerCase();
