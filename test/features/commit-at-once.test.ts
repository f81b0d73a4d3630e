import { newId } from "@tavolo/schema";
import { commitAtOnce } from "@tavolo/server/sync/journal/commit-at-once.ts";
import type { QueuedEdit } from "@tavolo/server/sync/rooms/queue-entry.ts";
import type { Room, RoomBatch } from "@tavolo/server/sync/rooms/room.ts";
import type { BoardActor } from "@tavolo/server/sync/sync-engine.ts";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

interface Believed extends Partial<Room["standing"]> {
  boardId?: string;
  head?: number;
  generation?: number;
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;
  let actor: BoardActor;
  let token: string;

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server) });
    const { createApiToken } = await table.moderator.graphql.run<{
      createApiToken: { apiToken: { id: string } };
    }>(`mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { apiToken { id } } }`, {
      input: { projectId: table.projectId, name: "Script" },
    });
    token = createApiToken.apiToken.id;
    await server.engine.caughtUp(table.boardId);
  });
  beforeEach(async () => {
    const { participantId } = await table.join({ displayName: "Heron" });
    const [session] = await run("select id, person from session order by created_at desc limit 1");
    const viewer = { kind: "person", personId: session!["person"]!, sessionId: session!["id"]! } as const;
    actor = { participantId, role: "contributor", kind: "human", viewer };
  });

  const run = (sql: string, values: unknown[] = []) =>
    server.orm.em.fork().execute<Record<string, string>[]>(sql, values);
  const headOf = async (boardId: string) =>
    Number((await run("select head_seq from board where id = ?", [boardId]))[0]!["head_seq"]);
  const written = async () =>
    Number((await run("select count(*) as entries from journal_entry"))[0]!["entries"]);

  /** What a room hands over that believes its board to be as it is, or otherwise where that is given. */
  const batchOf = async ({ boardId = table.boardId, ...believed }: Believed = {}) => {
    const { head = await headOf(table.boardId), generation = 1, ...standing } = believed;
    const room = {
      boardId,
      generation,
      standing: { state: "open", stateReason: null, archived: false, ...standing },
      known: { committedSeq: head },
    } as Room;
    const edit = (clientId: number) => ({
      type: "edit",
      actor,
      author: actor.participantId,
      bytes: Uint8Array.of(0, 255, clientId),
      clientIds: [clientId],
      newClientIds: [clientId],
      bound: actor.participantId,
      at: null,
    });
    return { room, entries: [edit(7), edit(8)] as unknown as QueuedEdit[] } as unknown as RoomBatch;
  };
  const commit = async (...batches: RoomBatch[]) => commitAtOnce(server.orm.em, batches);
  const expectNothing = async (batch: RoomBatch) => {
    const before = await written();
    expect(await commit(batch)).toBeNull();
    expect(await written()).toBe(before);
  };

  describe("a commit of one statement", () => {
    test("writes entries, bindings and the board’s head, all at the same time of the database", async () => {
      const batch = await batchOf();
      const head = await headOf(table.boardId);
      const outcome = (await commit(batch))!.get(batch)!;
      expect(outcome.committed.map(({ commit: { seq } }) => seq)).toEqual([head + 1, head + 2]);
      expect(await headOf(table.boardId)).toBe(head + 2);
      const rows = await run(
        "select seq, actor, client_ids, at, bytes from journal_entry where board = ? and seq > ? order by seq",
        [table.boardId, head],
      );
      expect(rows).toMatchObject([
        { seq: head + 1, actor: actor.participantId, client_ids: [7] },
        { seq: head + 2, actor: actor.participantId, client_ids: [8] },
      ]);
      expect(rows.map(({ bytes }) => [...(bytes as unknown as Uint8Array)])).toEqual([
        [0, 255, 7],
        [0, 255, 8],
      ]);
      for (const [index, { at }] of rows.entries())
        expect(outcome.committed[index]!.commit.at).toEqual(new Date(at!));
      const bound = await run("select actor from client_binding where board = ? and client_id in (7, 8)", [
        table.boardId,
      ]);
      expect(bound.map((row) => row["actor"])).toEqual([actor.participantId, actor.participantId]);
    });

    test("keeps the original time of what is loaded", async () => {
      const batch = await batchOf();
      const at = new Date("2024-05-06T07:08:09.010Z");
      const entries = batch.entries.map((entry) => ({ ...entry, at })) as readonly QueuedEdit[];
      const loaded = { ...batch, entries };
      expect((await commit(loaded))!.get(loaded)!.committed[0]!.commit.at).toEqual(at);
      const [row] = await run("select at from journal_entry where board = ? order by seq desc limit 1", [
        table.boardId,
      ]);
      expect(new Date(row!["at"]!)).toEqual(at);
    });
  });

  describe("[JOURNAL-1] it writes nothing", () => {
    afterEach(async () => {
      await run("update board set state = 'open', archived_at = null, generation = 1 where id = ?", [
        table.boardId,
      ]);
      await run(
        "update api_token set revoked_at = null, expires_at = now() + interval '1 day' where id = ?",
        [token],
      );
    });

    test("on a board that has come further than its room knows, or less far", async () => {
      const head = await headOf(table.boardId);
      await expectNothing(await batchOf({ head: head - 1 }));
      await expectNothing(await batchOf({ head: head + 1 }));
    });

    test.for([
      ["was frozen", "state = 'frozen'"],
      ["was put into the archive", "archived_at = now()"],
      ["began another generation", "generation = 2"],
    ] as const)("on a board that %s meanwhile", async ([, change]) => {
      const batch = await batchOf();
      await run(`update board set ${change} where id = ?`, [table.boardId]);
      await expectNothing(batch);
    });

    test("on a board that is not there", async () => {
      await expectNothing(await batchOf({ boardId: newId() }));
    });

    test.for([
      ["was removed", "removed_at = now()"],
      ["waits to be admitted", "waiting_since = now()"],
      ["has another role", "role = 'observer'"],
    ] as const)("by somebody whose seat %s", async ([, change]) => {
      await run(`update participant set ${change} where id = ?`, [actor.participantId]);
      await expectNothing(await batchOf());
    });

    test("by somebody who has no seat", async () => {
      actor = { ...actor, participantId: newId() };
      await expectNothing(await batchOf());
    });

    test.for([
      ["was ended", "revoked_at = now()"],
      ["is over", "expires_at = now()"],
      ["was idle for too long", "last_seen_at = now() - interval '400 days'"],
    ] as const)("by a session that %s", async ([, change]) => {
      const { viewer } = actor as { viewer: { sessionId: string } };
      await run(`update session set ${change} where id = ?`, [viewer.sessionId]);
      await expectNothing(await batchOf());
    });

    const comeByToken = () => {
      const { participantId } = actor;
      const { projectId } = table;
      const viewer = {
        kind: "integration",
        tokenId: token,
        participantId,
        projectId,
        scope: "write",
      } as const;
      actor = { ...actor, kind: "integration", viewer };
    };

    test.for([
      ["was revoked", "revoked_at = now()"],
      ["has expired", "expires_at = now()"],
    ] as const)("by a token that %s", async ([, change]) => {
      comeByToken();
      await run(`update api_token set ${change} where id = ?`, [token]);
      await expectNothing(await batchOf());
    });

    test("unlike by a token that is good", async () => {
      comeByToken();
      expect(await commit(await batchOf())).not.toBeNull();
    });

    test("of all boards, where one of them stands otherwise", async () => {
      const other = await setTable(server, { moderator: table.moderator });
      await server.engine.caughtUp(other.boardId);
      const before = await written();
      expect(await commit(await batchOf(), await batchOf({ boardId: other.boardId, head: 99 }))).toBeNull();
      expect(await written()).toBe(before);
    });

    test("that is refused by how the board is believed to stand, or is a decision", async () => {
      await expectNothing(await batchOf({ state: "frozen" }));
      const batch = await batchOf();
      const decision = { type: "decision", actor, decision: { type: "policy", editing: "own" } };
      await expectNothing({ ...batch, entries: [...batch.entries, decision] } as unknown as RoomBatch);
    });
  });
});
