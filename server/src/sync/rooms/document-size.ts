import * as Y from "yjs";

/**
 * The most that a board takes: four times the largest that we know of as items, five times as bytes. In memory a
 * document is some fifteen times its bytes, and a person’s phone holds it as well as the server.
 */
const MOST_ITEMS = 20_000;
const MOST_BYTES = 8 * 1024 * 1024;

/** A document near its limit is measured again once it may have grown by so much: measuring takes as long as a join. */
const MEASURE_EVERY_BYTES = 256 * 1024;

/** How large a room’s document has become; what makes a full one larger is refused. */
export class DocumentSize {
  /** Never too small: what was deleted since it was measured is still counted. */
  #bytes: number;
  #measureAt = MOST_BYTES;

  constructor(
    private readonly doc: Y.Doc,
    private readonly items: { readonly size: number },
    bytes: number,
  ) {
    this.#bytes = bytes;
  }

  /** An update of so many bytes was applied. */
  grow(bytes: number): void {
    this.#bytes += bytes;
  }

  get isFull(): boolean {
    if (this.items.size >= MOST_ITEMS) return true;
    if (this.#bytes >= this.#measureAt) {
      this.#bytes = Y.encodeStateAsUpdate(this.doc).length;
      this.#measureAt = Math.max(MOST_BYTES, this.#bytes + MEASURE_EVERY_BYTES);
    }
    return this.#bytes >= MOST_BYTES;
  }
}
