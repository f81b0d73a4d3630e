import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One client’s entry in an awareness message of y-protocols; `state` null when the client left. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: Readonly<Record<string, unknown>> | null;
}

/** An entry as it arrived, with the size of its state. */
export interface ReceivedEntry extends AwarenessEntry {
  readonly bytes: number;
}

/** Decodes an awareness message. Throws when it does not decode or a state is not a JSON object. */
export function readAwareness(update: Uint8Array): ReceivedEntry[] {
  const decoder = decoding.createDecoder(update);
  const entries: ReceivedEntry[] = [];
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const start = decoder.pos;
    const state: unknown = JSON.parse(decoding.readVarString(decoder));
    if (state !== null && !isRecord(state)) throw new Error("An awareness state is an object or null.");
    entries.push({ clientId, clock, state, bytes: decoder.pos - start });
  }
  return entries;
}

/** Encodes entries as y-protocols does. */
export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, entries.length);
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(encoder, clientId);
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarString(encoder, JSON.stringify(state));
    }
  });
}
