import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { BoardDisplay, BoardEditing, BoardEditor, BoardState, Role, ShownGroup } from "@tavolo/schema";
import type { ArchivedWith } from "../boards/board.entity.ts";
import type { Viewer } from "../people/viewer.ts";
import type { UnnumberedReceipt } from "../receipts/receipt.entity.ts";
import type { DecidedPlace } from "./decisions/item-decision.ts";
import type { Judge } from "./decisions/judged-item.ts";
import type { EngineLoad } from "./engine-meter.ts";

/** Who acts on a board: the participant who is written into provenance, and the right they act with. */
export interface BoardActor {
  readonly participantId: string;
  readonly role: Role;
  readonly kind: "human" | "integration";
  /** Whose session or token it came by, asked for once more before it is written; absent where the server acts. */
  readonly viewer?: Viewer;
}

/** One connection’s presence as others may see it under the board’s display policy. */
export interface PresenceEntry {
  readonly presenceId: string;
  /** For server-side use (isViewer, faces); never shown where the display policy hides it. */
  readonly participantId: string;
  readonly displayName: string | null;
  readonly group: ShownGroup | null;
  readonly colour: number;
  /** The item being edited; null where the display policy hides it. */
  readonly editing: string | null;
}

/** The engine’s face to the rest of the server. */
export interface SyncEngine {
  /**
   * Edits a board’s document through the same rights, journal and projection as a socket’s edit; answers
   * once the edit is projected. `revision` is the sequence number that holds it. Throws TavoloError
   * (BOARD_NOT_FOUND, BOARD_FROZEN, NOT_OWNER, FORBIDDEN) and InvalidEdit; nothing is written then.
   * `at` is for loaders of content that has an original time; `unattributed` for content that nobody here wrote:
   * rights are the actor’s, and what is added has no author. `receipt` makes what is kept of the answer in the same
   * transaction; where nothing changed nothing is kept, and where one is there already the edit is refused, EDIT_LOST.
   */
  edit<T>(request: {
    boardId: string;
    actor: BoardActor;
    apply: (editor: BoardEditor) => T;
    at?: Date;
    unattributed?: boolean;
    receipt?: ((result: T) => UnnumberedReceipt) | undefined;
  }): Promise<{ result: T; revision: number }>;

  /** Freezes or reopens a board: announced to its sockets, which flush for at most 500 ms, then committed. */
  changeState(request: {
    boardId: string;
    actor: BoardActor;
    state: BoardState;
    reason: string;
  }): Promise<void>;

  /**
   * Puts a board into the archive, where it can only be read, or takes it back: announced to its sockets, which
   * flush for at most 500 ms, then committed. `archivedWith` says what it goes with, null when by itself.
   */
  changeArchive(request: {
    boardId: string;
    actor: BoardActor;
    archived: boolean;
    archivedWith: ArchivedWith | null;
  }): Promise<void>;

  /** Changes who may edit what and how people are shown; live sockets follow at once. */
  changePolicy(request: {
    boardId: string;
    actor: BoardActor;
    editing?: BoardEditing;
    display?: BoardDisplay;
  }): Promise<void>;

  /**
   * Decides about an item: `judge` sees it as all edits before the decision leave it. Answers once that is committed and
   * projected, with its number; live sockets follow at once. Throws what `judge` throws, ITEM_NOT_FOUND, and
   * DECISION_OUTDATED where somebody has decided about the item meanwhile; nothing is written then.
   */
  decideItem(request: {
    boardId: string;
    actor: BoardActor;
    place: DecidedPlace;
    judge: Judge;
  }): Promise<{ revision: number }>;

  /** Sends everybody at a board away to come back and be checked afresh; call after it moved. */
  recheck(boardId: string): void;

  /** Resolves when queries see everything that has been acknowledged on a board until now. */
  caughtUp(boardId: string): Promise<void>;

  /**
   * Puts a snapshot in place of the bytes of a board’s journal now: what was written and deleted again is nowhere
   * any more. Happens by itself once much was written, when a board falls quiet, and when nobody is at it.
   */
  compact(boardId: string): Promise<void>;

  /** Compacts the boards on which these have written, one after the other; a fault is logged, nobody waits for it. */
  dropTraces(participantIds: readonly string[]): void;

  /** Who is on a board now, filtered by its display policy. */
  presence(boardId: string): readonly PresenceEntry[];

  /** Takes over a WebSocket handshake on `/sync`; the caller has checked Origin and found the viewer. */
  handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    scope: { viewer: Viewer; correlationId: string },
  ): void;

  /** Null while edits reach the database; otherwise when they last failed to, for `/readyz`. */
  failingSince(): Date | null;

  /** What the engine carries now, for metrics. */
  load(): EngineLoad;

  /** Sends sockets away (1012), commits what is pending, projects it, and stops; rejects where edits were not taken. */
  close(): Promise<void>;
}
