import { once } from "node:events";
import { documentName } from "@tavolo/schema";
import { MessageType } from "@tavolo/server/sync/wire/message-type.ts";
import { readFrame } from "@tavolo/server/sync/wire/read-frame.ts";
import * as decoding from "lib0/decoding";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { isSameDocument } from "../fuzz/compare.ts";
import { type BoardClient, connectBoardClient } from "../support/connect-board-client.ts";
import { holds } from "./holds.ts";
import { type ServerHandle, startMeteredServer, type Target } from "./server-handle.ts";
import { type Session, writeBase, writeSession } from "./session.ts";

export interface SocketReport {
  /** Frames that the server heard, honest ones between them included. */
  readonly frames: number;
  readonly sessions: number;
  readonly acknowledged: number;
  /** The server’s process ended. */
  readonly exits: number;
  /** Sockets that were closed for a fault of ours, not of theirs. */
  readonly faults: number;
  /** Acknowledgements beyond the edits of that socket which the journal holds. */
  readonly falseAcks: number;
  /** Their sessions, to be looked at: `writeSession` makes one again from its seed and its board’s. */
  readonly samples: readonly string[];
  /** Boards that an honest person, or somebody who joins, has otherwise than the journal. */
  readonly loadedDifferently: number;
  /** Honest people who could not go on. */
  readonly harmed: number;
  readonly slowestMs: number;
  readonly residentGrowthMiB: number;
}

/** Limits for what frames may cost. */
const MOST_MS = 100;
const MOST_GROWTH_MIB = 64;
/** Memory says something once a process has warmed up. */
const MEASURED_FROM_FRAMES = 20_000;

/** Whether nothing of what was tried did harm. */
export const didNoHarm = (report: SocketReport): boolean =>
  report.exits + report.faults + report.falseAcks + report.loadedDifferently + report.harmed === 0;

/** Whether it cost no more than it may. */
export const isCheap = ({ frames, slowestMs, residentGrowthMiB }: SocketReport): boolean =>
  slowestMs <= MOST_MS && (frames < MEASURED_FROM_FRAMES || residentGrowthMiB <= MOST_GROWTH_MIB);

const FRAMES_A_BOARD = 4_000;
/** Sockets that attack at once. */
const AT_ONCE = 64;
/** What was let in is committed and acknowledged by then; later acknowledgements are not counted. */
const COMMITTED_AFTER_MS = 250;
/** Copies that are not the same by then never will be. */
const SAME_WITHIN_MS = 10_000;
/** The server keeps an empty room for 30 s. */
const UNLOADED_AFTER_MS = 32_000;

/** Lets short sessions of honest, changed and damaged frames at a server of its own, and looks what became of it. */
export async function attackSockets(
  seed: number,
  frames: number,
  progress: (done: number) => void,
): Promise<SocketReport> {
  const server = await startMeteredServer();
  const count = {
    sessions: 0,
    acknowledged: 0,
    exits: 0,
    faults: 0,
    falseAcks: 0,
    loadedDifferently: 0,
    harmed: 0,
  };
  const samples: string[] = [];
  let cost = await server.ask("cost");
  let warm = cost;
  try {
    for (let board = 0; cost.frames < frames; board++) {
      const until = Math.min(frames, (board + 1) * FRAMES_A_BOARD);
      const { falselyAcknowledged, ...outcome } = await attackBoard(server, seed, board, until, count);
      for (const [key, value] of Object.entries(outcome)) count[key as keyof typeof outcome] += value;
      samples.push(...falselyAcknowledged.map((session) => `board ${seed + board} session ${session}`));
      cost = await server.ask("cost");
      if (warm.frames < frames / 10) warm = cost;
      progress(cost.frames);
    }
    if (frames >= MEASURED_FROM_FRAMES) {
      await new Promise((resolve) => setTimeout(resolve, UNLOADED_AFTER_MS));
      cost = await server.ask("cost");
    }
  } catch (error) {
    if (!server.hasExited()) throw error;
    count.exits += 1;
  }
  await server.stop();
  const residentGrowthMiB = Math.round((cost.residentBytes - warm.residentBytes) / 2 ** 20);
  return { ...count, samples, frames: cost.frames, slowestMs: cost.slowestMs, residentGrowthMiB };
}

/** Attacks one board while somebody honest sits at it, until the server has heard so many frames. */
async function attackBoard(
  server: ServerHandle,
  seed: number,
  board: number,
  until: number,
  count: { sessions: number; acknowledged: number; faults: number },
) {
  const target = await server.ask("board");
  const honest = await connectBoardClient({ ...target, token: target.honest });
  const base = writeBase(seed + board);
  Y.applyUpdate(honest.doc, base);
  await honest.saved();
  const fights: Fight[] = [];
  for (let heard = 0; heard < until; heard = (await server.ask("cost")).frames) {
    const wave = Array.from({ length: AT_ONCE }, () => {
      const written = { boardId: target.boardId, base, tokens: target.hostile };
      const session = seed + 1_000_003 * count.sessions++;
      return fight(target, session, writeSession(session, written));
    });
    fights.push(...(await Promise.all(wave)));
  }
  const isHarmed = !(await goesOn(honest));
  const truth = await loadJournal(server, target);
  const reader = await connectBoardClient({ ...target, token: target.honest });
  const same = (client: BoardClient) =>
    Promise.race([
      client.until(() => isSameDocument(client.doc, truth)).then(() => true),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), SAME_WITHIN_MS).unref()),
    ]);
  const areSame = isHarmed || ((await same(honest)) && (await same(reader)));
  for (const client of [honest, reader]) client.destroy();
  count.acknowledged += fights.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
  count.faults += fights.filter(({ isFault }) => isFault).length;
  return {
    falselyAcknowledged: fights.filter((each) => falseAcks(each, truth) > 0).map(({ session }) => session),
    falseAcks: fights.reduce((sum, each) => sum + falseAcks(each, truth), 0),
    loadedDifferently: areSame ? 0 : 1,
    harmed: isHarmed ? 1 : 0,
  };
}

/** What one session came to. */
interface Fight {
  /** Its seed. */
  readonly session: number;
  readonly edits: readonly Uint8Array[];
  readonly acknowledged: number;
  readonly isFault: boolean;
}

async function fight(
  { url, boardId }: Target,
  session: number,
  { token, isAnswered, frames }: Session,
): Promise<Fight> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/sync`);
  const closed = once(socket, "close");
  let acknowledged = 0;
  let answered = () => {};
  const answer = new Promise<void>((resolve) => {
    answered = resolve;
  });
  socket.on("error", () => {});
  socket.on("message", (data: Buffer) => {
    if (data.length === 1) return;
    const decoder = decoding.createDecoder(new Uint8Array(data));
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === MessageType.SyncStatus) acknowledged += 1;
    if (type === MessageType.Auth) answered();
  });
  await Promise.race([once(socket, "open"), closed]);
  if (socket.readyState === WebSocket.OPEN) socket.send(token);
  if (isAnswered) await Promise.race([answer, closed]);
  for (const frame of frames) if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  if (socket.readyState === WebSocket.OPEN) {
    socket.ping();
    await Promise.race([once(socket, "pong"), closed]);
    await Promise.race([new Promise((resolve) => setTimeout(resolve, COMMITTED_AFTER_MS)), closed]);
  }
  socket.terminate();
  const [, reason] = await closed;
  const name = documentName(boardId, 1);
  return {
    session,
    edits: frames.flatMap((frame) => editIn(frame, name)),
    acknowledged,
    isFault: isOurs(String(reason)),
  };
}

const isOurs = (reason: string): boolean => ["FRAME_FAILED", "ADMISSION_FAILED"].includes(reason);

function editIn(bytes: Uint8Array, name: string): Uint8Array[] {
  try {
    const frame = readFrame(bytes);
    return (frame.type === "update" || frame.type === "step2") && frame.document === name
      ? [frame.update]
      : [];
  } catch {
    return [];
  }
}

const falseAcks = ({ edits, acknowledged }: Fight, truth: Y.Doc): number =>
  Math.max(0, acknowledged - edits.filter((edit) => holds(truth, edit)).length);

/** Whether somebody honest can write on and is told that it is saved. */
async function goesOn(client: BoardClient): Promise<boolean> {
  client.editor.add("notes", { text: "Still here", section: "S", language: "en" });
  const refused = client
    .until(() => client.messages.some(({ type }) => type === "refused"))
    .then(() => false);
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), SAME_WITHIN_MS).unref());
  return Promise.race([client.saved().then(() => true), refused, late]);
}

async function loadJournal(server: ServerHandle, { boardId }: Target): Promise<Y.Doc> {
  const { document } = await server.ask("journal", boardId);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(document, "base64"));
  return doc;
}
