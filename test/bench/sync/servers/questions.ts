/** What the measuring process asks a server’s process. */
export type Question =
  | { readonly ask: "usage" }
  /** Collects what is garbage, and lets go of pages that are kept for later. */
  | { readonly ask: "collect" }
  | { readonly ask: "profile" }
  /** Ends the profile and writes it down. */
  | { readonly ask: "profiled"; readonly file: string };

/** What it answers; a port comes unasked. */
export interface Answer {
  readonly port?: number;
  /** User and system time of all its threads since it started. */
  readonly cpuSeconds?: number;
  readonly residentBytes?: number;
  /** Objects and strings that are there. */
  readonly heapBytes?: number;
  /** What lies outside of the heap for them, such as buffers. */
  readonly externalBytes?: number;
}
