import type { IncomingMessage } from "node:http";
import type { Config } from "../config.ts";

/** What a handshake’s Origin says about it. */
export type OriginVerdict = "ours" | "none" | "foreign";

/**
 * Judges a WebSocket handshake: browsers send cookies with it from any page, and no CORS protects it. A
 * program sends no Origin; it must then bring a bearer token, its cookies are not looked at.
 */
export const judgeOrigin = (
  request: IncomingMessage,
  { origins }: Pick<Config, "origins">,
): OriginVerdict => {
  const { origin } = request.headers;
  if (origin === undefined) return "none";
  return origins.includes(origin) ? "ours" : "foreign";
};
