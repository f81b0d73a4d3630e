import { MessageType } from "@hocuspocus/provider";
import { createEncoder, toUint8Array, writeVarInt, writeVarString, writeVarUint } from "lib0/encoding";
import { expect, it, vi } from "vitest";
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from "y-protocols/sync";
import { createSyncMeter } from "./sync-meter.ts";

function frame(type: MessageType, write: (encoder: ReturnType<typeof createEncoder>) => void = () => {}) {
  const encoder = createEncoder();
  writeVarString(encoder, "board/b-1/1");
  writeVarUint(encoder, type);
  write(encoder);
  return toUint8Array(encoder);
}

const stepOne = frame(MessageType.Sync, (encoder) => writeVarUint(encoder, messageYjsSyncStep1));
const stepTwo = frame(MessageType.Sync, (encoder) => writeVarUint(encoder, messageYjsSyncStep2));
const update = frame(MessageType.Sync, (encoder) => writeVarUint(encoder, messageYjsUpdate));
const applied = frame(MessageType.SyncStatus, (encoder) => writeVarInt(encoder, 1));
const rejected = frame(MessageType.SyncStatus, (encoder) => writeVarInt(encoder, 0));
const awareness = frame(MessageType.Awareness);
const ping = new Uint8Array([MessageType.Ping]);

it("is not settled before step 2 was sent on this socket and answered", () => {
  const meter = createSyncMeter(() => {});
  expect(meter.settled).toBe(false);
  const socket = meter.begin();
  socket.frameSent(stepOne);
  expect(meter.settled).toBe(false);
  socket.frameSent(stepTwo);
  expect(meter.settled).toBe(false);
  socket.frameReceived(applied);
  expect(meter.settled).toBe(true);
});

it("waits for as many answers as sync frames were sent, not for the first", () => {
  const meter = createSyncMeter(() => {});
  const socket = meter.begin();
  socket.frameSent(update);
  socket.frameSent(update);
  socket.frameSent(stepTwo);
  socket.frameReceived(applied);
  expect(meter.settled).toBe(false);
  socket.frameReceived(applied);
  socket.frameReceived(applied);
  expect(meter.settled).toBe(true);
});

it("is not settled while a change waits in the flush window", () => {
  const meter = createSyncMeter(() => {});
  const socket = meter.begin();
  socket.frameSent(stepTwo);
  socket.frameReceived(applied);
  meter.held();
  expect(meter.settled).toBe(false);
  socket.frameSent(update);
  socket.frameReceived(applied);
  expect(meter.settled).toBe(true);
});

it("never settles on an answer that says not applied", () => {
  const meter = createSyncMeter(() => {});
  const socket = meter.begin();
  socket.frameSent(stepTwo);
  socket.frameReceived(rejected);
  expect(meter.settled).toBe(false);
  expect(meter.tally?.rejected).toBe(1);
});

it("forgets a lost socket: its late answers settle nothing on the next one", () => {
  const meter = createSyncMeter(() => {});
  const lost = meter.begin();
  lost.frameSent(stepTwo);
  const next = meter.begin();
  next.frameSent(stepTwo);
  lost.frameReceived(applied);
  lost.end();
  expect(meter.settled).toBe(false);
  next.frameReceived(applied);
  expect(meter.settled).toBe(true);
});

it("passes over presence and pings, and tells of every count", () => {
  const onChange = vi.fn<() => void>();
  const meter = createSyncMeter(onChange);
  const socket = meter.begin();
  socket.frameSent(awareness);
  socket.frameReceived(ping);
  expect(meter.tally).toEqual({ stepTwoSent: false, sent: 0, acknowledged: 0, rejected: 0 });
  expect(onChange).toHaveBeenCalledTimes(2);
});
