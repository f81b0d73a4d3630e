import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a cookie, a link or a token. Not to be guessed, so one plain hash protects it at rest. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is stored of a secret. */
export const hashSecret = (secret: string): Uint8Array =>
  new Uint8Array(createHash("sha256").update(secret).digest());
