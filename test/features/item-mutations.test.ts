import {
  addressKey,
  type BoardDefinition,
  boardKinds,
  type Field,
  editBoard,
  type LinksField,
  newItemId,
  readItem,
} from "@tavolo/schema";
import { itemTypeName, itemTypePlural } from "@tavolo/server/kinds/type-names.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { askItem, giveField, toldAs } from "../support/ask-item.ts";
import { openBoardClient } from "../support/board-client.ts";
import { connectBoardClient } from "../support/connect-board-client.ts";
import { addBoardOfKind } from "../support/board-of-kind.ts";
import { eachDatabase } from "../support/databases.ts";
import { addFilledItem, filledFields } from "../support/filled-item.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { type SeededBoard, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

/** Every collection whose mutations are derived; the SWOT’s notes and clusters have tests of their own. */
const collections = [...boardKinds.values()]
  .filter(({ kind }) => kind !== "swot")
  .flatMap((definition) =>
    Object.keys(definition.collections).map(
      (collection) => [definition.kind, collection, definition] as const,
    ),
  );

type Told = Record<string, unknown> & { id: string };

eachDatabase((database) => {
  const server = useTestServer(database);
  let place: SeededBoard;
  let graphql: GraphQLClient;
  /** A board of each kind, and an item on it that can be linked to. */
  const targets = new Map<string, { board: string; collection: string; item: string }>();
  const boardOf = (kind: string) => targets.get(kind)!.board;

  const open = async (board: string, definition: BoardDefinition) => {
    const client = await openBoardClient({ url: server.url, boardId: board, token: place.moderator.token });
    return { client, editor: editBoard(definition, client.doc, { origin: "test" }) };
  };

  beforeAll(async () => {
    place = await seedBoard(server.orm.em);
    graphql = server.graphql.withToken(place.moderator.token);
    for (const [kind, definition] of boardKinds) {
      const board = kind === "swot" ? place.boardId : await addBoardOfKind(server.orm.em, place, kind);
      const client = await connectBoardClient({
        url: server.url,
        boardId: board,
        token: place.moderator.token,
      });
      const editor = editBoard(definition, client.doc, { origin: "test" });
      const [collection = ""] = Object.keys(definition.collections);
      targets.set(kind, { board, collection, item: addFilledItem(definition, editor, collection) });
      await client.saved();
      await server.engine.caughtUp(board);
      client.destroy();
    }
  });

  const run = async <Answer>(mutation: string, input: object, fields: string): Promise<Answer> => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
    const answer = await graphql.run<Record<"done", Answer>>(
      `mutation ($input: ${type}) { done: ${mutation}(input: $input) { ${fields} } }`,
      { input },
    );
    return answer.done;
  };

  describe.each(collections)("%s: %s", (kind, collection, definition) => {
    const name = itemTypeName(definition, collection);
    const fields: Readonly<Record<string, Field>> = definition.collections[collection]!.fields;
    const { selection, expected } = askItem(definition, collection);

    /** Something for every field as a mutation takes it, with links that lead somewhere. */
    const filledInput = async () => {
      const { client, editor } = await open(boardOf(kind), definition);
      const filled = filledFields(definition, collection, (target) =>
        addFilledItem(definition, editor, target),
      );
      await client.saved();
      await server.engine.caughtUp(boardOf(kind));
      return Object.fromEntries(
        Object.entries(filled).map(([field, value]) => {
          const declared = fields[field]!;
          if (declared.kind !== "links") return [field, giveField(definition, declared, value)];
          const [to = "swot"] = (declared as LinksField).to;
          const copy = { [addressKey(targets.get(to)!)]: { kind: to, text: "" } };
          return [field, giveField(definition, declared, copy)];
        }),
      );
    };
    const toldOf = (input: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(input).map(([field, given]) => [field, toldAs(fields[field]!, given)]),
      );
    const inDocument = async (id: string) => {
      const { client } = await open(boardOf(kind), definition);
      return expected(readItem(definition, client.doc, collection, id)!);
    };

    test("is added, changed, emptied, moved, put into the bin and taken back", async () => {
      const boardId = boardOf(kind);
      const item = await filledInput();
      const id = newItemId();
      const added = await run<{ item: Told; revision: number }>(
        `add${name}`,
        { boardId, item: { ...item, id } },
        `item { author { displayName } ${selection} } revision`,
      );
      const { author, ...told } = added.item;
      expect(author).toEqual({ displayName: "Moderator" });
      expect(told).toMatchObject({ id, ...toldOf(item) });
      expect(told).toEqual(await inDocument(id));

      const changing = Object.keys(item).filter((field) => field !== "section");
      const emptying = changing.filter((field) => !fields[field]!.required);
      const edit = async (changes: object) =>
        (
          await run<{ item: Told }>(
            `edit${name}`,
            { boardId, item: { id, ...changes } },
            `item { ${selection} }`,
          )
        ).item;
      const emptied = await edit(Object.fromEntries(emptying.map((field) => [field, null])));
      for (const field of emptying) {
        const { initial, kind: fieldKind } = fields[field]!;
        const isMap = fields[field]!.shared === "map";
        const empty = ["choice", "colour", "language"].includes(fieldKind)
          ? giveField(definition, fields[field]!, initial)
          : isMap
            ? []
            : initial;
        expect([field, emptied[field]]).toEqual([field, empty]);
      }
      const again = await edit(Object.fromEntries(changing.map((field) => [field, item[field]])));
      expect(again).toMatchObject(toldOf(item));
      expect(await edit({})).toEqual(again);

      const other = await run<{ item: Told }>(
        `add${name}`,
        { boardId, item: await filledInput() },
        `item { id }`,
      );
      const [first] = definition.sections;
      const to = fields["section"] ? { section: first!.key } : {};
      const moved = await run<{ item: Told }>(
        "moveItem",
        { boardId, collection, id, ...to, ...(fields["section"] ? {} : { afterId: other.item.id }) },
        `item { id sectionKey ... on ${name} { rank } }`,
      );
      expect(moved.item).toMatchObject({ id, sectionKey: fields["section"] ? first!.key : null });
      expect(moved.item["rank"]).not.toBe(again["rank"]);

      const several = (mutation: string) =>
        run<{ rows: { item: Told; error: object | null }[] }>(
          mutation,
          { boardId, collection, ids: [id, newItemId(), other.item.id] },
          `rows { index item { __typename id removed } error { code field } }`,
        );
      for (const [mutation, removed] of [
        ["removeItems", true],
        ["restoreItems", false],
      ] as const) {
        expect((await several(mutation)).rows).toEqual([
          { index: 0, item: { __typename: name, id, removed }, error: null },
          { index: 1, item: null, error: { code: "ITEM_NOT_FOUND", field: "id" } },
          { index: 2, item: { __typename: name, id: other.item.id, removed }, error: null },
        ]);
      }
    });

    test("is written in rows by the same fields", async () => {
      const boardId = boardOf(kind);
      const item = await filledInput();
      const plural = itemTypePlural(definition, collection);
      const rows = `rows { index item { ... on ${name} { ${selection} } } error { code } }`;
      const added = await run<{ rows: { item: Told; error: null }[] }>(
        `add${plural}`,
        { boardId, items: [item, item] },
        rows,
      );
      expect(added.rows).toMatchObject([0, 1].map((index) => ({ index, item: toldOf(item), error: null })));
      const items = added.rows.map((row) => ({ ...item, section: undefined, id: row.item.id }));
      const edited = await run<{ rows: object[] }>(`edit${plural}`, { boardId, items }, rows);
      expect(edited.rows).toEqual(added.rows);
    });
  });
});
