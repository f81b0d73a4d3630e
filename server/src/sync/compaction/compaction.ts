import { IsolationLevel, LockMode } from "@mikro-orm/core";
import { type Board, BoardSchema } from "../../boards/board.entity.ts";
import type { EntityManager } from "../../database/entity-manager.ts";
import { BoardSnapshotSchema } from "./board-snapshot.entity.ts";
import type { JournalledDocument, MadeSnapshot } from "./make-snapshot.ts";
import { makeSnapshotAside } from "./make-snapshot-aside.ts";

/** How far a compaction has come; `written` and `dropped` are inside its transaction. */
export type CompactionPhase = "read" | "verified" | "written" | "dropped" | "committed";

/**
 * Steps that one compaction takes in: its transaction holds the board’s row, and that board’s commits wait for as
 * long as it takes to write so many rows. What is behind them is for the next one.
 */
export const MOST_STEPS = 5_000;

interface JournalPart extends JournalledDocument {
  readonly board: Board;
  /** The snapshot that it builds on, 0 for none. */
  readonly from: number;
  readonly to: number;
}

export type MakeSnapshot = (journalled: JournalledDocument, signal?: AbortSignal) => Promise<MadeSnapshot>;

/**
 * Puts a snapshot in place of the bytes of a board’s journal: reads what is projected, makes and verifies the
 * snapshot aside, and in one transaction writes it and drops the bytes that it holds. Whatever ends it before the
 * commit leaves everything as it was; who, when and what was decided stays in any case.
 */
export class Compaction {
  constructor(
    private readonly em: EntityManager,
    private readonly make: MakeSnapshot = makeSnapshotAside,
  ) {}

  /** Compacts as much as one compaction takes in; answers how many steps that were, none where there is nothing to do. */
  async run(boardId: string, signal?: AbortSignal): Promise<number> {
    const part = await this.#read(boardId);
    if (!part) return 0;
    this.reached("read");
    const { kind, templateContent = null, packed, updates } = part;
    const made = await this.make({ kind, templateContent, packed, updates }, signal);
    this.reached("verified");
    const taken = await this.#write(part, made);
    this.reached("committed");
    return taken ? part.to - part.from : 0;
  }

  /** Told of each phase; a place to look at what a fault leaves behind there. */
  protected reached(_phase: CompactionPhase): void {}

  #read(boardId: string): Promise<JournalPart | null> {
    return this.em.fork().transactional(
      async (tx) => {
        const board = await tx.findOneOrFail(BoardSchema, boardId);
        const snapshot = await tx.findOne(BoardSnapshotSchema, { board: boardId });
        const from = snapshot?.seq ?? 0;
        // Unprojected steps are replayed from their bytes.
        const to = Math.min(board.projectedSeq, from + MOST_STEPS);
        if (to <= from) return null;
        const rows = await tx.execute<{ seq: number; bytes: Uint8Array | null }[]>(
          `select seq, bytes from journal_entry where board = ? and seq > ? and seq <= ? order by seq`,
          [boardId, from, to],
        );
        if (rows.length !== to - from) throw new Error(`The journal of board ${boardId} has a gap.`);
        const updates = rows.flatMap(({ bytes }) => (bytes ? [bytes] : []));
        const { kind, templateContent } = board;
        return { board, from, to, kind, templateContent, packed: snapshot?.bytes ?? null, updates };
      },
      { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true },
    );
  }

  /** Answers false where somebody else has compacted the board, or begun a new generation of it, in the meantime. */
  #write({ board, from, to }: JournalPart, made: MadeSnapshot): Promise<boolean> {
    return this.em.fork().transactional(async (tx) => {
      const now = await tx.findOneOrFail(BoardSchema, board.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const before = await tx.findOne(BoardSnapshotSchema, { board: board.id });
      if (now.generation !== board.generation || (before?.seq ?? 0) !== from) return false;
      const { bytes, stateVector, hash } = made;
      const [stored] = await tx.execute<{ hash: string }[]>(
        `insert into board_snapshot (board, generation, seq, bytes, state_vector, at) values (?, ?, ?, ?, ?, now())
         on conflict (board) do update set generation = excluded.generation, seq = excluded.seq,
           bytes = excluded.bytes, state_vector = excluded.state_vector, at = excluded.at
         returning encode(sha256(bytes), 'hex') as hash`,
        [board.id, board.generation, to, Buffer.from(bytes), Buffer.from(stateVector)],
      );
      if (stored?.hash !== hash)
        throw new Error(`The snapshot of board ${board.id} was not stored as it was made.`);
      this.reached("written");
      await tx.execute(
        `update journal_entry set bytes = null where board = ? and seq > ? and seq <= ? and bytes is not null`,
        [board.id, from, to],
      );
      this.reached("dropped");
      return true;
    });
  }
}
