import { hashSecret, newSecret } from "./secret.ts";

/** Lets secret scanners and people recognise a token that leaked. */
const PREFIX = "tvl_";

/** A new bearer token, shown once, and what is stored of it. */
export const newAccessToken = (): { token: string; tokenHash: Uint8Array } => {
  const token = `${PREFIX}${newSecret()}`;
  return { token, tokenHash: hashSecret(token) };
};
