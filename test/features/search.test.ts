import { beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator, type SignedIn, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const search = `query ($text: String!, $first: Int) {
  search(text: $text, first: $first) {
    projects { name }
    workshops { title }
    boards { title }
    notes { text board { id title } author { displayName } }
    clusters { name }
  }
}`;
interface Found {
  search: {
    projects: { name: string }[];
    workshops: { title: string }[];
    boards: { title: string }[];
    notes: { text: string; board: { id: string }; author: { displayName: string | null } }[];
    clusters: { name: string }[];
  };
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;
  let guest: SignedIn;
  let moderator: Awaited<ReturnType<typeof signInAdministrator>>;

  const find = async (graphql: GraphQLClient, text: string) =>
    (await graphql.run<Found>(search, { text })).search;
  const notesFound = async (graphql: GraphQLClient, text: string) =>
    (await find(graphql, text)).notes.map((note) => note.text);

  beforeAll(async () => {
    moderator = await signInAdministrator(server);
    table = await setTable(server, { moderator, display: "GROUP" });
    guest = await table.join({ displayName: "Kestrel" });
    const add = (input: object) =>
      guest.graphql.run(`mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`, {
        input: { boardId: table.boardId, section: "STRENGTHS", ...input },
      });
    await add({
      text: "La città è aperta la sera",
      language: "IT",
      translations: [{ language: "DE", text: "Abends ist die Stadt geöffnet", status: "HUMAN" }],
    });
    await add({ text: "Rooms/halls by e-mail, co-construction" });
    await add({ text: "Świetlica otwarta dla młodzieży", language: "PL" });
    await guest.graphql.run(
      `mutation ($input: AddClusterInput!) { addCluster(input: $input) { revision } }`,
      { input: { boardId: table.boardId, section: "STRENGTHS", name: "Evenings belong to everyone" } },
    );
  });

  describe("a search", () => {
    test("finds notes by the beginnings of words, without accents, in any language and translation", async () => {
      const { graphql } = guest;
      for (const text of ["citta", "CITTÀ sera", "ape", "geoffnet", "Abends Stadt"]) {
        expect(await notesFound(graphql, text), text).toEqual(["La città è aperta la sera"]);
      }
      for (const text of ["halls", "mail", "construction", "co-construction"]) {
        expect(await notesFound(graphql, text), text).toEqual(["Rooms/halls by e-mail, co-construction"]);
      }
      expect(await notesFound(graphql, "SWIETLICA młodz")).toEqual(["Świetlica otwarta dla młodzieży"]);
      expect(await notesFound(graphql, "città rooms")).toEqual([]);
    });

    test("finds projects, workshops, boards and clusters, and shows writers as the board does", async () => {
      const { graphql } = guest;
      expect(await find(graphql, "shared spaces")).toMatchObject({
        projects: [{ name: "Rights in shared spaces" }],
        workshops: [],
      });
      expect((await find(graphql, "round")).workshops).toEqual([{ title: "First round table" }]);
      expect((await find(graphql, "swot")).boards).toEqual([{ title: "SWOT" }]);
      expect((await find(graphql, "evenings")).clusters).toEqual([{ name: "Evenings belong to everyone" }]);
      expect((await find(graphql, "citta")).notes[0]?.author).toEqual({ displayName: null });
      expect(await find(graphql, "kestrel")).toEqual({
        projects: [],
        workshops: [],
        boards: [],
        notes: [],
        clusters: [],
      });
    });

    test("finds nothing where one takes no part", async () => {
      const other = await setTable(server, { moderator });
      const stranger = await other.join();
      expect(await notesFound(stranger.graphql, "citta")).toEqual([]);
      expect((await find(stranger.graphql, "swot")).boards).toHaveLength(1);
      expect((await server.graphql.send(search, { text: "citta" })).errors[0]?.extensions.code).toBe(
        "UNAUTHENTICATED",
      );
    });

    test("leaves out the bin and the archive", async () => {
      const { addNote } = await guest.graphql.run<{ addNote: { note: { id: string } } }>(
        `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`,
        { input: { boardId: table.boardId, section: "THREATS", text: "Zebra crossing" } },
      );
      expect(await notesFound(guest.graphql, "zebra")).toEqual(["Zebra crossing"]);
      const input = { boardId: table.boardId, id: addNote.note.id };
      await guest.graphql.run(
        `mutation ($input: RemoveNoteInput!) { removeNote(input: $input) { revision } }`,
        { input },
      );
      expect(await notesFound(guest.graphql, "zebra")).toEqual([]);
      const board = { input: { boardId: table.boardId } };
      await moderator.graphql.run(
        `mutation ($input: BoardArchiveInput!) { archiveBoard(input: $input) { board { id } } }`,
        board,
      );
      expect(await notesFound(guest.graphql, "citta")).toEqual([]);
      expect((await find(guest.graphql, "swot")).boards).toEqual([]);
      await moderator.graphql.run(
        `mutation ($input: BoardArchiveInput!) { restoreBoard(input: $input) { board { id } } }`,
        board,
      );
      expect(await notesFound(guest.graphql, "citta")).toHaveLength(1);
    });

    test("takes whatever is typed, but no book and no endless list", async () => {
      const { graphql } = guest;
      for (const text of ["", "  ", "!!!", "' or 1=1 --", "a & | ! b", "\\", "\0", "<b>"]) {
        expect((await graphql.send(search, { text })).errors, JSON.stringify(text)).toEqual([]);
      }
      const codeOf = async (variables: object) =>
        (await graphql.send(search, variables)).errors[0]?.extensions.code;
      expect(await codeOf({ text: "a".repeat(201) })).toBe("TEXT_TOO_LONG");
      expect(await codeOf({ text: "a", first: 51 })).toBe("INVALID_VALUE");
      expect(await codeOf({ text: "a", first: 0 })).toBe("INVALID_VALUE");
    });
  });
});
