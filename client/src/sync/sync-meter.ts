import { MessageType } from "@hocuspocus/provider";
import { createDecoder, readVarInt, readVarString, readVarUint } from "lib0/decoding";
import { messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";

const SYNC: number = MessageType.Sync;
const SYNC_STATUS: number = MessageType.SyncStatus;

/** What has passed over one socket: the only ground on which "saved" may be said. */
export interface SyncTally {
  /** Step 2 was sent, so everything the document held then is on its way. */
  readonly stepTwoSent: boolean;
  /** Step 2 and update frames sent; the server owes one answer for each. */
  readonly sent: number;
  readonly acknowledged: number;
  /** Answers that said the edit was not applied. */
  readonly rejected: number;
}

/** Counts the sync frames of the current socket; a closed or replaced socket no longer counts. */
export interface SyncMeter {
  /** True when everything the document holds was sent on this socket and acknowledged. */
  readonly settled: boolean;
  readonly tally: SyncTally | null;
  /** Starts counting for a new socket; the counts of the one before are void. */
  begin(): SocketTally;
  /** The document changed here and the change has not left yet. */
  held(): void;
}

/** The counting side of one socket. */
export interface SocketTally {
  frameSent(frame: Uint8Array): void;
  frameReceived(frame: Uint8Array): void;
  end(): void;
}

/**
 * Makes a meter that calls `onChange` after each count. The provider’s own `unsyncedChanges` is not used:
 * after a reconnect it reaches 0 on the first of several answers.
 */
export function createSyncMeter(onChange: () => void): SyncMeter {
  let current: { stepTwoSent: boolean; sent: number; acknowledged: number; rejected: number } | null = null;
  let waiting = false;

  return {
    get settled() {
      return current !== null && current.stepTwoSent && !waiting && current.sent === current.acknowledged;
    },
    get tally() {
      return current;
    },
    begin() {
      const own = { stepTwoSent: false, sent: 0, acknowledged: 0, rejected: 0 };
      current = own;
      const whileCurrent = (count: () => void) => {
        if (current !== own) return;
        count();
        onChange();
      };
      return {
        frameSent: (frame) =>
          whileCurrent(() => {
            const kind = carriedEdit(frame);
            if (kind === null) return;
            own.sent += 1;
            // Both carry whatever the flush window held: an update merges it, step 2 is the whole document.
            waiting = false;
            if (kind === "stepTwo") own.stepTwoSent = true;
          }),
        frameReceived: (frame) =>
          whileCurrent(() => {
            const answer = syncStatus(frame);
            if (answer === "applied") own.acknowledged += 1;
            if (answer === "rejected") own.rejected += 1;
          }),
        end: () =>
          whileCurrent(() => {
            current = null;
          }),
      };
    },
    held() {
      waiting = true;
      onChange();
    },
  };
}

function carriedEdit(frame: Uint8Array): "stepTwo" | "update" | null {
  // Ping and pong are one byte without a document name.
  if (frame.length < 3) return null;
  const decoder = createDecoder(frame);
  readVarString(decoder);
  if (readVarUint(decoder) !== SYNC) return null;
  const step = readVarUint(decoder);
  if (step === messageYjsSyncStep2) return "stepTwo";
  return step === messageYjsUpdate ? "update" : null;
}

function syncStatus(frame: Uint8Array): "applied" | "rejected" | null {
  if (frame.length < 3) return null;
  const decoder = createDecoder(frame);
  readVarString(decoder);
  if (readVarUint(decoder) !== SYNC_STATUS) return null;
  return readVarInt(decoder) === 1 ? "applied" : "rejected";
}
