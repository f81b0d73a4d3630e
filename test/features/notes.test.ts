import { newId, newItemId } from "@tavolo/schema";
import { beforeAll, describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, type SignedIn, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const note = `note {
  id text language translations { language text status } section position { x y } colour factor { code } evidence affected
  charterArticles { code } cluster { id } removed revision author { displayName stakeholderGroup isViewer }
}`;
const add = `mutation ($input: AddNoteInput!) { addNote(input: $input) { revision ${note} } }`;
const edit = `mutation ($input: EditNoteInput!) { editNote(input: $input) { revision ${note} } }`;
const move = `mutation ($input: MoveNoteInput!) { moveNote(input: $input) { revision ${note} } }`;
const remove = `mutation ($input: RemoveNoteInput!) { removeNote(input: $input) { ${note} } }`;
const restore = `mutation ($input: RestoreNoteInput!) { restoreNote(input: $input) { ${note} } }`;
const list = `query ($id: ID!, $first: Int, $after: String, $filter: NoteFilter) {
  board(id: $id) {
    revision counts { notes }
    notes(first: $first, after: $after, filter: $filter) { totalCount nodes { id text } pageInfo { hasNextPage endCursor } }
  }
}`;

interface Note {
  id: string;
  text: string;
  [field: string]: unknown;
}
interface Listed {
  board: {
    revision: number;
    counts: { notes: number };
    notes: { totalCount: number; nodes: Note[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  };
}

/** Runs a mutation of one note and returns the note. */
const write = async (graphql: GraphQLClient, mutation: string, input: object): Promise<Note> => {
  const answer = await graphql.run<Record<string, { note: Note }>>(mutation, { input });
  return Object.values(answer)[0]!.note;
};
const refusalOf = async (graphql: GraphQLClient, query: string, variables: object) =>
  (await graphql.send(query, variables)).errors[0]?.extensions;

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;
  let heron: SignedIn;
  let boardId: string;

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server), display: "NAMED" });
    boardId = table.boardId;
    heron = await table.join({ displayName: "Heron", stakeholderGroup: "CSO" });
  });

  const texts = async (filter: object = {}): Promise<string[]> => {
    const { board } = await heron.graphql.run<Listed>(list, { id: boardId, first: 100, filter });
    return board.notes.nodes.map(({ text }) => text);
  };

  describe("a note", () => {
    test("carries all that it was given", async () => {
      const added = await write(heron.graphql, add, {
        boardId,
        section: "STRENGTHS",
        text: "Aperto fino alle 23 👋",
        language: "IT",
        translations: [{ language: "EN", text: "Open until 11 pm" }],
        colour: "SAGE",
        factor: "F-PLACE",
        evidence: "https://example.org/hours?day=1",
        affected: ["young people"],
        charterArticles: ["CFR-12"],
        position: { x: 120, y: 80.5 },
      });
      expect(added).toMatchObject({
        text: "Aperto fino alle 23 👋",
        language: "IT",
        translations: [{ language: "EN", text: "Open until 11 pm", status: "HUMAN" }],
        section: "STRENGTHS",
        position: { x: 120, y: 80.5 },
        colour: "SAGE",
        factor: { code: "F-PLACE" },
        evidence: "https://example.org/hours?day=1",
        affected: ["young people"],
        charterArticles: [{ code: "CFR-12" }],
        cluster: null,
        removed: false,
        author: { displayName: "Heron", stakeholderGroup: "CSO", isViewer: true },
      });
    });

    test("changes only in what is given, and null takes away", async () => {
      const { id } = await write(heron.graphql, add, {
        boardId,
        section: "WEAKNESSES",
        text: "No lift",
        factor: "F-ACCESS",
        translations: [{ language: "IT", text: "Niente ascensore" }],
      });
      const edited = await write(heron.graphql, edit, {
        boardId,
        id,
        text: "No lift, no ramp",
        factor: null,
        translations: [
          { language: "IT", text: null },
          { language: "FR", text: "Ni ascenseur ni rampe", status: "MACHINE" },
        ],
      });
      expect(edited).toMatchObject({
        text: "No lift, no ramp",
        section: "WEAKNESSES",
        factor: null,
        translations: [{ language: "FR", text: "Ni ascenseur ni rampe", status: "MACHINE" }],
      });
    });

    test("goes into the bin and back, for everybody to see", async () => {
      const { id } = await write(heron.graphql, add, { boardId, section: "THREATS", text: "Sold next year" });
      expect(await write(heron.graphql, remove, { boardId, id })).toMatchObject({ removed: true });
      expect(await texts()).not.toContain("Sold next year");
      const plain = await heron.graphql.run<Listed>(
        `query ($id: ID!) { board(id: $id) { notes(first: 100) { nodes { text } } } }`,
        { id: boardId },
      );
      expect(plain.board.notes.nodes).not.toContainEqual({ text: "Sold next year" });
      expect(await texts({ removed: true })).toEqual(["Sold next year"]);
      expect(await write(table.moderator.graphql, restore, { boardId, id })).toMatchObject({
        removed: false,
      });
      expect(await texts({ section: "THREATS" })).toEqual(["Sold next year"]);
    });

    test("moves before and behind others", async () => {
      const ids: Record<string, string> = {};
      for (const text of ["one", "two", "three"]) {
        ids[text] = (await write(heron.graphql, add, { boardId, section: "OPPORTUNITIES", text })).id;
      }
      await write(heron.graphql, move, { boardId, id: ids["three"], beforeId: ids["two"] });
      expect(await texts({ section: "OPPORTUNITIES" })).toEqual(["one", "three", "two"]);
      await write(heron.graphql, move, { boardId, id: ids["one"], afterId: ids["two"] });
      expect(await texts({ section: "OPPORTUNITIES" })).toEqual(["three", "two", "one"]);
      await write(heron.graphql, move, { boardId, id: ids["two"], afterId: null });
      expect(await texts({ section: "OPPORTUNITIES" })).toEqual(["two", "three", "one"]);
      expect(await write(heron.graphql, move, { boardId, id: ids["one"], section: "THREATS" })).toMatchObject(
        {
          section: "THREATS",
        },
      );
    });

    test("added by GraphQL is on a participant’s screen, and their typing is in the next answer", async () => {
      const token = await tokenOf(table);
      const client = await openBoardClient({ url: server.url, boardId, token });
      const { id } = await write(heron.graphql, add, { boardId, section: "STRENGTHS", text: "A garden" });
      await client.until(() => client.read().notes.some((item) => item.id === id));
      client.editor.setText("notes", id, "text", "A garden and a kitchen");
      await client.saved();
      const edited = await write(heron.graphql, edit, { boardId, id, colour: "SKY" });
      expect(edited).toMatchObject({ text: "A garden and a kitchen", colour: "SKY" });
    });

    test("keeps a caret in its place while an integration rewrites another word", async () => {
      const token = await tokenOf(table);
      const client = await openBoardClient({ url: server.url, boardId, token });
      const { id } = await write(heron.graphql, add, {
        boardId,
        section: "STRENGTHS",
        text: "people feel at home",
      });
      await client.until(() => client.read().notes.some((item) => item.id === id));
      await client.disconnect();
      client.editor.setText("notes", id, "text", "people feel at home here");
      await write(heron.graphql, edit, { boardId, id, text: "PEOPLE feel at home" });
      client.connect();
      await client.until(
        () => client.read().notes.find((item) => item.id === id)?.text === "PEOPLE feel at home here",
      );
    });
  });

  describe("finding notes", () => {
    test("is alike for upper and lower case, in the text and its translations", async () => {
      await write(heron.graphql, add, {
        boardId,
        section: "STRENGTHS",
        text: "Si può entrare SENZA consumare",
        translations: [{ language: "EN", text: "Come in without buying" }],
      });
      for (const text of ["può entrare senza", "PUÒ ENTRARE", "WITHOUT BUYING"]) {
        expect(await texts({ text }), text).toEqual(["Si può entrare SENZA consumare"]);
      }
    });

    test("takes signs that mean something to a database for what they are", async () => {
      await write(heron.graphql, add, { boardId, section: "STRENGTHS", text: "100% ours_ \\o/ 'really'" });
      for (const text of ["100%", "ours_", "\\o/", "'really'", "0% o"]) {
        expect(await texts({ text }), text).toEqual(["100% ours_ \\o/ 'really'"]);
      }
      for (const text of ["%", "_"])
        expect(await texts({ text }), text).toEqual(["100% ours_ \\o/ 'really'"]);
      expect(await texts({ text: "1_0%" })).toEqual([]);
    });

    test("finds nothing by what no text can hold, and says no more about it", async () => {
      expect(await texts({ text: "\0garden" })).toEqual(await texts({ text: "garden" }));
      expect(await texts({ charterArticle: "CFR-\0" })).toEqual([]);
      expect(await texts({ charterArticle: "CFR-99" })).toEqual([]);
    });

    test("goes by section, by article and by cluster", async () => {
      const { id } = await write(heron.graphql, add, {
        boardId,
        section: "WEAKNESSES",
        text: "Few speak up",
        charterArticles: ["CFR-11", "CFR-21"],
      });
      expect(await texts({ charterArticle: "CFR-21" })).toEqual(["Few speak up"]);
      const { addCluster } = await heron.graphql.run<{ addCluster: { cluster: { id: string } } }>(
        `mutation ($input: AddClusterInput!) { addCluster(input: $input) { cluster { id } } }`,
        { input: { boardId, section: "WEAKNESSES", name: "Voices are missing", noteIds: [id] } },
      );
      expect(await texts({ clusterId: addCluster.cluster.id })).toEqual(["Few speak up"]);
      expect(await texts({ clustered: true })).toEqual(["Few speak up"]);
      expect(await texts({ section: "WEAKNESSES", clustered: false })).not.toContain("Few speak up");
      expect(await texts({ clusterId: "no-id" })).toEqual([]);
    });

    test("page by page meets every note once, in reading order", async () => {
      const all = await texts();
      const walked: string[] = [];
      let after: string | null = null;
      do {
        const { board }: Listed = await heron.graphql.run<Listed>(list, { id: boardId, first: 3, after });
        walked.push(...board.notes.nodes.map(({ text }) => text));
        expect(board.notes.totalCount).toBe(all.length);
        expect(board.counts.notes).toBe(all.length);
        after = board.notes.pageInfo.hasNextPage ? board.notes.pageInfo.endCursor : null;
      } while (after);
      expect(walked).toEqual(all);
    });
  });

  describe("what cannot be written", () => {
    const unwritten = async (input: object) =>
      refusalOf(heron.graphql, add, { input: { boardId, ...input } });
    const plain = { section: "STRENGTHS", text: "Fine" };

    test.each([
      [
        "a text beyond its limit",
        { ...plain, text: "a".repeat(281) },
        { code: "TEXT_TOO_LONG", field: "text", limit: 280 },
      ],
      ["an empty text", { ...plain, text: "  " }, { code: "INVALID_VALUE", field: "text" }],
      [
        "an unknown factor",
        { ...plain, factor: "F-NOTHING" },
        { code: "UNKNOWN_REFERENCE", field: "factor" },
      ],
      ["an unknown article", { ...plain, charterArticles: ["CFR-99"] }, { code: "UNKNOWN_REFERENCE" }],
      [
        "more tags than fit",
        { ...plain, affected: Array.from({ length: 13 }, (_, n) => `group ${n}`) },
        { code: "TOO_MANY_ITEMS" },
      ],
      ["a cluster that is not there", { ...plain, clusterId: newItemId() }, { code: "ITEM_NOT_FOUND" }],
    ])("%s", async (_what, input, refusal) => {
      const before = await texts();
      expect(await unwritten(input)).toMatchObject(refusal);
      expect(await texts()).toEqual(before);
    });

    test("an address that a browser would run", async () => {
      const { errors } = await heron.graphql.send(add, {
        input: { boardId, ...plain, evidence: "javascript:alert(1)" },
      });
      expect(errors[0]?.message).toContain("http");
    });

    test("half of an edit whose other half does not fit", async () => {
      const { id } = await write(heron.graphql, add, { boardId, section: "STRENGTHS", text: "Whole" });
      const refusal = await refusalOf(heron.graphql, edit, {
        input: { boardId, id, colour: "ROSE", text: "a".repeat(281) },
      });
      expect(refusal).toMatchObject({ code: "TEXT_TOO_LONG" });
      expect(await write(heron.graphql, edit, { boardId, id, language: "EN" })).toMatchObject({
        text: "Whole",
        colour: "PAPER",
      });
    });

    test("the same id twice", async () => {
      const id = newItemId();
      await write(heron.graphql, add, { boardId, id, ...plain, text: "Once" });
      expect(await unwritten({ ...plain, id, text: "Twice" })).toMatchObject({
        code: "INVALID_VALUE",
        field: "id",
      });
      expect(await texts({ text: "Once" })).toHaveLength(1);
      expect(await texts({ text: "Twice" })).toHaveLength(0);
    });

    test("anything on an unknown note or board", async () => {
      for (const id of [newItemId(), "no-id"]) {
        expect(await refusalOf(heron.graphql, edit, { input: { boardId, id, text: "?" } })).toMatchObject({
          code: "ITEM_NOT_FOUND",
        });
        expect(await refusalOf(heron.graphql, remove, { input: { boardId, id } })).toMatchObject({
          code: "ITEM_NOT_FOUND",
        });
      }
      expect(await refusalOf(heron.graphql, add, { input: { ...plain, boardId: newId() } })).toMatchObject({
        code: "BOARD_NOT_FOUND",
      });
    });

    test("anything by an observer or by nobody", async () => {
      const observer = await table.join({ displayName: "Owl", role: "OBSERVER" });
      expect(await refusalOf(observer.graphql, add, { input: { boardId, ...plain } })).toMatchObject({
        code: "FORBIDDEN",
      });
      expect(await refusalOf(server.graphql, add, { input: { boardId, ...plain } })).toMatchObject({
        code: "UNAUTHENTICATED",
      });
    });

    test("another’s note where everyone edits their own, except by a moderator", async () => {
      const own = await setTable(server, { moderator: table.moderator, editing: "OWN" });
      const [first, second] = [await own.join(), await own.join({ displayName: "Stork" })];
      const { id } = await write(first.graphql, add, { boardId: own.boardId, ...plain });
      const input = { boardId: own.boardId, id };
      for (const [mutation, change] of [
        [edit, { text: "Mine now" }],
        [move, { section: "THREATS" }],
        [remove, {}],
      ] as const) {
        expect(await refusalOf(second.graphql, mutation, { input: { ...input, ...change } })).toMatchObject({
          code: "NOT_OWNER",
        });
      }
      expect(await write(first.graphql, edit, { ...input, text: "Still mine" })).toMatchObject({
        text: "Still mine",
      });
      expect(await write(own.moderator.graphql, edit, { ...input, text: "Tidied" })).toMatchObject({
        text: "Tidied",
      });
    });

    test("anything on a frozen board, with the moderator’s reason", async () => {
      const frozen = await setTable(server, { moderator: table.moderator });
      const { graphql } = frozen.moderator;
      const { id } = await write(graphql, add, { boardId: frozen.boardId, ...plain });
      await graphql.run(
        `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { id } } }`,
        {
          input: { boardId: frozen.boardId, reason: "Agreed." },
        },
      );
      const input = { boardId: frozen.boardId, id };
      for (const [mutation, change] of [
        [add, { ...plain, id: newItemId() }],
        [edit, { text: "Changed" }],
        [move, { section: "THREATS" }],
        [remove, {}],
        [restore, {}],
      ] as const) {
        const { errors } = await graphql.send(mutation, { input: { ...input, ...change } });
        expect(errors[0]).toMatchObject({ extensions: { code: "BOARD_FROZEN", reason: "Agreed." } });
        expect(errors[0]?.message).toContain("Agreed.");
      }
      const { board } = await graphql.run<Listed>(list, { id: frozen.boardId });
      expect(board.notes.nodes).toEqual([{ id, text: "Fine" }]);
    });
  });
});

/** An integrator’s token, which the sync socket takes too. */
const tokenOf = async ({ moderator, projectId }: Table): Promise<string> => {
  const { createApiToken } = await moderator.graphql.run<{ createApiToken: { token: string } }>(
    `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
    { input: { projectId, name: "Screen" } },
  );
  return createApiToken.token;
};
