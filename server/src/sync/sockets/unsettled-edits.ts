import * as Y from "yjs";
import type { Lacking } from "../gate/check-update.ts";
import { openDeletes } from "../gate/new-deletes.ts";
import type { DeleteRange } from "../gate/read-update.ts";

/** Updates that may wait for the answer that settles them: far more than one types while it is on its way. */
const MAX_UPDATES = 1_000;

/** Clients whose structs those may bring, and deletes: everybody who ever wrote on a large board. */
const MAX_PARTS = 50_000;

/** What a client sent that built on something unknown, and what a document holds once it has come after all. */
export class UnsettledEdits {
  /** Messages that are to be acknowledged with the answer that brings them. */
  messages = 0;
  readonly #ends = new Map<number, number>();
  #deletes: DeleteRange[] = [];

  add({ ends, deletes }: Lacking): void {
    this.messages += 1;
    for (const [client, end] of ends) this.#ends.set(client, Math.max(end, this.#ends.get(client) ?? 0));
    this.#deletes.push(...deletes);
  }

  get areTooMany(): boolean {
    return this.messages > MAX_UPDATES || this.#ends.size + this.#deletes.length > MAX_PARTS;
  }

  /** Whether a document holds all they brought, and nothing that they deleted. */
  areIn(doc: Y.Doc): boolean {
    for (const [client, end] of this.#ends) if (Y.getState(doc.store, client) < end) return false;
    return openDeletes(doc, this.#deletes).length === 0;
  }

  clear(): void {
    this.messages = 0;
    this.#ends.clear();
    this.#deletes = [];
  }
}
