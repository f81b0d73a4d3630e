import { maximumPageSize } from "@tavolo/server/graphql/connection.ts";
import { limits } from "@tavolo/server/graphql/limits.ts";
import { newItemId, swot, editBoard } from "@tavolo/schema";
import { beforeEach, describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { addBoardOfKind } from "../support/board-of-kind.ts";
import { countStatements } from "../support/count-statements.ts";
import { eachDatabase } from "../support/databases.ts";
import { type SeededBoard, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

interface Row {
  readonly index: number;
  readonly item: { readonly id: string; readonly text: string } | null;
  readonly error: { readonly code: string; readonly message: string; readonly field: string | null } | null;
}
interface Rows {
  readonly rows: readonly Row[];
  readonly revision: number;
}

const add = `mutation ($input: AddPestelFactorsInput!) { done: addPestelFactors(input: $input) {
  revision rows { index error { code message field } item { id
    ... on PestelFactor { text section author { displayName } updatedBy { displayName } board { id } } } } } }`;
const edit = `mutation ($input: EditPestelFactorsInput!) { done: editPestelFactors(input: $input) {
  revision rows { index error { code message field } item { id ... on PestelFactor { text } } } } }`;

const factors = (count: number, from = 0) =>
  Array.from({ length: count }, (_, n) => ({ section: "L", text: `Law ${from + n}` }));

eachDatabase((database) => {
  const server = useTestServer(database);
  let place: SeededBoard;
  let boardId: string;
  beforeEach(async () => {
    place = await seedBoard(server.orm.em, "pestel");
    boardId = place.boardId;
  });

  const as = (token = place.moderator.token) => server.graphql.withToken(token);
  const send = (document: string, input: object, token?: string) =>
    as(token).send<{ done: Rows }>(document, { input: { boardId, ...input } });
  const run = async (document: string, input: object, token?: string): Promise<Rows> =>
    (await as(token).run<{ done: Rows }>(document, { input: { boardId, ...input } })).done;
  const count = async () => {
    const answer = await as().run<{ board: { revision: number; factors: { totalCount: number } } }>(
      `query ($id: ID!) { board(id: $id) { revision ... on PestelBoard { factors { totalCount } } } }`,
      { id: boardId },
    );
    return { revision: answer.board.revision, factors: answer.board.factors.totalCount };
  };

  describe("rows that are sent together", () => {
    test("are written where they hold, in one edit, and the others are each told why not", async () => {
      const taken = newItemId();
      await run(add, { items: [{ id: taken, section: "P", text: "There already" }] });
      const before = await count();
      const bad: Readonly<Record<number, [row: object, code: string, field: string]>> = {
        3: [{ section: "nowhere", text: "One" }, "UNKNOWN_SECTION", "section"],
        50: [{ section: "P", text: "x".repeat(10_000) }, "TEXT_TOO_LONG", "text"],
        51: [{ section: "P", text: "  " }, "INVALID_VALUE", "text"],
        120: [{ section: "P", text: "Twice", id: taken }, "INVALID_VALUE", "id"],
        199: [{ section: "P", text: "Too sure", likelihood: 6 }, "INVALID_VALUE", "likelihood"],
      };
      const items = factors(200).map((row, index) => bad[index]?.[0] ?? row);
      const { rows, revision } = await run(add, { items });
      expect(rows.map(({ index }) => index)).toEqual(items.map((_, index) => index));
      for (const [index, [, code, field]] of Object.entries(bad)) {
        expect(rows[Number(index)]).toEqual({
          index: Number(index),
          item: null,
          error: { code, field, message: expect.stringMatching(/^\S.*\.$/) },
        });
      }
      const good = rows.filter(({ error }) => error === null);
      expect(good).toHaveLength(195);
      for (const { index, item } of good)
        expect(item).toMatchObject({
          text: `Law ${index}`,
          section: "L",
          author: { displayName: "Moderator" },
          board: { id: boardId },
        });
      expect(revision).toBe(before.revision + 1);
      expect(await count()).toEqual({ revision, factors: before.factors + 195 });
    });

    test("keep their order on the board", async () => {
      await run(add, { items: factors(30) });
      const answer = await as().run<{ board: { factors: { nodes: { text: string }[] } } }>(
        `query ($id: ID!) { board(id: $id) { ... on PestelBoard { factors(first: ${maximumPageSize}) { nodes { text } } } } }`,
        { id: boardId },
      );
      expect(answer.board.factors.nodes.map(({ text }) => text)).toEqual(factors(30).map(({ text }) => text));
    });

    test("are edited where they hold, each wholly or not at all", async () => {
      const { rows, revision: before } = await run(add, { items: factors(200) });
      const ids = rows.map(({ item }) => item!.id);
      const items = ids.map((id, n) =>
        n === 7
          ? { id: newItemId(), text: "Nothing" }
          : n === 8
            ? { id, text: "Changed with the impact", impact: 9 }
            : n === 9
              ? { id, text: null }
              : { id, text: `Changed ${n}` },
      );
      const edited = await run(edit, { items });
      expect(edited.revision).toBe(before + 1);
      expect([7, 8, 9].map((n) => edited.rows[n]?.error?.code)).toEqual([
        "ITEM_NOT_FOUND",
        "INVALID_VALUE",
        "INVALID_VALUE",
      ]);
      expect(edited.rows.filter(({ item }) => item?.text.startsWith("Changed "))).toHaveLength(197);
      const answer = await as().run<{ board: { factors: { nodes: { text: string }[] } } }>(
        `query ($id: ID!) { board(id: $id) { ... on PestelBoard { factors(filter: { text: "law" }) { nodes { text } } } } }`,
        { id: boardId },
      );
      expect(answer.board.factors.nodes.map(({ text }) => text)).toEqual(["Law 7", "Law 8", "Law 9"]);
    });

    test("are refused item by item where contributors edit only what they added", async () => {
      boardId = await addBoardOfKind(server.orm.em, place, "pestel", "own");
      const { token } = await place.seat("contributor", "Heron");
      const [theirs] = (await run(add, { items: factors(1) })).rows;
      const [own] = (await run(add, { items: factors(1) }, token)).rows;
      const items = [theirs, own].map((row) => ({ id: row!.item!.id, text: "Mine now" }));
      const { rows } = await run(edit, { items }, token);
      expect(rows.map(({ error }) => error?.code ?? null)).toEqual(["NOT_OWNER", null]);
    });

    test("are as many as one may send, and not one more", async () => {
      const items = factors(limits.rows);
      expect((await run(add, { items })).rows.filter(({ item }) => item)).toHaveLength(limits.rows);
      const { errors } = await send(add, { items: [...items, ...factors(1)] });
      expect(errors[0]?.extensions).toMatchObject({
        code: "TOO_MANY_ITEMS",
        limit: limits.rows,
        field: "items",
      });
      expect((await count()).factors).toBe(limits.rows);
    });

    test("count with all that they may answer", async () => {
      const deep = add.replace("board { id }", "board { workshop { boards(first: 100) { nodes { id } } } }");
      const { errors } = await send(deep, { items: factors(1) });
      expect(errors[0]?.extensions).toMatchObject({ code: "QUERY_TOO_COMPLEX", limit: "cost" });
    });

    test("take as many statements for two hundred as for ten", async () => {
      const { client } = await linkedNote();
      const link = { board: client.board, collection: "notes", item: client.note };
      const addSteps = `mutation ($input: AddTheoryOfChangeStepsInput!) { done: addTheoryOfChangeSteps(input: $input) {
        revision rows { index error { code } item { id ... on TheoryOfChangeStep {
          text author { displayName stakeholderGroup } comesFrom { text } } } } } }`;
      boardId = await addBoardOfKind(server.orm.em, place, "theory_of_change");
      const rows = (n: number) =>
        factors(n).map(({ text }) => ({ text, section: "INPUTS", comesFrom: [link] }));
      const statementsFor = (n: number) =>
        countStatements(server, async () => {
          const written = await run(addSteps, { items: rows(n), idempotencyKey: `rows-${n}-${boardId}` });
          expect(written.rows.map(({ error }) => error)).toEqual(Array.from({ length: n }, () => null));
        });
      await statementsFor(1);
      const few = await statementsFor(10);
      expect(await statementsFor(200)).toBe(few);
    });
  });

  /** A note on a SWOT of the same workshop. */
  const linkedNote = async () => {
    const board = await addBoardOfKind(server.orm.em, place, "swot");
    const opened = await openBoardClient({ url: server.url, boardId: board, token: place.moderator.token });
    const note = editBoard(swot, opened.doc, { origin: "test" }).add("notes", {
      section: "S",
      text: "Doors are open",
    });
    await opened.saved();
    await server.engine.caughtUp(board);
    return { client: { board, note } };
  };

  describe("a link", () => {
    const addStep = `mutation ($input: AddTheoryOfChangeStepInput!) { done: addTheoryOfChangeStep(input: $input) {
      item { comesFrom { board collection item kind text } } } }`;
    test("is given by its address; what it says is read, and only what one may see", async () => {
      const { client } = await linkedNote();
      const link = { board: client.board, collection: "notes", item: client.note };
      boardId = await addBoardOfKind(server.orm.em, place, "theory_of_change");
      const give = (comesFrom: object[], token?: string) =>
        send(addStep, { item: { section: "INPUTS", text: "Money", comesFrom } }, token);
      expect((await give([link])).data).toEqual({
        done: { item: { comesFrom: [{ ...link, kind: "swot", text: "Doors are open" }] } },
      });
      const elsewhere = await seedBoard(server.orm.em);
      const unseen = { ...link, board: elsewhere.boardId };
      for (const lost of [
        unseen,
        { ...link, item: newItemId() },
        { ...link, board: newItemId() },
        { ...link, collection: "clusters" },
        { ...link, board: "nonsense" },
      ]) {
        const { errors } = await give([lost]);
        expect(errors[0]?.extensions).toMatchObject({ code: "UNKNOWN_REFERENCE", field: "comesFrom" });
      }
    });
  });
});
