import * as Y from "yjs";
import { tellWindows, type UnsentRow } from "./device-channel.ts";
import { answer, onDevice, unsentOf } from "./device-database.ts";
import { readCache } from "./document-cache.ts";
import { allKeptAside, forgetKeptAside, type KeptAside, readKeptAside } from "./kept-aside.ts";
import { BoardStore } from "./board-store.ts";
import { type BoardRow, removeBoard, sweep, type UnsentChange } from "./store-log.ts";

/** Work on one board that exists on this device alone. */
export interface DeviceWork {
  /** Not sent yet; or sent and not taken by the server. */
  readonly kind: "unsent" | "aside";
  readonly store: string;
  readonly participantId: string;
  readonly boardId: string;
  readonly generation: number;
  /** `collection/id` of each item. */
  readonly items: readonly string[];
  /** The document, where some of it is in this window’s memory alone. */
  readonly bytes?: Uint8Array;
}

/** Nobody comes back to a board after so long: what is left of it leaves the device. */
const KEPT_DAYS = 60;
const DAY_MS = 86_400_000;

/** Everything on this device that the server does not have; nothing where the device keeps nothing. */
export async function workOnDevice(): Promise<DeviceWork[]> {
  const homeless = await workInMemory();
  const unsent = await onDevice("readonly", async (transaction) => {
    const boards = await answer<BoardRow[]>(transaction.objectStore("boards").getAll());
    const work: DeviceWork[] = [];
    for (const { store, participantId, boardId, generation } of boards) {
      const rows = await unsentOf<UnsentRow>(transaction, store).values();
      const items = [...new Set(rows.flatMap((row) => row.items))];
      if (items.length > 0) work.push({ kind: "unsent", store, participantId, boardId, generation, items });
    }
    return work;
  }).catch(() => []);
  const aside = (await allKeptAside()).map(asWork);
  return [...unsent, ...homeless, ...aside];
}

/** Where the device had no room: what the open boards of this window hold, once all that can be kept is. */
async function workInMemory(): Promise<DeviceWork[]> {
  const work: DeviceWork[] = [];
  for (const store of BoardStore.open) {
    const { owner, items, doc } = await store.homeless();
    const { participantId, boardId, generation } = owner;
    const bytes = Y.encodeStateAsUpdate(doc);
    if (items.length > 0)
      work.push({ kind: "unsent", store: store.name, participantId, boardId, generation, items, bytes });
  }
  return work;
}

/** The document that the work is in. */
export async function readWork(work: DeviceWork): Promise<Y.Doc> {
  if (work.bytes) {
    const held = new Y.Doc();
    Y.applyUpdate(held, work.bytes);
    return held;
  }
  if (work.kind === "aside") return readKeptAside(work.store);
  const { board, unsent } = await onDevice("readonly", async (transaction) => ({
    board: await answer<BoardRow | undefined>(transaction.objectStore("boards").get(work.store)),
    unsent: await unsentOf<UnsentChange>(transaction, work.store).values(),
  }));
  const doc = new Y.Doc();
  if (board) Y.applyUpdate(doc, await readCache(board.cache));
  for (const { bytes } of unsent) Y.applyUpdate(doc, bytes);
  return doc;
}

/** Its author gives it up. */
export async function discardWork(work: DeviceWork): Promise<void> {
  if (work.kind === "aside") return forgetKeptAside(work.store);
  await onDevice("readwrite", (transaction) => removeBoard(transaction, work.store));
  tellWindows({ type: "emptied", store: work.store, code: "DISCARDED" });
  await sweep();
}

/**
 * Takes boards off this device that the server has and at which `mine` have no seat, and what nobody asked for in a
 * long time. Work that is nowhere else stays for whoever wrote it.
 */
export async function tidyDevice(mine: ReadonlySet<string>): Promise<void> {
  await removeWhere(({ participantId }, hasUnsent) => !mine.has(participantId) && !hasUnsent);
}

/** Takes everything of `mine` off this device, and what the server has of others. */
export async function clearDevice(mine: ReadonlySet<string>): Promise<void> {
  await removeWhere(({ participantId }, hasUnsent) => mine.has(participantId) || !hasUnsent);
}

type Row = Pick<BoardRow, "store" | "participantId" | "at">;

async function removeWhere(goes: (row: Row, hasUnsent: boolean) => boolean): Promise<void> {
  const forgotten = Date.now() - KEPT_DAYS * DAY_MS;
  await onDevice("readwrite", async (transaction) => {
    const boards = transaction.objectStore("boards");
    for (const row of await answer<BoardRow[]>(boards.getAll())) {
      const unsent = await unsentOf(transaction, row.store).keys();
      if (row.at < forgotten || goes(row, unsent.length > 0)) await removeBoard(transaction, row.store);
    }
    const asides = transaction.objectStore("aside");
    for (const row of await answer<KeptAside[]>(asides.getAll()))
      if (row.at < forgotten || goes(row, true)) asides.delete(row.store);
  });
  await sweep();
}

function asWork({ store, participantId, boardId, items }: KeptAside): DeviceWork {
  return { kind: "aside", store, participantId, boardId, generation: 0, items };
}
