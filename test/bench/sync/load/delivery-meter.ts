import * as Y from "yjs";
import type { Tally } from "./tally.ts";
import type { Typing } from "./typing.ts";

/** Characters that one update brings, by their writer’s number. */
interface Brought {
  readonly writer: number;
  readonly through: number;
}

/** How many decoded updates are remembered: each reaches every reader, and reading one takes longer than finding it. */
const REMEMBERED = 4_096;

/** Counts the characters that reach the readers of one board, however a server packs them. */
export class DeliveryMeter {
  readonly #writers: ReadonlyMap<number, number>;
  readonly #sentAt: Float64Array[];
  /** For each reader, the clock up to which each writer’s characters have come. */
  readonly #seen: Int32Array[];
  readonly #acknowledged: Int32Array;
  #counting = false;
  readonly #decoded = new Map<string, readonly Brought[]>();

  constructor(
    typings: readonly Typing[],
    readers: number,
    private readonly tally: Tally,
  ) {
    this.#writers = new Map(typings.map(({ clientId }, writer) => [clientId, writer]));
    this.#sentAt = typings.map(({ updates }) => new Float64Array(updates.length));
    this.#seen = Array.from({ length: readers }, () => new Int32Array(typings.length).fill(-1));
    this.#acknowledged = new Int32Array(typings.length).fill(-1);
  }

  sent(writer: number, clock: number): void {
    this.#sentAt[writer]![clock] = performance.now();
  }

  /** From here on every acknowledgement is of a character; those before were of other messages. */
  startAcknowledging(): void {
    this.#counting = true;
  }

  acknowledged(writer: number): void {
    if (!this.#counting || writer >= this.#acknowledged.length) return;
    const clock = (this.#acknowledged[writer]! += 1);
    this.tally.toAck.add(performance.now() - this.#sentAt[writer]![clock]!);
  }

  /** An update has reached a reader; the first readers are the writers, whose own echo does not count. */
  received(reader: number, payload: Uint8Array): void {
    const now = performance.now();
    const seen = this.#seen[reader]!;
    for (const { writer, through } of this.#read(payload)) {
      if (writer === reader) continue;
      for (let clock = seen[writer]! + 1; clock <= through; clock++) {
        this.tally.deliveries += 1;
        this.tally.toReader.add(now - this.#sentAt[writer]![clock]!);
      }
      seen[writer] = Math.max(seen[writer]!, through);
    }
  }

  /** Characters that some reader lacks, of so many that each writer has sent. */
  missing(written: Int32Array): number {
    let missing = 0;
    for (const [reader, seen] of this.#seen.entries())
      for (const [writer, through] of seen.entries())
        if (writer !== reader) missing += written[writer]! - 1 - through;
    return missing;
  }

  #read(payload: Uint8Array): readonly Brought[] {
    const key = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength).toString("latin1");
    const known = this.#decoded.get(key);
    if (known) return known;
    const through = new Map<number, number>();
    for (const { id, length } of Y.decodeUpdate(payload).structs) {
      const writer = this.#writers.get(id.client);
      if (writer !== undefined)
        through.set(writer, Math.max(through.get(writer) ?? -1, id.clock + length - 1));
    }
    const brought = [...through].map(([writer, clock]) => ({ writer, through: clock }));
    if (this.#decoded.size >= REMEMBERED) this.#decoded.clear();
    this.#decoded.set(key, brought);
    return brought;
  }
}
