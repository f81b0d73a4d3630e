import * as encoding from "lib0/encoding";
import {
  type DeleteRange,
  type ElementId,
  MalformedUpdate,
  type Struct,
  type StructGroup,
} from "./read-update.ts";

/** How Yjs numbers what a struct holds, and its neighbours. */
const Info = { collected: 0, deleted: 1, text: 4, hasRightOrigin: 0x40, hasOrigin: 0x80 } as const;

/** A struct without what is known of it already, up to clock `known`: it goes on behind that, where Yjs would put it. */
export function cutStruct(struct: Struct, known: number): Struct {
  const offset = known - struct.clock;
  const { client, kind, content, text } = struct;
  if (content && text === null) throw new MalformedUpdate("A part of a list of values stands alone.");
  return {
    ...struct,
    clock: known,
    length: struct.length - offset,
    origin: kind === "item" ? { client, clock: known - 1 } : null,
    parent: null,
    key: null,
    text: text === null ? null : text.slice(offset),
    start: -1,
    end: -1,
  };
}

/** Encodes what remains of an update: structs as they stood in it, those that were cut anew. */
export function writeUpdate(
  original: Uint8Array,
  groups: readonly StructGroup[],
  deletes: readonly DeleteRange[],
): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, groups.length);
    for (const { client, structs } of groups) {
      encoding.writeVarUint(encoder, structs.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, structs[0]!.clock);
      for (const struct of structs) {
        if (struct.start >= 0) encoding.writeUint8Array(encoder, original.subarray(struct.start, struct.end));
        else writeCut(encoder, struct);
      }
    }
    writeDeletes(encoder, deletes);
  });
}

function writeCut(encoder: encoding.Encoder, { kind, length, origin, rightOrigin, text }: Struct): void {
  if (kind === "collected") {
    encoding.writeUint8(encoder, Info.collected);
    encoding.writeVarUint(encoder, length);
    return;
  }
  const holds = text === null ? Info.deleted : Info.text;
  encoding.writeUint8(encoder, holds | Info.hasOrigin | (rightOrigin ? Info.hasRightOrigin : 0));
  if (origin) writeId(encoder, origin);
  if (rightOrigin) writeId(encoder, rightOrigin);
  if (text === null) encoding.writeVarUint(encoder, length);
  else encoding.writeVarString(encoder, text);
}

function writeId(encoder: encoding.Encoder, { client, clock }: ElementId): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

function writeDeletes(encoder: encoding.Encoder, deletes: readonly DeleteRange[]): void {
  const byClient = new Map<number, DeleteRange[]>();
  for (const range of deletes) {
    const ranges = byClient.get(range.client);
    if (ranges) ranges.push(range);
    else byClient.set(range.client, [range]);
  }
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
}
