import type { ServerMessage } from "@tavolo/schema";

const known: Record<ServerMessage["type"], true> = {
  welcome: true,
  refused: true,
  closing: true,
  state: true,
  access: true,
  policy: true,
};

/** Reads a side message of the server; null for one this page is too old to know. */
export function readServerMessage(payload: string): ServerMessage | null {
  try {
    const message: unknown = JSON.parse(payload);
    return isServerMessage(message) ? message : null;
  } catch {
    return null;
  }
}

function isServerMessage(message: unknown): message is ServerMessage {
  if (typeof message !== "object" || message === null || !("type" in message)) return false;
  return typeof message.type === "string" && Object.hasOwn(known, message.type);
}
