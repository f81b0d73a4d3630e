import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { projectBoard } from "@tavolo/server/sync/projection/project-board.ts";
import { loadRoom } from "@tavolo/server/sync/rooms/load-room.ts";
import { beforeAll, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const add = `mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`;

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server) });
    for (const text of ["One", "Two", "Three"])
      await table.moderator.graphql.run(add, {
        input: { boardId: table.boardId, section: "STRENGTHS", text },
      });
  });

  const rows = async () => {
    const em = server.orm.em.fork();
    const of = (sql: string) => em.execute<Record<string, unknown>[]>(sql, [table.boardId]);
    return {
      board: await of("select head_seq, projected_seq, event_number from board where id = ?"),
      items: await of("select * from board_item where board = ? order by id"),
      events: await of("select * from board_event where board = ? order by number"),
    };
  };

  test("[PROJECT-2] projected again, steps change nothing: also where less is known than was projected", async () => {
    const expected = await rows();
    const em = server.orm.em.fork();
    await em.execute("delete from board_item where board = ?", [table.boardId]);
    await em.execute("delete from board_event where board = ?", [table.boardId]);
    await em.execute("update board set projected_seq = 0, event_number = 0 where id = ?", [table.boardId]);
    const board = await em.findOneOrFail(BoardSchema, table.boardId);
    const { content, unprojected: steps } = await loadRoom(server.orm.em, board);
    const { ledger } = content;

    const project = (projectedSeq: number) =>
      projectBoard(server.orm.em, { boardId: table.boardId, ledger, steps, projectedSeq });
    const { events } = await project(0);
    expect(events.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await rows()).toEqual(expected);

    expect((await project(0)).events).toEqual([]);
    expect((await project(steps[1]!.seq)).events).toEqual([]);
    expect(await rows()).toEqual(expected);
  });

  test("what the journal does not hold is not projected", async () => {
    const before = await rows();
    const em = server.orm.em.fork();
    const board = await em.findOneOrFail(BoardSchema, table.boardId);
    const { content } = await loadRoom(server.orm.em, board);
    const beyond = { seq: board.headSeq + 1, at: new Date(), actor: null, changes: [], decision: null };
    const { projectedSeq } = board;
    const { ledger } = content;
    const projection = { boardId: table.boardId, ledger, steps: [beyond], projectedSeq };
    expect((await projectBoard(server.orm.em, projection)).events).toEqual([]);
    expect(await rows()).toEqual(before);
  });
});
