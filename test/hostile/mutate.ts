import type { Chance } from "../fuzz/chance.ts";
import { mutateStructure } from "./mutate-structure.ts";

/** One way to damage bytes. */
type Mutation = (bytes: Uint8Array, chance: Chance, other: Uint8Array) => Uint8Array;

/** The first and last values of each length that a varint can have, and beyond what a number holds. */
const VARINTS: readonly (readonly number[])[] = [
  [0x00],
  [0x7f],
  [0x80, 0x01],
  [0xff, 0x7f],
  [0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f],
  [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01],
];

const mutations: readonly Mutation[] = [
  function flipBit(bytes, chance) {
    const copy = bytes.slice();
    copy[chance.below(copy.length)]! ^= 1 << chance.below(8);
    return copy;
  },
  function nudgeByte(bytes, chance) {
    const copy = bytes.slice();
    copy[chance.below(copy.length)]! += chance.in100(50) ? 1 : 255;
    return copy;
  },
  function setByte(bytes, chance) {
    const copy = bytes.slice();
    copy[chance.below(copy.length)] = chance.below(256);
    return copy;
  },
  function cut(bytes, chance) {
    return bytes.slice(0, chance.below(bytes.length));
  },
  function takeOut(bytes, chance) {
    const at = chance.below(bytes.length);
    return joined(bytes.subarray(0, at), bytes.subarray(at + 1 + chance.below(4)));
  },
  function putIn(bytes, chance) {
    const at = chance.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), Uint8Array.from(chance.of(VARINTS)), bytes.subarray(at));
  },
  function splice(bytes, chance, other) {
    return joined(
      bytes.subarray(0, chance.below(bytes.length + 1)),
      other.subarray(chance.below(other.length + 1)),
    );
  },
  function repeat(bytes, chance) {
    const [from, to] = [chance.below(bytes.length), chance.below(bytes.length)].toSorted((a, b) => a - b);
    return joined(bytes.subarray(0, to), bytes.subarray(from));
  },
  function append(bytes, chance, other) {
    return joined(bytes, other.subarray(0, chance.below(other.length + 1)));
  },
];

/** Half of all say something else in due form, the others are damaged as bytes. */
const STRUCTURAL_PERCENT = 50;

/** An honest update, changed or damaged once or a few times. */
export function mutateUpdate(update: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  const changed = chance.in100(STRUCTURAL_PERCENT) ? mutateStructure(update, other, chance) : null;
  return changed ?? damage(update, other, chance);
}

/** Honest bytes, damaged once or a few times. */
export function damage(bytes: Uint8Array, other: Uint8Array, chance: Chance): Uint8Array {
  let damaged = bytes;
  const times = chance.in100(75) ? 1 : 1 + chance.below(4);
  for (let time = 0; time < times && damaged.length > 0; time++)
    damaged = chance.of(mutations)(damaged, chance, other);
  return damaged;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
