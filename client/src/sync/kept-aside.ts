import * as Y from "yjs";
import { answer, onDevice } from "./device-database.ts";
import type { AsideRow } from "./store-log.ts";
import type { StoreOwner } from "./store-owner.ts";

/** Work that the server did not take, kept on this device apart from the board until its author says what becomes of it. */
export interface KeptAside {
  /** Name of the copy. */
  readonly store: string;
  readonly participantId: string;
  readonly boardId: string;
  /** Why it was not taken. */
  readonly code: string;
  /** When it was put aside, in milliseconds since 1970. */
  readonly at: number;
  /** `collection/id` of each item that was not saved. */
  readonly items: readonly string[];
}

/** Where the device keeps nothing, the copies live as long as this window. */
const inMemory = new Map<string, AsideRow>();

/** Keeps a copy in this window’s memory and returns its name. */
export function keepInMemory(work: Omit<AsideRow, "store" | "at">): string {
  const at = Date.now();
  const store = `aside/${work.participantId}/${work.boardId}/${at}`;
  inMemory.set(store, { ...work, store, at });
  return store;
}

/** What is kept aside of this person’s work on this board, the oldest first. */
export async function keptAsideOf(owner: Omit<StoreOwner, "generation">): Promise<KeptAside[]> {
  return (await allKeptAside()).filter(
    ({ participantId, boardId }) => participantId === owner.participantId && boardId === owner.boardId,
  );
}

/** Everything that is kept aside on this device, the oldest first. */
export async function allKeptAside(): Promise<KeptAside[]> {
  const stored = await onDevice("readonly", (transaction) =>
    answer<AsideRow[]>(transaction.objectStore("aside").getAll()),
  ).catch(() => []);
  return [...stored, ...inMemory.values()].toSorted((a, b) => a.at - b.at);
}

/** The document as it was when it was put aside. */
export async function readKeptAside(store: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const kept =
    inMemory.get(store) ??
    (await onDevice("readonly", (transaction) =>
      answer<AsideRow | undefined>(transaction.objectStore("aside").get(store)),
    ));
  if (kept) Y.applyUpdate(doc, kept.bytes);
  return doc;
}

/** Its author has decided: the copy is deleted from this device. */
export async function forgetKeptAside(store: string): Promise<void> {
  if (inMemory.delete(store)) return;
  await onDevice("readwrite", async (transaction) => {
    transaction.objectStore("aside").delete(store);
  });
}
