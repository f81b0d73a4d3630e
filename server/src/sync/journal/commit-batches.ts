import { isDeepStrictEqual } from "node:util";
import type { EntityManager } from "../../database/entity-manager.ts";
import type { Role } from "@tavolo/schema";
import { BoardSchema } from "../../boards/board.entity.ts";
import { decisionOutdated, editLost, generationChanged, TavoloError } from "../../errors.ts";
import { findReceipt } from "../../receipts/find-receipt.ts";
import { writeReceipts } from "../../receipts/write-receipts.ts";
import { followItemDecision } from "../decisions/follow-item-decision.ts";
import { isItemDecision } from "../decisions/item-decision.ts";
import { itemDecisionOf, type LastDecisions, readLastDecisions } from "../decisions/last-decisions.ts";
import { beginNewGeneration } from "../generations/begin-new-generation.ts";
import type { Commit, QueueEntry } from "../rooms/queue-entry.ts";
import type { RoomBatch } from "../rooms/room.ts";
import { type JournalEntry, JournalEntrySchema } from "./journal-entry.entity.ts";
import { type LockedBoard, lockBoards } from "./lock-boards.ts";
import { readStandings, type Standings } from "./read-standings.ts";
import { refuseEntry } from "./refuse-entry.ts";
import { type NumberedEntry, writeJournal } from "./write-journal.ts";

/** What became of a batch: entries up to `committed.length` are safe, `refused` are not taken, the rest waits for a rebuild. */
export interface BatchOutcome {
  readonly committed: readonly { entry: QueueEntry; commit: Commit }[];
  readonly refused: readonly { entry: QueueEntry; error: TavoloError }[];
  readonly postponed: readonly QueueEntry[];
}

/**
 * Commits what waits in several rooms in one transaction: locks the boards in id order, checks state,
 * generation and rights again inside it, and numbers the entries. A refused board never fails the others.
 */
export function commitBatches(
  em: EntityManager,
  batches: readonly RoomBatch[],
): Promise<Map<RoomBatch, BatchOutcome>> {
  return em.fork().transactional(async (tx) => {
    const boards = await lockBoards(
      tx,
      batches.map(({ room }) => room.boardId),
    );
    const standings = await readStandings(
      tx,
      batches.flatMap(({ entries }) => entries.map(({ actor }) => actor)),
    );
    const lastDecisions = await readLastDecisions(tx, batches);
    const outcomes = new Map<RoomBatch, BatchOutcome>();
    const added: NumberedEntry[] = [];
    for (const batch of batches) {
      const board = boards.get(batch.room.boardId);
      outcomes.set(batch, await judgeBatch(tx, batch, board, { standings, lastDecisions, added }));
    }
    await writeJournal(tx, added);
    await writeReceipts(
      tx,
      added.flatMap(({ entry, commit: { seq: revision, at } }) =>
        entry.type === "edit" && entry.receipt ? [{ receipt: entry.receipt, revision, at }] : [],
      ),
    );
    for (const numbered of added) await followDecision(tx, numbered);
    return outcomes;
  });
}

/** Decides about each entry of one board; those that are taken get their numbers and are put to `added`. */
async function judgeBatch(
  tx: EntityManager,
  { room, entries }: RoomBatch,
  board: LockedBoard | undefined,
  {
    standings,
    lastDecisions,
    added,
  }: { standings: Standings; lastDecisions: LastDecisions; added: NumberedEntry[] },
): Promise<BatchOutcome> {
  // A database that was put back, or a copy that took over, lacks what this server knows to be committed.
  const lacks = board !== undefined && board.headSeq < room.content.committedSeq;
  if (lacks) await beginNewGeneration(tx, [board.id]);
  if (!board || lacks || board.generation !== room.generation) {
    return {
      committed: [],
      refused: entries.map((entry) => ({ entry, error: generationChanged() })),
      postponed: [],
    };
  }
  // The database went away while it was committing, and had committed: these entries are safe already.
  const earlier = await alreadyCommitted(tx, board, room.content.committedSeq, entries);
  const committed: { entry: QueueEntry; commit: Commit }[] = [...earlier];
  const refused: { entry: QueueEntry; error: TavoloError }[] = [];
  const postponed: QueueEntry[] = [];
  // What came after an edit that is not taken may build on it.
  let broken = false;
  const safe = new Set(earlier.map(({ entry }) => entry));
  for (const entry of entries.filter((each) => !safe.has(each))) {
    const role = entry.unquestioned ? entry.actor.role : standings.roleOf(entry.actor);
    const decision = itemDecisionOf(entry);
    const outdated = decision !== null && lastDecisions.isOutdated(board.id, decision);
    const refusal = role instanceof TavoloError ? role : refuseEntry(entry, role, board);
    const error = refusal ?? (outdated ? decisionOutdated() : await refuseRepeated(tx, entry));
    if (error) {
      refused.push({ entry, error });
      broken ||= entry.type === "edit";
      continue;
    }
    // The gate, or whoever judged, decided about the item for another role: they are asked once more.
    const actor = { ...entry.actor, role: role as Role };
    broken ||= (entry.type === "edit" || decision !== null) && role !== entry.actor.role;
    if (broken) {
      postponed.push({ ...entry, actor });
      continue;
    }
    board.headSeq += 1;
    const at = (entry.type === "edit" && entry.at) || standings.now;
    const commit = { seq: board.headSeq, at };
    if (decision) lastDecisions.add(board.id, decision, commit.seq);
    added.push({ board, entry, commit });
    committed.push({ entry, commit });
  }
  return { committed, refused, postponed };
}

/** An edit whose key another process has answered meanwhile; the board is locked, so that none can from here on. */
async function refuseRepeated(tx: EntityManager, entry: QueueEntry): Promise<TavoloError | null> {
  const receipt = entry.type === "edit" ? entry.receipt : undefined;
  return receipt && (await findReceipt(tx, receipt)) ? editLost() : null;
}

/** The board’s row, or the item’s, follows what was decided, in the transaction that journals it. */
async function followDecision(tx: EntityManager, { board, entry, commit: { seq, at } }: NumberedEntry) {
  if (entry.type !== "decision") return;
  const { decision, actor } = entry;
  if (isItemDecision(decision))
    return followItemDecision(tx, board.id, decision, { seq, at, actor: actor.participantId });
  const changed =
    decision.type === "state"
      ? {
          state: decision.state,
          stateReason: decision.reason,
          stateChangedAt: at,
          stateChangedBy: actor.participantId,
        }
      : decision.type === "archive"
        ? { archivedAt: decision.archived ? at : null, archivedWith: decision.archivedWith }
        : definedOf({ editing: decision.editing, display: decision.display });
  if (Object.keys(changed).length > 0) await tx.nativeUpdate(BoardSchema, board.id, changed);
}

const definedOf = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

async function alreadyCommitted(
  tx: EntityManager,
  board: LockedBoard,
  knownSeq: number,
  entries: readonly QueueEntry[],
): Promise<{ entry: QueueEntry; commit: Commit }[]> {
  if (board.headSeq <= knownSeq) return [];
  const rows = await tx.find(
    JournalEntrySchema,
    { board: board.id, generation: board.generation, seq: { $gt: knownSeq } },
    { orderBy: { seq: "asc" } },
  );
  let next = 0;
  return rows.map((row) => {
    // A decision may have been refused between two that were written; what follows a refused edit was not written.
    while (entries[next]?.type === "decision" && !isWritten(entries[next]!, row)) next += 1;
    const entry = entries[next];
    if (!entry || !isWritten(entry, row))
      throw new Error(`The journal of board ${board.id} was written by another process.`);
    next += 1;
    return { entry, commit: { seq: row.seq, at: row.at } };
  });
}

function isWritten(entry: QueueEntry, { bytes, decision }: JournalEntry): boolean {
  if (entry.type === "decision")
    return isDeepStrictEqual(decision, JSON.parse(JSON.stringify(entry.decision)));
  return bytes != null && Buffer.compare(bytes, entry.bytes) === 0;
}
