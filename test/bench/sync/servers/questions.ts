/** What the measuring process asks a server’s process. */
export type Question =
  | { readonly ask: "usage" }
  /** Collects what is garbage. */
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
}
