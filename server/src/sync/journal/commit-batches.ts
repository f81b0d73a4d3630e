import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "../../database/entity-manager.ts";
import { boardCondition, can, type Role } from "@tavolo/schema";
import { type Board, BoardSchema } from "../../boards/board.entity.ts";
import { boardFrozen, forbidden, generationChanged, inArchive, TavoloError } from "../../errors.ts";
import { type Commit, type QueueEntry, SERVER } from "../rooms/queue-entry.ts";
import type { RoomBatch } from "../rooms/room.ts";
import type { Decision } from "./decision.ts";
import { ClientBindingSchema } from "./client-binding.entity.ts";
import { JournalEntrySchema } from "./journal-entry.entity.ts";
import { readStandings, type Standings } from "./read-standings.ts";

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
    const boards = new Map(
      (
        await tx.find(
          BoardSchema,
          { id: { $in: batches.map(({ room }) => room.boardId) } },
          { orderBy: { id: "asc" }, lockMode: LockMode.PESSIMISTIC_WRITE },
        )
      ).map((board) => [board.id, board]),
    );
    const standings = await readStandings(
      tx,
      batches.flatMap(({ entries }) => entries.map(({ actor }) => actor)),
    );
    const outcomes = new Map<RoomBatch, BatchOutcome>();
    for (const batch of batches) {
      outcomes.set(batch, await commitBatch(tx, batch, boards.get(batch.room.boardId), standings));
    }
    return outcomes;
  });
}

async function commitBatch(
  tx: EntityManager,
  { room, entries }: RoomBatch,
  board: Board | undefined,
  standings: Standings,
): Promise<BatchOutcome> {
  if (!board || board.generation !== room.generation) {
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
  for (const entry of entries.slice(earlier.length)) {
    const role = entry.unquestioned ? entry.actor.role : standings.roleOf(entry.actor);
    const error = role instanceof TavoloError ? role : refusal(entry, role, board);
    if (error) {
      refused.push({ entry, error });
      broken ||= entry.type === "edit";
      continue;
    }
    // The gate decided item by item for another role: it is asked once more.
    const actor = { ...entry.actor, role: role as Role };
    broken ||= entry.type === "edit" && role !== entry.actor.role;
    if (broken) postponed.push({ ...entry, actor });
    else committed.push({ entry, commit: write(tx, board, entry, standings.now) });
  }
  await bindClients(tx, board, committed.slice(earlier.length));
  return { committed, refused, postponed };
}

function refusal(entry: QueueEntry, role: Role, board: Board): TavoloError | null {
  const archived = Boolean(board.archivedAt);
  const boardState = boardCondition(board.state, archived);
  if (entry.type === "edit") {
    // Item by item the gate has decided; here only what may have changed since: the board’s state, the role.
    const answer = can("note.edit", {
      role,
      boardState,
      editing: "everyone",
      owns: true,
    });
    if (answer.allowed) return null;
    if (answer.code === "ARCHIVED") return inArchive();
    return answer.code === "BOARD_FROZEN" ? boardFrozen(board.stateReason) : forbidden();
  }
  const answer = can(actionOf(entry.decision), { role, boardState, archived });
  if (answer.allowed) return null;
  return answer.code === "ARCHIVED" ? inArchive() : forbidden();
}

function actionOf(decision: Decision) {
  if (decision.type === "archive") return "board.archive";
  if (decision.type === "policy") return "board.update";
  return decision.state === "frozen" ? "board.freeze" : "board.reopen";
}

function write(tx: EntityManager, board: Board, entry: QueueEntry, now: Date): Commit {
  board.headSeq += 1;
  const at = entry.type === "edit" ? (entry.at ?? now) : now;
  tx.create(JournalEntrySchema, {
    board: board.id,
    generation: board.generation,
    seq: board.headSeq,
    actor: entry.type === "edit" ? entry.author : entry.actor.participantId,
    clientIds: entry.type === "edit" ? [...entry.clientIds] : [],
    at,
    bytes: entry.type === "edit" ? entry.bytes : null,
    decision: entry.type === "decision" ? entry.decision : null,
  });
  if (entry.type === "decision") {
    const { decision } = entry;
    if (decision.type === "state") {
      board.state = decision.state;
      board.stateReason = decision.reason;
      board.stateChangedAt = now;
      board.stateChangedBy = entry.actor.participantId;
    } else if (decision.type === "archive") {
      board.archivedAt = decision.archived ? now : null;
      board.archivedWith = decision.archivedWith;
    } else {
      board.editing = decision.editing ?? board.editing;
      board.display = decision.display ?? board.display;
    }
  }
  return { seq: board.headSeq, at };
}

/** The first binding of a client id stays. */
async function bindClients(
  tx: EntityManager,
  board: Board,
  committed: readonly { entry: QueueEntry }[],
): Promise<void> {
  const bindings = new Map<number, string>();
  for (const { entry } of committed) {
    if (entry.type === "edit") for (const id of entry.clientIds) bindings.set(id, entry.bound);
  }
  if (bindings.size === 0) return;
  await tx.upsertMany(
    ClientBindingSchema,
    [...bindings].map(([clientId, actor]) => ({
      board: board.id,
      clientId,
      actor: actor === SERVER ? null : actor,
    })),
    { onConflictAction: "ignore" },
  );
}

async function alreadyCommitted(
  tx: EntityManager,
  board: Board,
  knownSeq: number,
  entries: readonly QueueEntry[],
): Promise<{ entry: QueueEntry; commit: Commit }[]> {
  if (board.headSeq <= knownSeq) return [];
  const rows = await tx.find(
    JournalEntrySchema,
    { board: board.id, generation: board.generation, seq: { $gt: knownSeq } },
    { orderBy: { seq: "asc" } },
  );
  return rows.map((row, index) => {
    const entry = entries[index];
    const same =
      entry?.type === "edit"
        ? row.bytes != null && Buffer.compare(row.bytes, entry.bytes) === 0
        : entry !== undefined && row.decision != null;
    if (!entry || !same) throw new Error(`The journal of board ${board.id} was written by another process.`);
    return { entry, commit: { seq: row.seq, at: row.at } };
  });
}
