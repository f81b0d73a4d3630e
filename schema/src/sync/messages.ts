import { isRecord } from "../document/json.ts";
import type { BoardDisplay } from "../people/display.ts";
import type { BoardState, BoardEditing, Role } from "../people/roles.ts";

/** Whether a connection may write. */
export type SyncScope = "read" | "write";
/** Why a connection may only read. */
export type ReadOnlyReason = "ARCHIVED" | "FROZEN" | "OBSERVER";

/** What the server says beside the document, as JSON in a Stateless frame. */
export type ServerMessage =
  /** First on every connection: who one is here, and how the board stands. */
  | {
      readonly type: "welcome";
      readonly participantId: string;
      readonly presenceId: string;
      readonly role: Role;
      readonly scope: SyncScope;
      readonly readOnlyReason: ReadOnlyReason | null;
      readonly state: BoardState;
      readonly editing: BoardEditing;
      readonly display: BoardDisplay;
      readonly generation: number;
    }
  /** An edit was not taken and the document is closed to this connection; nothing of the edit was written. */
  | {
      readonly type: "refused";
      readonly code: string;
      readonly message: string;
      readonly correlationId?: string;
    }
  /** The board is about to be frozen: send what is waiting, then `flushed`. */
  | { readonly type: "closing"; readonly reason: string }
  /** The board was frozen or reopened, and by whom as far as the board shows it. */
  | {
      readonly type: "state";
      readonly state: BoardState;
      readonly reason: string;
      readonly by: string | null;
    }
  /** One's own rights changed. */
  | {
      readonly type: "access";
      readonly role: Role;
      readonly scope: SyncScope;
      readonly readOnlyReason: ReadOnlyReason | null;
    }
  /** The board's policies changed. */
  | { readonly type: "policy"; readonly editing: BoardEditing; readonly display: BoardDisplay }
  /** Something was decided about an item: all its decided values, as of that revision; the highest revision counts. */
  | {
      readonly type: "decided";
      readonly collection: string;
      readonly item: string;
      readonly values: Readonly<Record<string, unknown>>;
      readonly revision: number;
    };

/** What a client says beside the document. */
export type ClientMessage =
  /** Everything that waited has been sent; the answer to `closing`. */
  { readonly type: "flushed" };

const SERVER_TYPES: readonly unknown[] = [
  "welcome",
  "refused",
  "closing",
  "state",
  "access",
  "policy",
  "decided",
] satisfies ServerMessage["type"][];

/** A message from our own server, or null for a type this client does not know yet. */
export function parseServerMessage(payload: string): ServerMessage | null {
  const message = parseJson(payload);
  return isServerMessage(message) ? message : null;
}

/** A message from a client, or null for anything else: clients are not to be trusted. */
export function parseClientMessage(payload: string): ClientMessage | null {
  const message = parseJson(payload);
  return isRecord(message) && message["type"] === "flushed" ? { type: "flushed" } : null;
}

// The type is enough: the server is of this repository, and a newer one only adds to its messages.
function isServerMessage(message: unknown): message is ServerMessage {
  return isRecord(message) && SERVER_TYPES.includes(message["type"]);
}

function parseJson(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return null;
  }
}
