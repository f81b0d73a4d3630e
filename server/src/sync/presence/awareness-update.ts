import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

type State = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is State =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One client’s entry in an awareness message of y-protocols; `state` null when the client left. */
export interface AwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly state: State | null;
}

/** The same with its state still in JSON: most entries of a message are other people’s, and nobody reads those. */
export interface RawAwarenessEntry {
  readonly clientId: number;
  readonly clock: number;
  readonly json: Uint8Array;
}

/** The stock provider repeats everybody it hears of; more than a town hall full of people is none. */
export const MAX_AWARENESS_ENTRIES = 1_000;

/** Decodes an awareness message. Throws when it does not decode, goes on behind its end or holds too many entries. */
export function readAwareness(update: Uint8Array): RawAwarenessEntry[] {
  const decoder = decoding.createDecoder(update);
  const entries: RawAwarenessEntry[] = [];
  const count = decoding.readVarUint(decoder);
  if (count > MAX_AWARENESS_ENTRIES) throw new Error("An awareness message holds too many entries.");
  for (let left = count; left > 0; left--) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    entries.push({ clientId, clock, json: decoding.readVarUint8Array(decoder) });
  }
  if (decoding.hasContent(decoder)) throw new Error("An awareness message goes on behind its end.");
  return entries;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Reads an entry’s state. Throws when it is not a JSON object or null. */
export function readState({ json }: RawAwarenessEntry): State | null {
  const state: unknown = JSON.parse(utf8.decode(json));
  if (state !== null && !isRecord(state)) throw new Error("An awareness state is an object or null.");
  return state;
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
