import * as Y from "yjs";
import { socketFrame } from "../wire/socket-frame.ts";
import { step2Frame } from "../wire/write-frame.ts";

/** The state vector of who has nothing yet. */
const NOTHING = Y.encodeStateVector(new Y.Doc());

/** Edits behind the encoded document: up to a quarter of its size, within these, they are cheaper than a new encoding. */
const TAIL_BYTES = { least: 64 * 1024, most: 512 * 1024 };
const TAIL_EDITS = 1_000;

interface Encoded {
  readonly stateVector: Uint8Array;
  readonly size: number;
  /** Step 2 for who has nothing, framed for the line: one buffer for everybody who joins. */
  readonly whole: Buffer;
  /** Step 2 for who has just this, made when it is first asked for: what was deleted. */
  nothingNew: Buffer | null;
}

/** What answers a join: the document and the edits behind it, each framed for the line. */
export interface StoredAnswer {
  readonly document: Buffer;
  readonly edits: readonly Buffer[];
  /** What the answer holds without the edits; who joins has nothing beyond it. */
  readonly stateVector: Uint8Array;
}

/**
 * A board’s committed document as bytes, encoded once for all who join, and the edits that were committed behind it.
 * It never holds more than is committed, so that nobody who joins has to wait for a commit that is under way.
 */
export class StoredDocument {
  #encoded: Encoded | null = null;
  #edits: Buffer[] = [];
  #editBytes = 0;

  constructor(private readonly documentName: string) {}

  /** Takes the document over at a moment when it holds just what is committed, or will be by the time this is used. */
  static encode(documentName: string, doc: Y.Doc): StoredDocument {
    return StoredDocument.of(documentName, Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc));
  }

  /** The same for a document that is encoded already. */
  static of(documentName: string, update: Uint8Array, stateVector: Uint8Array): StoredDocument {
    const stored = new StoredDocument(documentName);
    stored.#encoded = {
      stateVector,
      size: update.length,
      whole: socketFrame(step2Frame(documentName, update)),
      nothingNew: null,
    };
    return stored;
  }

  /** Adds a committed edit, framed as everybody got it. */
  add(edit: Buffer): void {
    if (!this.#encoded) return;
    this.#edits.push(edit);
    this.#editBytes += edit.length;
    const most = Math.min(Math.max(TAIL_BYTES.least, this.#encoded.size / 4), TAIL_BYTES.most);
    if (this.#editBytes <= most && this.#edits.length <= TAIL_EDITS) return;
    this.forget();
  }

  /** Holds nothing any more; the next who joins has it encoded anew. */
  forget(): void {
    this.#encoded = null;
    this.#edits = [];
    this.#editBytes = 0;
  }

  /** Null when there is nothing encoded, or whoever asks has something that a document of their own is to be made for. */
  answer(stateVector: Uint8Array): StoredAnswer | null {
    const encoded = this.#encoded;
    if (!encoded) return null;
    const document = hasNothing(stateVector)
      ? encoded.whole
      : Buffer.compare(stateVector, encoded.stateVector) === 0
        ? (encoded.nothingNew ??= this.#nothingNew(encoded))
        : null;
    return document && { document, edits: this.#edits, stateVector: encoded.stateVector };
  }

  #nothingNew({ whole, size, stateVector }: Encoded): Buffer {
    const update = whole.subarray(whole.length - size);
    return socketFrame(step2Frame(this.documentName, Y.diffUpdate(update, stateVector)));
  }
}

/** Whether a state vector is that of an empty document. */
export const hasNothing = (stateVector: Uint8Array): boolean => Buffer.compare(stateVector, NOTHING) === 0;
