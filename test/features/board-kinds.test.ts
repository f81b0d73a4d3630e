import { boardKinds, editBoard, OPENABLE_KINDS, readItem } from "@tavolo/schema";
import { boardTypeName, itemTypeName, pageName } from "@tavolo/server/kinds/type-names.ts";
import { describe, expect, test } from "vitest";
import { askItem } from "../support/ask-item.ts";
import { openBoardClient } from "../support/board-client.ts";
import { countStatements } from "../support/count-statements.ts";
import { eachDatabase } from "../support/databases.ts";
import { addFilledItem } from "../support/filled-item.ts";
import { type SeededBoard, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

/** Kinds whose items’ types are derived; the SWOT’s notes and clusters have tests of their own. */
const derived = [...boardKinds.values()].filter(({ kind }) => kind !== "swot");

eachDatabase((database) => {
  const server = useTestServer(database);
  const as = ({ moderator }: SeededBoard) => server.graphql.withToken(moderator.token);
  const open = async (board: SeededBoard, kind: string) => {
    const client = await openBoardClient({
      url: server.url,
      boardId: board.boardId,
      token: board.moderator.token,
    });
    const definition = boardKinds.get(kind)!;
    return { client, definition, editor: editBoard(definition, client.doc, { origin: "test" }) };
  };
  const codeOf = async (board: SeededBoard, document: string, variables: object) =>
    (await as(board).send(document, variables)).errors[0]?.extensions.code;

  describe.each(derived.map((board) => [board.kind, board] as const))("a board of %s", (kind, definition) => {
    test("answers by its own types everything that a person writes on it", async () => {
      const board = await seedBoard(server.orm.em, kind);
      const { client, editor } = await open(board, kind);
      const collections = Object.keys(definition.collections);
      const ids = collections.map((name) => [name, addFilledItem(definition, editor, name)] as const);
      await client.saved();
      await server.engine.caughtUp(board.boardId);

      for (const [collection, id] of ids) {
        const { selection, expected } = askItem(definition, collection);
        const page = pageName(kind, collection);
        const answer = await as(board).run<{
          board: Record<string, { nodes: ({ id: string; __typename: string } & object)[] }>;
        }>(
          `query ($id: ID!) { board(id: $id) { __typename ... on ${boardTypeName(kind)} {
             ${page} { nodes { __typename author { displayName } ${selection} } } } } }`,
          { id: board.boardId },
        );
        expect(answer.board["__typename"]).toBe(boardTypeName(kind));
        const told = answer.board[page]!.nodes.find((node) => node.id === id);
        const item = readItem(definition, client.doc, collection, id)!;
        expect(told).toEqual({
          __typename: itemTypeName(definition, collection),
          author: { displayName: "Moderator" },
          ...expected(item),
        });
      }
    });

    test("has what every board has: sections of its own method, counts, items, and none of the SWOT’s notes", async () => {
      const board = await seedBoard(server.orm.em, kind);
      const { client, editor } = await open(board, kind);
      const [collection = ""] = Object.keys(definition.collections);
      const id = addFilledItem(definition, editor, collection);
      await client.saved();
      await server.engine.caughtUp(board.boardId);
      const answer = await as(board).run<{ board: object; items: { nodes: { id: string }[] } }>(
        `query ($id: ID!, $project: ID!, $kind: BoardKind!, $collection: String!) {
           board(id: $id) {
             kind title template { kind offered } sections { key sectionKey name row noteCount }
             counts { items } notes { nodes { text author { displayName } } } clusters { totalCount }
           }
           items(filter: { project: $project, kind: $kind, collection: $collection }) {
             nodes { __typename id collection board { id } }
           }
         }`,
        { id: board.boardId, project: board.projectId, kind: kind.toUpperCase(), collection },
      );
      expect(answer.board).toMatchObject({
        kind: kind.toUpperCase(),
        template: { kind: kind.toUpperCase(), offered: OPENABLE_KINDS.has(kind) },
        sections: definition.sections.map(({ key, name }) => ({
          key: null,
          sectionKey: key,
          name: name.en,
          row: null,
        })),
        notes: { nodes: [] },
        clusters: { totalCount: 0 },
      });
      expect(answer.items.nodes.find((item) => item.id === id)).toEqual({
        __typename: itemTypeName(definition, collection),
        id,
        collection,
        board: { id: board.boardId },
      });
    });

    test("tells what happens on it", async () => {
      const board = await seedBoard(server.orm.em, kind);
      const { client, editor } = await open(board, kind);
      const [collection = ""] = Object.keys(definition.collections);
      const id = addFilledItem(definition, editor, collection);
      editor.remove(collection, id);
      await client.saved();
      await server.engine.caughtUp(board.boardId);
      const following = subscribe<{ boardEvents: { __typename: string; item: object } }>(
        openGraphQLSocket(server, { token: board.moderator.token }),
        `subscription ($id: ID!) { boardEvents(boardId: $id, after: 0, types: [ITEM_REMOVED]) {
           __typename ... on ItemRemoved { item { __typename id removed } } } }`,
        { id: board.boardId },
      );
      expect((await following.next()).boardEvents).toEqual({
        __typename: "ItemRemoved",
        item: { __typename: itemTypeName(definition, collection), id, removed: true },
      });
    });

    test("refuses by name what it has not: a SWOT’s notes", async () => {
      const board = await seedBoard(server.orm.em, kind);
      const { boardId } = board;
      const refused = async (mutation: string, input: object) => {
        const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
        return codeOf(board, `mutation ($input: ${type}) { ${mutation}(input: $input) { __typename } }`, {
          input,
        });
      };
      const note = { boardId, section: "STRENGTHS", text: "One" };
      expect(await refused("addNote", note)).toBe("BOARD_KIND_UNSUITABLE");
    });
  });

  test("a board is made of every template that is offered, and of no other", async () => {
    const board = await seedBoard(server.orm.em);
    const { templates } = await as(board).run<{
      templates: { id: string; kind: string; offered: boolean }[];
    }>("{ templates(offered: null) { id kind offered } }");
    const make = `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { kind template { id } } } }`;
    const inputOf = (templateId: string) => ({ workshopId: board.workshopId, templateId, title: "Second" });
    for (const { id, kind } of templates.filter(({ offered }) => offered)) {
      const made = await as(board).run(make, { input: inputOf(id) });
      expect(made).toEqual({ createBoard: { board: { kind, template: { id } } } });
    }
    for (const { id } of templates.filter(({ offered }) => !offered)) {
      expect(await codeOf(board, make, { input: inputOf(id) })).toBe("TEMPLATE_NOT_OFFERED");
    }
    expect(templates.filter(({ offered }) => !offered).map(({ kind }) => kind)).toEqual(["FREE_BOARD"]);
  });

  test("a SWOT is a SwotBoard, and what is asked of any board needs no type", async () => {
    const board = await seedBoard(server.orm.em);
    const answer = await as(board).run(
      `query ($id: ID!) { board(id: $id) {
         __typename revision sections { key sectionKey row } notes { nodes { text author { displayName } } } } }`,
      { id: board.boardId },
    );
    expect(answer).toMatchObject({
      board: {
        __typename: "SwotBoard",
        revision: 0,
        sections: [{ key: "STRENGTHS", sectionKey: "S" }, {}, {}, {}],
      },
    });
  });

  test("a page is narrowed by section, words and bin, and is read by as many statements for forty as for two", async () => {
    const board = await seedBoard(server.orm.em, "theory_of_change");
    const { client, editor } = await open(board, "theory_of_change");
    const step = (text: string, section = "inputs") => editor.add("steps", { section, text });
    const join = (n: number) =>
      editor.add("links", { from: step(`Money ${n}`), to: step(`Visits ${n}`, "activities") });
    join(1);
    await client.saved();
    await server.engine.caughtUp(board.boardId);
    const linked = `query ($id: ID!) { board(id: $id) { ... on TheoryOfChangeBoard {
      links(first: 100) { nodes { author { stakeholderGroup } from { text } to { text } } } } } }`;
    const read = () => as(board).run(linked, { id: board.boardId });
    const few = await countStatements(server, read);
    for (let n = 2; n <= 40; n += 1) join(n);
    editor.remove("steps", step("Money lost"));
    await client.saved();
    await server.engine.caughtUp(board.boardId);
    expect(await countStatements(server, read)).toBe(few);

    const texts = async (filter: string) =>
      (
        await as(board).run<{ board: { steps: { nodes: { text: string }[] } } }>(
          `query ($id: ID!) { board(id: $id) { ... on TheoryOfChangeBoard {
             steps(first: 3, filter: ${filter}) { nodes { text } } } } }`,
          { id: board.boardId },
        )
      ).board.steps.nodes.map(({ text }) => text);
    expect(await texts("{ section: ACTIVITIES }")).toEqual(["Visits 1", "Visits 2", "Visits 3"]);
    expect(await texts('{ text: "visit 37" }')).toEqual(["Visits 37"]);
    expect(await texts("{ removed: true }")).toEqual(["Money lost"]);
  });
});
