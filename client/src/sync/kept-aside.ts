import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";
import type { BoardStore, StoreOwner } from "./board-store.ts";

/** Work that the server did not take, kept on this device under another name until its author says what becomes of it. */
export interface KeptAside {
  /** Name of the store that holds the document as it was. */
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

const LIST_KEY = "tavolo.kept-aside";

/** Copies the document and the list of its unsaved items to a store of their own, and returns that store’s name. */
export async function keepAside(
  doc: Y.Doc,
  store: Pick<BoardStore, "unsent">,
  { participantId, boardId }: StoreOwner,
  code: string,
): Promise<string> {
  const at = Date.now();
  const name = `tavolo/aside/${participantId}/${boardId}/${at}`;
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  // The store takes over what the document holds when it opens.
  const persistence = new IndexeddbPersistence(name, copy);
  await persistence.whenSynced;
  await persistence.destroy();
  writeList([
    ...keptAsideList(),
    { store: name, participantId, boardId, code, at, items: store.unsent.keys },
  ]);
  return name;
}

/** What is kept aside on this device of this person’s work on this board, the oldest first. */
export function keptAsideOf({ participantId, boardId }: Omit<StoreOwner, "generation">): KeptAside[] {
  return keptAsideList().filter((kept) => kept.participantId === participantId && kept.boardId === boardId);
}

/** What is kept aside of a board, whoever wrote it here. */
export function keptAsideOn(boardId: string): KeptAside[] {
  return keptAsideList().filter((kept) => kept.boardId === boardId);
}

/** The document as it was when it was put aside. */
export async function readKeptAside(kept: KeptAside): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(kept.store, doc);
  await persistence.whenSynced;
  await persistence.destroy();
  return doc;
}

/** Its author has decided: the copy is deleted from this device. */
export async function forgetKeptAside(kept: KeptAside): Promise<void> {
  writeList(keptAsideList().filter(({ store }) => store !== kept.store));
  await clearDocument(kept.store);
}

function keptAsideList(): KeptAside[] {
  const written = localStorage.getItem(LIST_KEY);
  if (written === null) return [];
  const list: unknown = JSON.parse(written);
  return Array.isArray(list) ? list.filter(isKeptAside) : [];
}

function writeList(list: readonly KeptAside[]): void {
  localStorage.setItem(LIST_KEY, JSON.stringify(list));
}

function isKeptAside(entry: unknown): entry is KeptAside {
  return (
    typeof entry === "object" &&
    entry !== null &&
    "store" in entry &&
    typeof entry.store === "string" &&
    "items" in entry &&
    Array.isArray(entry.items)
  );
}
