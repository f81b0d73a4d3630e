/** Hears how the engine does, in numbers alone; whoever keeps metrics gives one. */
export interface EngineMeter {
  /** A transaction took what waited in some boards. */
  flushed(flush: { seconds: number; entries: number }): void;
  /** The database did not take a transaction; it is tried again. */
  flushFailed(): void;
  /** An edit or a decision is safe and its writer told, so long after it was taken in. */
  acknowledged(seconds: number): void;
  /** An edit or a decision was refused inside the transaction. */
  refused(): void;
  /** The rows of a board follow its journal again. */
  projected(seconds: number): void;
}

/** What the engine carries now. */
export interface EngineLoad {
  sockets: number;
  /** Boards that are open in this process. */
  rooms: number;
  /** People and programs at those boards; a socket may carry several. */
  attachments: number;
  /** Edits and decisions that wait to be committed. */
  uncommitted: number;
  /** Steps that are committed and not yet in the rows that queries read. */
  unprojected: number;
}

/** For an engine that nobody measures. */
export const unmeasured: EngineMeter = {
  flushed: () => {},
  flushFailed: () => {},
  acknowledged: () => {},
  refused: () => {},
  projected: () => {},
};

/** How long ago a `performance.now()` was, in seconds, which is what metrics count in. */
export const secondsSince = (start: number): number => (performance.now() - start) / 1_000;
