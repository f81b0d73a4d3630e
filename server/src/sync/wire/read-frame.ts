import * as decoding from "lib0/decoding";
import { AuthKind, MAX_DOCUMENT_NAME_LENGTH, MessageType, SyncKind } from "./message-type.ts";

/** What a client can say, decoded; `document` is the name the client used, verbatim. */
export type ClientFrame =
  | { type: "auth"; document: string; token: string }
  | { type: "step1"; document: string; stateVector: Uint8Array }
  | { type: "step2" | "update"; document: string; update: Uint8Array }
  | { type: "awareness"; document: string; update: Uint8Array }
  | { type: "queryAwareness"; document: string }
  | { type: "stateless"; document: string; payload: string }
  | { type: "close"; document: string }
  | { type: "pong" };

/** A frame that is not of this wire; the socket that sent it is closed. */
export class MalformedFrame extends Error {
  override name = "MalformedFrame";
}

/** Decodes one binary frame. Throws MalformedFrame when it is cut short, carries trailing bytes or an unknown type. */
export function readFrame(bytes: Uint8Array): ClientFrame {
  if (bytes.length === 1 && bytes[0] === MessageType.Pong) return { type: "pong" };
  const decoder = decoding.createDecoder(bytes);
  let frame: ClientFrame;
  try {
    frame = readBody(decoder);
  } catch (error) {
    if (error instanceof MalformedFrame) throw error;
    throw new MalformedFrame("The frame ends before its content does.");
  }
  if (decoding.hasContent(decoder)) throw new MalformedFrame("The frame carries bytes after its content.");
  return frame;
}

function readBody(decoder: decoding.Decoder): ClientFrame {
  const document = decoding.readVarString(decoder);
  if (document.length > MAX_DOCUMENT_NAME_LENGTH) throw new MalformedFrame("The document name is too long.");
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case MessageType.Auth:
      return readAuth(decoder, document);
    case MessageType.Sync:
      return readSync(decoder, document);
    case MessageType.Awareness:
      return { type: "awareness", document, update: decoding.readVarUint8Array(decoder) };
    case MessageType.QueryAwareness:
      return { type: "queryAwareness", document };
    case MessageType.Stateless:
      return { type: "stateless", document, payload: decoding.readVarString(decoder) };
    case MessageType.Close:
      return { type: "close", document };
    default:
      throw new MalformedFrame(`Message type ${type} is not one a client sends.`);
  }
}

function readAuth(decoder: decoding.Decoder, document: string): ClientFrame {
  if (decoding.readVarUint(decoder) !== AuthKind.Token)
    throw new MalformedFrame("A client can only send a token.");
  const token = decoding.readVarString(decoder);
  // Provider 4 appends its version; older ones do not.
  if (decoding.hasContent(decoder)) decoding.readVarString(decoder);
  return { type: "auth", document, token };
}

function readSync(decoder: decoding.Decoder, document: string): ClientFrame {
  const kind = decoding.readVarUint(decoder);
  const body = decoding.readVarUint8Array(decoder);
  switch (kind) {
    case SyncKind.Step1:
      return { type: "step1", document, stateVector: body };
    case SyncKind.Step2:
      return { type: "step2", document, update: body };
    case SyncKind.Update:
      return { type: "update", document, update: body };
    default:
      throw new MalformedFrame(`Sync message ${kind} does not exist.`);
  }
}
