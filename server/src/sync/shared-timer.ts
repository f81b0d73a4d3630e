/** Parts of a period: what is due in one does not hold up the rest, and thousands are not due at once. */
const PARTS = 10;

/** One timer that calls many, each once in a period: a timer of its own for each socket and room costs memory. */
export class SharedTimer {
  readonly #parts = Array.from({ length: PARTS }, () => new Set<() => void>());
  #timer: NodeJS.Timeout | null = null;
  #next = 0;
  #due = 0;

  constructor(private readonly periodMs: number) {}

  /** Calls `due` once in every period; the answer ends that. */
  add(due: () => void): () => void {
    const part = this.#parts[this.#next]!;
    this.#next = (this.#next + 1) % PARTS;
    part.add(due);
    this.#timer ??= setInterval(() => this.#call(), this.periodMs / PARTS).unref();
    return () => {
      part.delete(due);
      if (this.#timer && this.#parts.every(({ size }) => size === 0)) {
        clearInterval(this.#timer);
        this.#timer = null;
      }
    };
  }

  #call(): void {
    const part = this.#parts[this.#due]!;
    this.#due = (this.#due + 1) % PARTS;
    for (const due of part) due();
  }
}
