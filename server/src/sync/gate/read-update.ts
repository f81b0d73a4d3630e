import type { Content } from "@tavolo/schema";
import * as decoding from "lib0/decoding";

/** The name of one element of a document: its writer’s client id, and how much that client had written before. */
export interface ElementId {
  readonly client: number;
  readonly clock: number;
}

/** One struct of an update, as Yjs writes it, and where in the update it stands. */
export interface Struct {
  readonly client: number;
  readonly clock: number;
  /** How many clocks it takes; never 0. */
  readonly length: number;
  /** `collected` names what is gone with its container, `gap` what the sender leaves out. */
  readonly kind: "item" | "collected" | "gap";
  readonly origin: ElementId | null;
  readonly rightOrigin: ElementId | null;
  /** A root’s name, or the element that holds the container; null where the neighbours tell. */
  readonly parent: ElementId | string | null;
  readonly key: string | null;
  /** Null where it is deleted already and only its clock counts. */
  readonly content: Content | null;
  /** The characters it brings, for what has to be cut. */
  readonly text: string | null;
  readonly start: number;
  readonly end: number;
}

/** All that an update brings of one client, in clock order. */
export interface StructGroup {
  readonly client: number;
  readonly structs: readonly Struct[];
}

/** Clocks from `clock` to before `clock + length` of one client. */
export interface DeleteRange {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/** What an update brings of one client, without what is known of it already. */
export interface DecodedGroup extends StructGroup {
  /** Where the client’s structs end in the update. */
  readonly end: number;
  /** Whether all that the update brings of the client is here. */
  readonly isWhole: boolean;
}

export interface DecodedUpdate {
  readonly groups: readonly DecodedGroup[];
  readonly deletes: readonly DeleteRange[];
}

/** The bytes are not an update that any client writes. */
export class MalformedUpdate extends Error {
  override name = "MalformedUpdate";
}

/**
 * Structs and delete ranges that one update may bring. A whole board of 10,000 notes has some 150,000, and what
 * fills the largest frame as densely as people write less than 400,000; small enough to be counted, hostile bytes
 * hold five times as many.
 */
export const MAX_STRUCTS = 400_000;
export const MAX_DELETE_RANGES = 400_000;

/** How Yjs numbers what a struct holds. */
const Kind = {
  collected: 0,
  deleted: 1,
  json: 2,
  binary: 3,
  text: 4,
  embed: 5,
  format: 6,
  type: 7,
  any: 8,
} as const;
const GAP = 10;
const SUBDOCUMENT = 9;
/** How Yjs numbers shared types; those of the XML kinds with a name carry it. */
const SharedKind = { map: 1, text: 2, xmlElement: 3, xmlHook: 5, last: 6 } as const;

const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_KEY = 0x20;
const CONTENT = 0x1f;

const nothingKnown = () => 0;

/**
 * Decodes an update (V1) strictly. Structs that end where `knownOf` says that a client’s are known, or before, are read
 * over: a step 2 may bring a whole board of which nothing is new. Throws MalformedUpdate for what Yjs would read and no client writes: bytes behind
 * the end, numbers of 2^53 and more, structs and ranges without length, a client’s structs in several groups, and
 * more of anything than MAX_STRUCTS and MAX_DELETE_RANGES.
 */
export function readUpdate(
  update: Uint8Array,
  knownOf: (client: number) => number = nothingKnown,
): DecodedUpdate {
  const decoder = decoding.createDecoder(update);
  try {
    const decoded = { groups: readGroups(decoder, knownOf), deletes: readDeletes(decoder) };
    if (decoding.hasContent(decoder)) throw new MalformedUpdate("The update goes on behind its end.");
    return decoded;
  } catch (error) {
    if (error instanceof MalformedUpdate) throw error;
    throw new MalformedUpdate("The update does not decode.");
  }
}

function readGroups(decoder: decoding.Decoder, knownOf: (client: number) => number): DecodedGroup[] {
  const groups: DecodedGroup[] = [];
  let total = 0;
  for (let left = readNumber(decoder); left > 0; left--) {
    const count = readNumber(decoder);
    const client = readNumber(decoder);
    let clock = readNumber(decoder);
    total += count;
    if (count === 0) throw new MalformedUpdate("A group holds no structs.");
    if (total > MAX_STRUCTS) throw new MalformedUpdate("The update holds too many structs.");
    const known = knownOf(client);
    const structs: Struct[] = [];
    for (let index = 0; index < count; index++) {
      const struct = readStruct(decoder, client, clock);
      if (struct.length === 0) throw new MalformedUpdate("A struct has no length.");
      clock = safe(clock + struct.length);
      if (clock > known) structs.push(struct);
    }
    groups.push({ client, structs, end: clock, isWhole: structs.length === count });
  }
  // Of two groups of one client Yjs would apply the last alone.
  if (groups.length > 1 && new Set(groups.map(({ client }) => client)).size < groups.length)
    throw new MalformedUpdate("A client’s structs stand in several groups.");
  return groups;
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const start = decoder.pos;
  const info = decoding.readUint8(decoder);
  if (info === Kind.collected || info === GAP) {
    const kind = info === GAP ? "gap" : "collected";
    const length = readNumber(decoder);
    return {
      client,
      clock,
      length,
      kind,
      origin: null,
      rightOrigin: null,
      parent: null,
      key: null,
      content: null,
      text: null,
      start,
      end: decoder.pos,
    };
  }
  const origin = info & HAS_ORIGIN ? readId(decoder) : null;
  const rightOrigin = info & HAS_RIGHT_ORIGIN ? readId(decoder) : null;
  // Who has neighbours stands where they stand.
  const alone = origin === null && rightOrigin === null;
  const parent = alone ? readParent(decoder) : null;
  const key = alone && info & HAS_KEY ? decoding.readVarString(decoder) : null;
  const { content, length, text } = readContent(decoder, info & CONTENT);
  return {
    client,
    clock,
    length,
    kind: "item",
    origin,
    rightOrigin,
    parent,
    key,
    content,
    text,
    start,
    end: decoder.pos,
  };
}

interface ReadContent {
  readonly content: Content | null;
  readonly length: number;
  readonly text: string | null;
}

const whole = (content: Content): ReadContent => ({ content, length: 1, text: null });
const CHARACTERS: Content = { kind: "characters" };
const MAP: ReadContent = whole({ kind: "map" });
const TEXT: ReadContent = whole({ kind: "text" });
/** What no board has a place for; read over, so that what is known already of it does not matter. */
const OTHER: ReadContent = whole({ kind: "other" });

function readContent(decoder: decoding.Decoder, kind: number): ReadContent {
  switch (kind) {
    case Kind.deleted:
      return { content: null, length: readNumber(decoder), text: null };
    case Kind.text: {
      const text = decoding.readVarString(decoder);
      return { content: CHARACTERS, length: text.length, text };
    }
    case Kind.type:
      return readSharedType(decoder);
    case Kind.any:
      return readValues(decoder);
    case Kind.json: {
      const length = readNumber(decoder);
      for (let left = length; left > 0; left--) readJson(decoder, "undefined");
      return { ...OTHER, length };
    }
    case Kind.binary:
      decoding.readVarUint8Array(decoder);
      return OTHER;
    case Kind.embed:
      readJson(decoder);
      return OTHER;
    case Kind.format:
      decoding.readVarString(decoder);
      readJson(decoder);
      return OTHER;
    case SUBDOCUMENT:
      decoding.readVarString(decoder);
      decoding.readAny(decoder);
      return OTHER;
    default:
      throw new MalformedUpdate("A struct holds nothing that Yjs knows.");
  }
}

/** Reads JSON over; in lists Yjs has a word for what JSON has none. */
function readJson(decoder: decoding.Decoder, besides?: string): void {
  const json = decoding.readVarString(decoder);
  if (json !== besides) JSON.parse(json);
}

function readSharedType(decoder: decoding.Decoder): ReadContent {
  const kind = readNumber(decoder);
  if (kind === SharedKind.map) return MAP;
  if (kind === SharedKind.text) return TEXT;
  if (kind > SharedKind.last) throw new MalformedUpdate("A shared type is of a kind that Yjs does not know.");
  if (kind === SharedKind.xmlElement || kind === SharedKind.xmlHook) decoding.readVarString(decoder);
  return OTHER;
}

function readValues(decoder: decoding.Decoder): ReadContent {
  const length = readNumber(decoder);
  if (length === 1) return whole({ kind: "value", value: decoding.readAny(decoder) });
  for (let left = length; left > 0; left--) decoding.readAny(decoder);
  return { ...OTHER, length };
}

function readParent(decoder: decoding.Decoder): ElementId | string {
  const isRoot = readNumber(decoder);
  if (isRoot > 1) throw new MalformedUpdate("A parent is a root or an element.");
  return isRoot === 1 ? decoding.readVarString(decoder) : readId(decoder);
}

const readId = (decoder: decoding.Decoder): ElementId => ({
  client: readNumber(decoder),
  clock: readNumber(decoder),
});

function readDeletes(decoder: decoding.Decoder): DeleteRange[] {
  const ranges: DeleteRange[] = [];
  for (let left = readNumber(decoder); left > 0; left--) {
    const client = readNumber(decoder);
    const count = readNumber(decoder);
    if (ranges.length + count > MAX_DELETE_RANGES)
      throw new MalformedUpdate("The update deletes in too many pieces.");
    for (let index = 0; index < count; index++) {
      const clock = readNumber(decoder);
      const length = readNumber(decoder);
      // Yjs would cut what stands there in two.
      if (length === 0) throw new MalformedUpdate("A delete has no length.");
      safe(clock + length);
      ranges.push({ client, clock, length });
    }
  }
  return ranges;
}

const readNumber = (decoder: decoding.Decoder): number => safe(decoding.readVarUint(decoder));

/** Beyond 2^53 one clock is as large as the next. lib0 does not look at the last byte of a number. */
function safe(number: number): number {
  if (number > Number.MAX_SAFE_INTEGER) throw new MalformedUpdate("A number is out of range.");
  return number;
}
