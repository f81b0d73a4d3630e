import type { Log } from "../log.ts";

/** What a request or socket is known by in the log. */
export interface RequestScope {
  log: Log;
  correlationId: string;
  /** Where it comes from, as limits count it. */
  address: string;
}
