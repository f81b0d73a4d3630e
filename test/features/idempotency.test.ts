import { ReceiptSchema } from "@tavolo/server/receipts/receipt.entity.ts";
import { forgetOldReceipts, RECEIPTS_KEPT_DAYS } from "@tavolo/server/receipts/receipt-retention.ts";
import { JournalEntrySchema } from "@tavolo/server/sync/journal/journal-entry.entity.ts";
import { newItemId } from "@tavolo/schema";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { addBoardOfKind } from "../support/board-of-kind.ts";
import { eachDatabase } from "../support/databases.ts";
import { type SeededBoard, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

interface Rows {
  readonly rows: readonly { readonly item: { readonly id: string } | null; readonly error: object | null }[];
  readonly revision: number;
}

const fields = "{ revision rows { index error { code field } item { id ... on PestelFactor { text } } } }";
const add = `mutation ($input: AddPestelFactorsInput!) { done: addPestelFactors(input: $input) ${fields} }`;
const edit = `mutation ($input: EditPestelFactorsInput!) { done: editPestelFactors(input: $input) ${fields} }`;
const remove = `mutation ($input: RemoveItemsInput!) { done: removeItems(input: $input) ${fields} }`;
const addOne = `mutation ($input: AddPestelFactorInput!) { done: addPestelFactor(input: $input) { revision item { id } } }`;

eachDatabase((database) => {
  const server = useTestServer(database);
  let place: SeededBoard;
  let boardId: string;
  beforeEach(async () => {
    place = await seedBoard(server.orm.em, "pestel");
    boardId = place.boardId;
  });

  const send = (document: string, input: object, token = place.moderator.token) =>
    server.graphql.withToken(token).send<{ done: unknown }>(document, { input: { boardId, ...input } });
  const run = async <Done = Rows>(document: string, input: object, token?: string): Promise<Done> => {
    const { data, errors } = await send(document, input, token);
    expect(errors).toEqual([]);
    return data!.done as Done;
  };
  const codeOf = async (document: string, input: object) =>
    (await send(document, input)).errors[0]?.extensions.code;
  const steps = () => server.orm.em.fork().count(JournalEntrySchema, { board: boardId });
  const receipts = () => server.orm.em.fork().find(ReceiptSchema, { board: boardId });
  const items = [
    { section: "L", text: "A law" },
    { section: "nowhere", text: "A dream" },
    { section: "P", text: "A party" },
  ];

  describe("a call under a key", () => {
    test("is answered as before when it comes again, and nothing is written", async () => {
      const first = await run(add, { items, idempotencyKey: "import-1" });
      expect(first.rows.map(({ error }) => error)).toEqual([
        null,
        { code: "UNKNOWN_SECTION", field: "section" },
        null,
      ]);
      const written = await steps();
      expect(await run(add, { items, idempotencyKey: "import-1" })).toEqual(first);
      expect(await steps()).toBe(written);
      expect(await receipts()).toMatchObject([{ key: "import-1", revision: first.revision }]);
    });

    test("is refused for anything else than it was first used for", async () => {
      await run(add, { items, idempotencyKey: "import-1" });
      const others = [
        [add, { items: items.slice(0, 1) }],
        [add, { items: [] }],
        [edit, { items: [{ id: newItemId(), text: "Other" }] }],
        [remove, { collection: "factors", ids: [newItemId()] }],
      ] as const;
      for (const [document, input] of others)
        expect(await codeOf(document, { ...input, idempotencyKey: "import-1" })).toBe(
          "IDEMPOTENCY_KEY_REUSED",
        );
    });

    test("is written once when it comes several times at once", async () => {
      await run(add, { items });
      const before = await steps();
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => run(add, { items, idempotencyKey: "at-once" })),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(await steps()).toBe(before + 1);
    });

    test("is somebody’s own, on one board", async () => {
      const { token } = await place.seat("contributor", "Heron");
      const mine = await run(add, { items, idempotencyKey: "1" });
      const theirs = await run(add, { items: items.slice(1), idempotencyKey: "1" }, token);
      expect(theirs.revision).toBe(mine.revision + 1);
      boardId = await addBoardOfKind(server.orm.em, place, "pestel");
      expect((await run(add, { items: items.slice(2), idempotencyKey: "1" })).rows).toHaveLength(1);
    });

    test("is not repeated over what others changed meanwhile, and tells the items as they are now", async () => {
      const { rows } = await run(add, { items: items.slice(0, 1) });
      const id = rows[0]!.item!.id;
      const mine = { items: [{ id, text: "Mine" }], idempotencyKey: "edit-1" };
      const { revision } = await run(edit, mine);
      await run(edit, { items: [{ id, text: "Theirs" }] });
      expect(await run(edit, mine)).toMatchObject({ revision, rows: [{ item: { id, text: "Theirs" } }] });
    });

    test("is remembered also where nothing was changed, and where nothing held", async () => {
      const { rows } = await run(add, { items: items.slice(0, 1) });
      const id = rows[0]!.item!.id;
      const unchanged = { items: [{ id, text: "A law" }], idempotencyKey: "same" };
      const refused = { items: items.slice(1, 2), idempotencyKey: "bad" };
      await run(edit, unchanged);
      await run(add, refused);
      expect((await receipts()).map(({ key }) => key).toSorted()).toEqual(["bad", "same"]);
      await run(edit, { items: [{ id, text: "Another law" }] });
      expect((await run(edit, unchanged)).rows).toMatchObject([{ item: { text: "Another law" } }]);
    });

    test("may be for one item; what refuses that is not remembered", async () => {
      const one = { item: items[0], idempotencyKey: "one" };
      const first = await run<{ item: { id: string } }>(addOne, one);
      expect(await run(addOne, one)).toEqual(first);
      expect(await codeOf(addOne, { item: items[1], idempotencyKey: "two" })).toBe("UNKNOWN_SECTION");
      await run(addOne, { item: items[2], idempotencyKey: "two" });
    });

    test("is answered on a board that was frozen since, and refused for a key that nobody would make", async () => {
      const call = { items, idempotencyKey: "import-1" };
      const first = await run(add, call);
      await run(
        `mutation ($input: FreezeBoardInput!) { done: freezeBoard(input: $input) { board { state } } }`,
        { reason: "Agreed." },
      );
      expect(await run(add, call)).toEqual(first);
      expect(await codeOf(add, { ...call, idempotencyKey: "import-2" })).toBe("BOARD_FROZEN");
      for (const key of ["", "a b", "é", "x".repeat(101)])
        expect(await codeOf(add, { ...call, idempotencyKey: key })).toBe("INVALID_VALUE");
    });
  });

  describe("a receipt", () => {
    test("is committed with the edit that it tells of: never one without the other", async () => {
      await run(add, { items });
      const before = await steps();
      const em = server.orm.em.fork();
      await em.execute("alter table receipt add constraint stop check (key <> 'stopped')");
      const call = run(add, { items, idempotencyKey: "stopped" });
      try {
        await vi.waitUntil(() => server.engine.failingSince() !== null, { timeout: 20_000 });
        expect(await steps()).toBe(before);
        expect(await receipts()).toEqual([]);
      } finally {
        await em.execute("alter table receipt drop constraint stop");
      }
      const { revision } = await call;
      expect(await steps()).toBe(before + 1);
      expect(await receipts()).toMatchObject([{ key: "stopped", revision }]);
    });

    test("of another process keeps the same call from being written again", async () => {
      const first = await run(add, { items, idempotencyKey: "import-1" });
      const [receipt] = await receipts();
      const before = await steps();
      const { participantId } = place.moderator;
      const edited = server.engine.edit({
        boardId,
        actor: { participantId, role: "moderator", kind: "human" },
        apply: (editor) => editor.add("factors", { section: "P", text: "Twice" }),
        receipt: () => ({ ...receipt!, answer: [] }),
      });
      await expect(edited).rejects.toMatchObject({ code: "EDIT_LOST" });
      expect(await steps()).toBe(before);
      expect(await run(add, { items, idempotencyKey: "import-1" })).toEqual(first);
    });

    test("is forgotten when nobody will ask for it any more", async () => {
      await run(add, { items, idempotencyKey: "old" });
      await run(add, { items, idempotencyKey: "new" });
      await server.orm.em
        .fork()
        .nativeUpdate(
          ReceiptSchema,
          { key: "old", board: boardId },
          { at: new Date(Date.now() - (RECEIPTS_KEPT_DAYS + 1) * 86_400_000) },
        );
      expect(await forgetOldReceipts(server.orm.em)).toBe(1);
      expect((await receipts()).map(({ key }) => key)).toEqual(["new"]);
    });
  });
});
