import type { BoardEditor } from "@tavolo/schema";
import { checkBoard } from "@tavolo/server/sync/check/check-board.ts";
import { BoardItemSchema } from "@tavolo/server/sync/projection/board-item.entity.ts";
import type { BoardActor } from "@tavolo/server/sync/sync-engine.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { type SeededBoard, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

eachDatabase((database) => {
  const server = useTestServer(database);
  let board: SeededBoard;
  let ada: BoardActor;
  let notes: string[];

  const em = () => server.orm.em.fork();
  const edit = <T>(apply: (editor: BoardEditor) => T) =>
    server.engine.edit({ boardId: board.boardId, actor: ada, apply });
  const add = async (text: string) =>
    (await edit((editor) => editor.add("notes", { text, section: "S", language: "en" }))).result;
  const check = () => checkBoard(server.orm.em, board.boardId);
  const differences = async () => (await check())?.differences;
  const items = () => em().find(BoardItemSchema, { board: board.boardId }, { orderBy: { id: "asc" } });
  const run = (sql: string, ...values: unknown[]) => em().execute(sql, values);

  beforeEach(async () => {
    board = await seedBoard(server.orm.em);
    const { participantId } = await board.seat("contributor", "Ada");
    ada = { participantId, role: "contributor", kind: "human" };
    notes = [await add("Open late"), await add("A quiet room"), await add("Too loud")];
    await edit((editor) => editor.remove("notes", notes[2]!));
    await edit((editor) => editor.setText("notes", notes[1]!, "text", "A quiet room at night"));
  });

  describe.each([
    ["whose journal is whole", async () => {}],
    ["that was compacted", () => server.engine.compact(board.boardId)],
    [
      "that was compacted and written on since",
      async () => {
        await server.engine.compact(board.boardId);
        await edit((editor) => editor.setText("notes", notes[1]!, "text", "A quiet room, always"));
        notes.push(await add("Since then"));
      },
    ],
  ])("a board %s", (_how, prepare) => {
    beforeEach(prepare);

    it("is as it should be", async () => {
      expect(await check()).toMatchObject({ behind: 0, items: notes.length, differences: [] });
    });

    it("differs where a row says something else, lacks or should not be; a repair writes them anew", async () => {
      const before = await items();
      const [changed, missing] = [notes[1]!, notes[0]!];
      await run(
        `update board_item set content = jsonb_set(content, '{text}', '"Other"') where id = ?`,
        changed,
      );
      await run("update board_item set section = 'W' where id = ?", notes[2]);
      await run("delete from board_item where id = ?", missing);
      await run(
        `insert into board_item select board, collection, ?, section, rank, cluster, removed, content, created_by,
           created_at, created_seq, updated_by, updated_at, updated_seq, project, words, provisions from board_item where id = ?`,
        board.boardId,
        changed,
      );
      expect((await differences())?.toSorted()).toEqual(
        [
          `The row of notes/${changed} differs in content.`,
          `The row of notes/${notes[2]} differs in section.`,
          `notes/${board.boardId} has a row and is not on the board.`,
          `notes/${missing} is on the board and has no row.`,
        ].toSorted(),
      );
      const repaired = await checkBoard(server.orm.em, board.boardId, { repair: true });
      expect(repaired?.differences).toEqual([]);
      expect(await items()).toEqual(before);
    });

    it("differs where somebody else is named as a writer", async () => {
      await run("update board_item set created_by = ? where id = ?", board.moderator.participantId, notes[0]);
      expect((await differences())?.join()).toMatch(new RegExp(`notes/${notes[0]}`));
      await run("update board_event set actor = ? where number = 2", board.moderator.participantId);
      expect((await differences())?.join()).toMatch(/Event 2 names somebody else than step \d+\./);
    });
  });

  it("differs where a step, an event, a binding or what a snapshot says is gone", async () => {
    await run("delete from board_event where number = 2");
    expect(await differences()).toEqual(["Event 3 stands where 2 belongs."]);
    await run("delete from client_binding where board = ?", board.boardId);
    expect((await differences())?.[0]).toMatch(/^Nobody is bound to the client id \d+\.$/);
    await run("update journal_entry set bytes = null where seq = 3 and board = ?", board.boardId);
    expect((await differences())?.join()).toMatch(/Step 3 has no bytes, and no snapshot holds it/);
  });

  it("differs where the snapshot holds another state than it says", async () => {
    await server.engine.compact(board.boardId);
    await run("update board_snapshot set state_vector = '\\x00' where board = ?", board.boardId);
    expect((await differences())?.[0]).toMatch(
      /^The snapshot of step \d+ holds another state than it says\.$/,
    );
  });

  it("that nobody knows is none", async () => {
    expect(await checkBoard(server.orm.em, "0198a000-0000-7000-8000-000000000000")).toBeNull();
  });
});
