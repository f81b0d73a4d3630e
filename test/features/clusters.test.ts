import { newItemId } from "@tavolo/schema";
import { beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { setTable, type SignedIn, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const cluster = `cluster { id name language section removed noteCount notes { text cluster { id } } author { displayName } }`;
const add = `mutation ($input: AddClusterInput!) { addCluster(input: $input) { revision ${cluster} } }`;
const edit = `mutation ($input: EditClusterInput!) { editCluster(input: $input) { revision ${cluster} } }`;
const move = `mutation ($input: MoveClusterInput!) { moveCluster(input: $input) { revision ${cluster} } }`;
const remove = `mutation ($input: RemoveClusterInput!) { removeCluster(input: $input) { ${cluster} } }`;
const restore = `mutation ($input: RestoreClusterInput!) { restoreCluster(input: $input) { ${cluster} } }`;
const addNote = `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`;
const moveNote = `mutation ($input: MoveNoteInput!) { moveNote(input: $input) { note { section cluster { id } } } }`;
const list = `query ($id: ID!, $filter: ClusterFilter) {
  board(id: $id) { counts { notes clusters } clusters(filter: $filter) { totalCount nodes { name } } }
}`;

interface Cluster {
  id: string;
  name: string;
  section: string;
  noteCount: number;
  notes: { text: string; cluster: { id: string } | null }[];
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;
  let heron: SignedIn;
  let boardId: string;

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server), display: "NAMED" });
    boardId = table.boardId;
    heron = await table.join({ displayName: "Heron" });
  });

  const write = async (mutation: string, input: object, by = heron): Promise<Cluster> => {
    const answer = await by.graphql.run<Record<string, { cluster: Cluster }>>(mutation, {
      input: { boardId, ...input },
    });
    return Object.values(answer)[0]!.cluster;
  };
  const note = async (text: string, section = "STRENGTHS"): Promise<string> => {
    const { addNote: added } = await heron.graphql.run<{ addNote: { note: { id: string } } }>(addNote, {
      input: { boardId, section, text },
    });
    return added.note.id;
  };
  const refusalOf = async (query: string, input: object, by = heron) =>
    (await by.graphql.send(query, { input: { boardId, ...input } })).errors[0]?.extensions;

  describe("a cluster", () => {
    test("is named by a sentence and holds the notes it was given, in their order", async () => {
      const noteIds = [await note("open late"), await note("free to enter")];
      const added = await write(add, {
        section: "STRENGTHS",
        name: "People feel the place is theirs",
        noteIds,
      });
      expect(added).toMatchObject({
        name: "People feel the place is theirs",
        language: "EN",
        section: "STRENGTHS",
        noteCount: 2,
        author: { displayName: "Heron" },
      });
      expect(added.notes).toEqual([
        { text: "open late", cluster: { id: added.id } },
        { text: "free to enter", cluster: { id: added.id } },
      ]);
    });

    test("may wait for its name, and is renamed by the smallest change", async () => {
      const { id, name } = await write(add, { section: "WEAKNESSES" });
      expect(name).toBe("");
      expect(await write(edit, { id, name: "Few come after dark", language: "EN" })).toMatchObject({
        name: "Few come after dark",
      });
    });

    test("takes its notes along to another section", async () => {
      const noteIds = [await note("two streets away")];
      const { id } = await write(add, { section: "STRENGTHS", name: "Near", noteIds });
      expect(await write(move, { id, section: "OPPORTUNITIES" })).toMatchObject({
        section: "OPPORTUNITIES",
        notes: [{ text: "two streets away", cluster: { id } }],
      });
    });

    test("leaves its notes on the board when it is removed, and has them again when it is restored", async () => {
      const noteIds = [await note("a kitchen"), await note("a courtyard")];
      const { id } = await write(add, { section: "STRENGTHS", name: "Rooms for all", noteIds });
      const before = await heron.graphql.run<{ board: { counts: object } }>(list, { id: boardId });
      expect(await write(remove, { id })).toMatchObject({ removed: true, noteCount: 0 });
      const without = await heron.graphql.run<{ board: { counts: { notes: number } } }>(list, {
        id: boardId,
      });
      expect(without.board.counts).toMatchObject({ notes: (before.board.counts as { notes: number }).notes });
      expect(await write(restore, { id })).toMatchObject({ removed: false, noteCount: 2 });
    });

    test("loses a note that is moved out, into another, or to another section", async () => {
      const [first, second] = [await note("one voice"), await note("many voices")];
      const from = await write(add, { section: "STRENGTHS", name: "From", noteIds: [first, second] });
      const to = await write(add, { section: "STRENGTHS", name: "To" });
      const moved = async (input: object) =>
        (await heron.graphql.run<{ moveNote: { note: object } }>(moveNote, { input: { boardId, ...input } }))
          .moveNote.note;
      expect(await moved({ id: first, clusterId: to.id })).toEqual({
        section: "STRENGTHS",
        cluster: { id: to.id },
      });
      expect(await moved({ id: first, clusterId: null })).toEqual({ section: "STRENGTHS", cluster: null });
      expect(await moved({ id: second, section: "THREATS" })).toEqual({ section: "THREATS", cluster: null });
      expect(await write(edit, { id: from.id, language: "EN" })).toMatchObject({ noteCount: 0 });
    });

    test("is found by its name, whatever the case", async () => {
      await write(add, { section: "THREATS", name: "È tutto più caro" });
      const found = await heron.graphql.run(list, { id: boardId, filter: { text: "è TUTTO PIÙ" } });
      expect(found["board"]).toMatchObject({
        clusters: { totalCount: 1, nodes: [{ name: "È tutto più caro" }] },
      });
    });
  });

  describe("what cannot be written", () => {
    test("a name beyond its limit", async () => {
      expect(await refusalOf(add, { section: "STRENGTHS", name: "a".repeat(161) })).toMatchObject({
        code: "TEXT_TOO_LONG",
        limit: 160,
      });
    });

    test("a cluster with a note that is not there: nothing of it is written", async () => {
      const before = await heron.graphql.run(list, { id: boardId });
      const noteIds = [await note("here"), newItemId()];
      expect(await refusalOf(add, { section: "STRENGTHS", name: "Half", noteIds })).toMatchObject({
        code: "ITEM_NOT_FOUND",
      });
      const after = await heron.graphql.run<{ board: { clusters: object } }>(list, { id: boardId });
      expect(after.board.clusters).toEqual((before["board"] as { clusters: object }).clusters);
    });

    test("anything on an unknown cluster", async () => {
      const id = newItemId();
      expect(await refusalOf(edit, { id, name: "?" })).toMatchObject({ code: "ITEM_NOT_FOUND" });
      expect(await refusalOf(move, { id, section: "THREATS" })).toMatchObject({ code: "ITEM_NOT_FOUND" });
      expect(await refusalOf(remove, { id })).toMatchObject({ code: "ITEM_NOT_FOUND" });
    });

    test("anything by an observer", async () => {
      const observer = await table.join({ displayName: "Owl", role: "OBSERVER" });
      expect(await refusalOf(add, { section: "STRENGTHS" }, observer)).toMatchObject({ code: "FORBIDDEN" });
    });
  });
});
