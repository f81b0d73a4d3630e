import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const codeOf = async (graphql: GraphQLClient, query: string, variables: object = {}) =>
  (await graphql.send(query, variables)).errors[0]?.extensions.code;

const duplicate = `mutation ($input: DuplicateBoardInput!) { duplicateBoard(input: $input) { board {
  id title state editing display
  workshop { id }
  copiedFrom { revision board { id } }
  counts { notes clusters }
  notes { nodes { text translations { language text } colour affected section cluster { name } author { displayName stakeholderGroup } } }
  clusters { nodes { name noteCount author { displayName stakeholderGroup } } }
} } }`;
interface Copy {
  id: string;
  counts: { notes: number; clusters: number };
  notes: { nodes: Record<string, unknown>[] };
  clusters: { nodes: Record<string, unknown>[] };
  copiedFrom: { revision: number | null; board: { id: string } | null };
}
const move = `mutation ($input: MoveBoardInput!) { moveBoard(input: $input) { board { workshop { id } } } }`;

eachDatabase((database) => {
  const server = useTestServer(database);
  let administrator: Awaited<ReturnType<typeof signInAdministrator>>;
  let table: Table;
  let graphql: GraphQLClient;
  beforeAll(async () => {
    administrator = await signInAdministrator(server);
  });
  beforeEach(async () => {
    table = await setTable(server, { moderator: administrator, editing: "OWN", display: "NAMED" });
    graphql = table.moderator.graphql;
  });

  const newWorkshop = async (projectId = table.projectId) => {
    const { createWorkshop } = await graphql.run<{ createWorkshop: { workshop: { id: string } } }>(
      `mutation ($input: CreateWorkshopInput!) { createWorkshop(input: $input) { workshop { id } } }`,
      { input: { projectId, title: "Second round table" } },
    );
    return createWorkshop.workshop.id;
  };

  /** Two notes in a named cluster, a loose one, and one in the bin. */
  const fill = async (writer: GraphQLClient) => {
    const { boardId } = table;
    const add = async (input: object) => {
      const { addNote } = await writer.run<{ addNote: { note: { id: string } } }>(
        `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`,
        { input: { boardId, section: "STRENGTHS", ...input } },
      );
      return addNote.note.id;
    };
    const ids = [
      await add({ text: "Open late", affected: ["young people"], colour: "SAGE" }),
      await add({ text: "Aperto la sera", language: "IT" }),
    ];
    await add({ text: "A loose thought", section: "THREATS" });
    const binned = await add({ text: "Not this" });
    await writer.run(`mutation ($input: RemoveNoteInput!) { removeNote(input: $input) { revision } }`, {
      input: { boardId, id: binned },
    });
    await writer.run(`mutation ($input: AddClusterInput!) { addCluster(input: $input) { revision } }`, {
      input: { boardId, section: "STRENGTHS", name: "The doors are open", noteIds: ids },
    });
  };

  const copy = async (input: object, as = graphql) =>
    (
      await as.run<{ duplicateBoard: { board: Copy } }>(duplicate, {
        input: { boardId: table.boardId, title: "Once more", ...input },
      })
    ).duplicateBoard.board;

  describe("a copied board", () => {
    test("holds what stood on the original, in its groups, and nobody is said to have written it", async () => {
      const guest = await table.join({ displayName: "Kestrel" });
      await fill(guest.graphql);
      const made = await copy({ content: true });
      expect(made).toMatchObject({
        title: "Once more",
        state: "OPEN",
        editing: "OWN",
        display: "NAMED",
        workshop: { id: table.workshopId },
        counts: { notes: 3, clusters: 1 },
        copiedFrom: { board: { id: table.boardId } },
      });
      expect(made.copiedFrom.revision).toBeGreaterThan(0);
      const nobody = { displayName: null, stakeholderGroup: null };
      expect(made.notes.nodes).toEqual([
        expect.objectContaining({
          text: "Open late",
          colour: "SAGE",
          affected: ["young people"],
          cluster: { name: "The doors are open" },
          author: nobody,
        }),
        expect.objectContaining({ text: "Aperto la sera", author: nobody }),
        expect.objectContaining({
          text: "A loose thought",
          section: "THREATS",
          cluster: null,
          author: nobody,
        }),
      ]);
      expect(made.clusters.nodes).toEqual([{ name: "The doors are open", noteCount: 2, author: nobody }]);
    });

    test("is edited apart from the original, by moderators where everyone changes their own only", async () => {
      const guest = await table.join();
      await fill(guest.graphql);
      const made = await copy({ content: true });
      const notes = `query ($id: ID!) { board(id: $id) { notes { nodes { id text } } } }`;
      type Notes = { board: { notes: { nodes: { id: string; text: string }[] } } };
      const [first] = (await graphql.run<Notes>(notes, { id: made.id })).board.notes.nodes;
      const edit = `mutation ($input: EditNoteInput!) { editNote(input: $input) { note { text } } }`;
      const input = { boardId: made.id, id: first?.id, text: "Open at night" };
      expect(await codeOf(guest.graphql, edit, { input })).toBe("NOT_OWNER");
      await graphql.run(edit, { input });
      const original = (await graphql.run<Notes>(notes, { id: table.boardId })).board.notes.nodes;
      expect(original.map(({ text }) => text)).toContain("Open late");
      await server.restart();
      const after = await server.graphql.as(table.moderator.cookie).run<Notes>(notes, { id: made.id });
      expect(after.board.notes.nodes.map(({ text }) => text)).toContain("Open at night");
    });

    test("comes without content where that is asked, also from a frozen board, and into another project", async () => {
      await fill(graphql);
      await graphql.run(
        `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { state } } }`,
        { input: { boardId: table.boardId, reason: "Agreed." } },
      );
      const other = await setTable(server, { moderator: administrator });
      const made = await copy({ content: false, workshopId: other.workshopId });
      expect(made).toMatchObject({
        state: "OPEN",
        counts: { notes: 0, clusters: 0 },
        workshop: { id: other.workshopId },
        copiedFrom: { revision: null, board: { id: table.boardId } },
      });
      const stranger = await other.join();
      const seen = await stranger.graphql.run(
        `query ($id: ID!) { board(id: $id) { copiedFrom { board { id } } } }`,
        { id: made.id },
      );
      expect(seen["board"]).toEqual({ copiedFrom: { board: null } });
    });

    test("keeps a text that two people made too long together", async () => {
      const { createApiToken } = await graphql.run<{ createApiToken: { token: string } }>(
        `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
        { input: { projectId: table.projectId, name: "Two hands" } },
      );
      const client = await openBoardClient({
        url: server.url,
        boardId: table.boardId,
        token: createApiToken.token,
      });
      const id = client.editor.add("notes", { section: "S", text: "a".repeat(280) });
      const note = client.doc
        .getMap<Map<string, { insert(at: number, text: string): void }>>("notes")
        .get(id);
      note?.get("text")?.insert(280, "b".repeat(40));
      await client.saved();
      const made = await copy({ content: true });
      expect(made.notes.nodes[0]?.["text"]).toBe("a".repeat(280) + "b".repeat(40));
    });

    test("is made by moderators only", async () => {
      const guest = await table.join();
      const input = { boardId: table.boardId, title: "Mine", content: true };
      expect(await codeOf(guest.graphql, duplicate, { input })).toBe("FORBIDDEN");
      expect(await codeOf(server.graphql, duplicate, { input })).toBe("UNAUTHENTICATED");
    });
  });

  describe("a moved board", () => {
    test("is at the new workshop with all that is on it; who sat at the old one only no longer sees it", async () => {
      const guest = await table.join();
      await fill(guest.graphql);
      const workshopId = await newWorkshop();
      const moved = await graphql.run(move, { input: { boardId: table.boardId, workshopId } });
      expect(moved["moveBoard"]).toEqual({ board: { workshop: { id: workshopId } } });
      const read = `query ($id: ID!) { board(id: $id) { counts { notes } } }`;
      expect(await codeOf(guest.graphql, read, { id: table.boardId })).toBe("BOARD_NOT_FOUND");
      expect((await graphql.run(read, { id: table.boardId }))["board"]).toEqual({ counts: { notes: 3 } });
    });

    test("stays in its project, and is moved by moderators only", async () => {
      const guest = await table.join();
      const other = await setTable(server, { moderator: administrator });
      const input = { boardId: table.boardId, workshopId: other.workshopId };
      expect(await codeOf(graphql, move, { input })).toBe("INVALID_VALUE");
      const workshopId = await newWorkshop();
      expect(await codeOf(guest.graphql, move, { input: { ...input, workshopId } })).toBe("FORBIDDEN");
    });
  });
});
