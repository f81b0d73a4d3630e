/** First byte of a whole binary WebSocket message. */
const WHOLE_BINARY = 0x82;
const LENGTH_IN_16_BITS = 126;
const LENGTH_IN_64_BITS = 127;

/**
 * A message of ours as it lies on the line: one binary WebSocket frame of a server, unmasked and uncompressed
 * (RFC 6455, section 5.2). Several in a row make one buffer that every socket of a room can be given.
 */
export function socketFrame(message: Uint8Array): Buffer {
  const { length } = message;
  const start = length <= 125 ? 2 : length <= 0xffff ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = WHOLE_BINARY;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = LENGTH_IN_16_BITS;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = LENGTH_IN_64_BITS;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, start);
  return frame;
}

/** The same for a message that is kept: a short frame is cut out of a buffer of 64 KiB, and would keep all of it. */
export function keptSocketFrame(message: Uint8Array): Buffer {
  const frame = socketFrame(message);
  const kept = Buffer.allocUnsafeSlow(frame.length);
  frame.copy(kept);
  return kept;
}
