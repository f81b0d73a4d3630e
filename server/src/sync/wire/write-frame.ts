import type { ServerMessage } from "@tavolo/schema";
import * as encoding from "lib0/encoding";
import { AuthKind, MessageType, SyncKind } from "./message-type.ts";

function frame(document: string, type: number, body: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, type);
    body(encoder);
  });
}

/** "You are in", with what the provider may do. */
export const authenticatedFrame = (document: string, scope: "read-write" | "readonly"): Uint8Array =>
  frame(document, MessageType.Auth, (encoder) => {
    encoding.writeVarUint(encoder, AuthKind.Authenticated);
    encoding.writeVarString(encoder, scope);
  });

/** "You are not", with a sentence. */
export const permissionDeniedFrame = (document: string, reason: string): Uint8Array =>
  frame(document, MessageType.Auth, (encoder) => {
    encoding.writeVarUint(encoder, AuthKind.PermissionDenied);
    encoding.writeVarString(encoder, reason);
  });

const syncFrame = (document: string, kind: number, body: Uint8Array): Uint8Array =>
  frame(document, MessageType.Sync, (encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, body);
  });

/** Asks the client for what the server lacks. */
export const step1Frame = (document: string, stateVector: Uint8Array): Uint8Array =>
  syncFrame(document, SyncKind.Step1, stateVector);

/** Answers a client's step 1. */
export const step2Frame = (document: string, update: Uint8Array): Uint8Array =>
  syncFrame(document, SyncKind.Step2, update);

/** One committed edit. */
export const updateFrame = (document: string, update: Uint8Array): Uint8Array =>
  syncFrame(document, SyncKind.Update, update);

/** "What you sent is committed to the journal": one for each step 2 or update. */
export const syncStatusFrame = (document: string): Uint8Array =>
  // The provider reads a signed varint here.
  frame(document, MessageType.SyncStatus, (encoder) => encoding.writeVarInt(encoder, 1));

/** Presence, as y-protocols encodes it. */
export const awarenessFrame = (document: string, update: Uint8Array): Uint8Array =>
  frame(document, MessageType.Awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));

/** One of our typed side messages. */
export const statelessFrame = (document: string, message: ServerMessage): Uint8Array =>
  frame(document, MessageType.Stateless, (encoder) =>
    encoding.writeVarString(encoder, JSON.stringify(message)),
  );

/** Ends one document on a socket that may carry others. */
export const closeFrame = (document: string, reason: string): Uint8Array =>
  frame(document, MessageType.Close, (encoder) => encoding.writeVarString(encoder, reason));

/** Keeps a quiet provider connected: it drops a socket that carries no application data for about 30 s. */
export const pingFrame: Uint8Array = Uint8Array.of(MessageType.Ping);
