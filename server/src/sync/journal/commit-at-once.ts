import type { EntityManager } from "../../database/entity-manager.ts";
import { HotStatement } from "../../database/hot-statement.ts";
import { goodSession, tokenState } from "../../people/credential.ts";
import { type QueuedEdit, type QueueEntry, SERVER } from "../rooms/queue-entry.ts";
import type { RoomBatch } from "../rooms/room.ts";
import type { BoardActor } from "../sync-engine.ts";
import type { BatchOutcome } from "./commit-batches.ts";
import { keyOf, sessionOf, tokenOf } from "./read-standings.ts";
import { refuseEntry } from "./refuse-entry.ts";

/**
 * Writes everything where every board and every writer stands as the rooms believe, and nothing otherwise. The boards
 * are locked in id order, as every commit does; what is compared is what the lock has found.
 */
const statement = new HotStatement(
  "commit-at-once",
  `with believed as (
     select * from json_to_recordset(?::json)
       as board (id uuid, generation int, head int, state text, archived boolean, becomes int)
   ), locked as (
     select id, generation, head_seq, state, archived_at
       from board where id in (select id from believed) order by id for no key update
   ), writer as (
     select * from json_to_recordset(?::json) as writer (seat uuid, session uuid, token uuid, role text)
   ), entry as (
     select * from json_to_recordset(?::json)
       as entry (board uuid, generation int, seq int, actor uuid, clients jsonb, at timestamptz, bytes text,
                 fresh json, bound uuid)
   ), agreed as (
     select (select count(*) from believed) = (
              select count(*) from believed join locked using (id, generation, state)
               where locked.head_seq = believed.head and (locked.archived_at is not null) = believed.archived
            )
        and not exists (
              select from writer
                left join participant seat on seat.id = writer.seat
                left join session on session.id = writer.session
                left join api_token token on token.id = writer.token
               where (seat.role = writer.role and seat.removed_at is null and seat.waiting_since is null) is not true
                  or writer.session is not null and ${goodSession("session")} is not true
                  or writer.token is not null and ${tokenState("token")} is distinct from 'good'
            ) as wholly
   ), written as (
     insert into journal_entry (board, generation, seq, actor, client_ids, at, bytes)
     select board, generation, seq, actor, clients, coalesce(at, date_trunc('milliseconds', now())),
            decode(bytes, 'base64')
       from entry where (select wholly from agreed)
   ), bound as (
     insert into client_binding (board, client_id, actor)
     select board, client_id::bigint, bound from entry, json_array_elements_text(fresh) as client_id
      where (select wholly from agreed)
     on conflict do nothing
   ), counted as (
     update board set head_seq = believed.becomes
       from believed where board.id = believed.id and (select wholly from agreed)
   )
   select now() as now from agreed where wholly`,
);

/**
 * Commits what waits in several rooms by one statement, which is a transaction, where that is all there is to it: edits,
 * on boards and by people who stand as their rooms believe. Null where something does not, and nothing is written:
 * `commitBatches` then looks at each entry.
 */
export async function commitAtOnce(
  em: EntityManager,
  batches: readonly RoomBatch[],
): Promise<Map<RoomBatch, BatchOutcome> | null> {
  const edits = new Map<RoomBatch, readonly QueuedEdit[]>();
  for (const batch of batches) {
    const { entries, room } = batch;
    if (!entries.every((entry) => isPlainEdit(entry) && !refuseEntry(entry, entry.actor.role, room.standing)))
      return null;
    edits.set(batch, entries as readonly QueuedEdit[]);
  }
  const all = [...edits.values()].flat();
  const [taken] = await statement.run<{ now: string | Date }>(em, [
    JSON.stringify(batches.map(believedOf)),
    JSON.stringify(writersOf(all)),
    JSON.stringify(
      batches.flatMap((batch) => edits.get(batch)!.map((edit, index) => row(batch, edit, index))),
    ),
  ]);
  if (!taken) return null;
  const now = new Date(taken.now);
  return new Map(
    batches.map((batch) => {
      const before = batch.room.known.committedSeq;
      const committed = edits.get(batch)!.map((entry, index) => ({
        entry,
        commit: { seq: before + index + 1, at: entry.at ?? now },
      }));
      return [batch, { committed, refused: [], postponed: [] }];
    }),
  );
}

const isPlainEdit = (entry: QueueEntry): boolean =>
  entry.type === "edit" && !entry.unquestioned && !entry.receipt;

function believedOf({ room, entries }: RoomBatch) {
  const { boardId: id, generation, standing, known } = room;
  const head = known.committedSeq;
  return {
    id,
    generation,
    head,
    state: standing.state,
    archived: standing.archived,
    becomes: head + entries.length,
  };
}

/** Nobody who may write has another role than their seat’s. */
function writersOf(edits: readonly QueuedEdit[]) {
  const writers = new Map(edits.map(({ actor }) => [`${keyOf(actor)} ${actor.role}`, actor]));
  return Array.from(writers.values(), (actor: BoardActor) => ({
    seat: actor.participantId,
    session: sessionOf(actor),
    token: tokenOf(actor),
    role: actor.role,
  }));
}

function row(
  { room }: RoomBatch,
  { author, clientIds, at, bytes, newClientIds, bound }: QueuedEdit,
  index: number,
) {
  return {
    board: room.boardId,
    generation: room.generation,
    seq: room.known.committedSeq + index + 1,
    actor: author,
    clients: clientIds,
    at,
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64"),
    fresh: newClientIds,
    bound: bound === SERVER ? null : bound,
  };
}
