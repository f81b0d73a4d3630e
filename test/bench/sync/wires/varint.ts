/** Reads lib0’s unsigned varint; answers the number and where it ends. */
export function readVarUint(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  let factor = 1;
  for (let end = start; end < bytes.length; end++) {
    const byte = bytes[end]!;
    value += (byte & 127) * factor;
    if (byte < 128) return { value, end: end + 1 };
    factor *= 128;
  }
  throw new Error("A number goes on behind the end of the message.");
}

/** The byte array that begins with its length at `start`. */
export function readBytes(bytes: Uint8Array, start: number): Uint8Array {
  const { value, end } = readVarUint(bytes, start);
  return bytes.subarray(end, end + value);
}
