import type { SeatedRoom } from "../database/bench-database.ts";
import type { MeasuredProcess } from "../servers/measured-process.ts";
import type { MeasuredServer } from "../servers/measured-servers.ts";

/** What one measurement of one server found, by name; null where a server has no such figure. */
export type Figures = Readonly<Record<string, number | null>>;

/** One server, running, with rooms to enter. */
export interface Run {
  readonly server: MeasuredServer;
  readonly process: MeasuredProcess;
  readonly rooms: readonly SeatedRoom[];
  /** How long the steady part lasts. */
  readonly seconds: number;
  /** Where a CPU profile of the steady part goes. */
  readonly profile: string | null;
}

/** Something to measure every server at. */
export interface Scenario {
  /** Such as `fan-out-50`; `--scenario fan-out` takes all that begin so. */
  readonly name: string;
  readonly title: string;
  readonly boards: number;
  /** People at each board. */
  readonly people: number;
  /** Figures of the table, in its order, with their headings. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether it can be had of this server at all. */
  suits(server: MeasuredServer): boolean;
  measure(run: Run): Promise<Figures>;
}

/** Those that hold documents, each once: a window for edits plays no part where nobody edits. */
export const keepsDocuments = ({ wire, name }: MeasuredServer): boolean =>
  wire.keepsDocument && name !== "hocuspocus-window";
