import type { EntityManager } from "../../database/entity-manager.ts";
import { type Commit, type QueueEntry, SERVER } from "../rooms/queue-entry.ts";
import type { LockedBoard } from "./lock-boards.ts";

/** A queued entry under the number that the commit gives it. */
export interface NumberedEntry {
  readonly board: LockedBoard;
  readonly entry: QueueEntry;
  readonly commit: Commit;
}

/** Writes the journal of all boards of a commit, whose the new client ids are, and how far each board has come. */
export async function writeJournal(tx: EntityManager, entries: readonly NumberedEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.execute(
    `insert into journal_entry (board, generation, seq, actor, client_ids, at, bytes, decision)
     values ${entries.map(() => "(?, ?, ?, ?, ?, ?, ?, ?)").join(", ")}`,
    entries.flatMap(journalRow),
    "run",
  );
  const bindings = entries.flatMap(bindingRows);
  if (bindings.length > 0) {
    // The first binding of a client id stays.
    await tx.execute(
      `insert into client_binding (board, client_id, actor) values ${bindings.map(() => "(?, ?, ?)").join(", ")}
       on conflict do nothing`,
      bindings.flat(),
      "run",
    );
  }
  const heads = new Map(entries.map(({ board, commit }) => [board.id, commit.seq]));
  await tx.execute(
    `update board set head_seq = head.seq
       from (values ${[...heads].map(() => "(?::uuid, ?::int)").join(", ")}) as head (board, seq)
      where board.id = head.board`,
    [...heads].flat(),
    "run",
  );
}

function journalRow({ board, entry, commit: { seq, at } }: NumberedEntry): unknown[] {
  const row = [board.id, board.generation, seq];
  if (entry.type === "decision") {
    return [...row, entry.actor.participantId, "[]", at, null, JSON.stringify(entry.decision)];
  }
  return [...row, entry.author, JSON.stringify(entry.clientIds), at, Buffer.from(entry.bytes), null];
}

function bindingRows({ board, entry }: NumberedEntry): unknown[][] {
  if (entry.type === "decision") return [];
  const actor = entry.bound === SERVER ? null : entry.bound;
  return entry.newClientIds.map((clientId) => [board.id, clientId, actor]);
}
