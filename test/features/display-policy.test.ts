import { beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, type SignedIn, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const addNote = `mutation ($input: AddNoteInput!) {
  addNote(input: $input) { note { id author { displayName stakeholderGroup isViewer } } }
}`;
const people = `query ($id: ID!, $first: Int, $after: String) {
  board(id: $id) {
    notes { nodes { text author { displayName stakeholderGroup isViewer } updatedBy { displayName stakeholderGroup } } }
    participants(first: $first, after: $after) {
      totalCount edges { cursor node { displayName stakeholderGroup isViewer } } pageInfo { hasNextPage endCursor }
    }
  }
}`;
const update = `mutation ($input: UpdateBoardInput!) { updateBoard(input: $input) { board { display } } }`;

interface Shown {
  displayName: string | null;
  stakeholderGroup: string | null;
  isViewer: boolean;
}
interface People {
  board: {
    notes: { nodes: { text: string; author: Shown; updatedBy: Shown }[] };
    participants: {
      totalCount: number;
      edges: { cursor: string; node: Shown }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
}
type Display = "NAMED" | "GROUP" | "ANONYMOUS";

eachDatabase((database) => {
  const server = useTestServer(database);
  let moderator: Table["moderator"];
  let reader: GraphQLClient;

  /** A board with five people of an association, three residents and one of the municipality, each with a note. */
  const gather = async (display: Display) => {
    const table = await setTable(server, { moderator, display });
    const writers: Record<string, SignedIn> = {};
    const sit = async (displayName: string, stakeholderGroup: "CSO" | "RESIDENT" | "MUNICIPALITY") => {
      const seat = await table.join({ displayName, stakeholderGroup });
      writers[displayName] = seat;
      await seat.graphql.run(addNote, {
        input: { boardId: table.boardId, section: "STRENGTHS", text: `by ${displayName}` },
      });
    };
    for (const name of ["Heron", "Stork", "Tern", "Plover", "Kestrel"]) await sit(name, "CSO");
    for (const name of ["Robin", "Wren", "Dunnock"]) await sit(name, "RESIDENT");
    await sit("Owl", "MUNICIPALITY");
    return { table, writers };
  };

  const authorsFor = async (graphql: GraphQLClient, id: string) => {
    const { board } = await graphql.run<People>(people, { id, first: 100 });
    const authors = Object.fromEntries(board.notes.nodes.map(({ text, author }) => [text, author]));
    return { authors, participants: board.participants.edges.map(({ node }) => node) };
  };

  beforeAll(async () => {
    const administrator = await signInAdministrator(server);
    const first = await setTable(server, { moderator: administrator });
    moderator = first.moderator;
  });

  /** Everybody who could want to know more: a moderator, a program, another participant. */
  const readers = async ({ table, writers }: Awaited<ReturnType<typeof gather>>) => {
    const { createApiToken } = await table.moderator.graphql.run<{ createApiToken: { token: string } }>(
      `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
      { input: { projectId: table.projectId, name: "Program" } },
    );
    reader = server.graphql.withToken(createApiToken.token);
    return { moderator: table.moderator.graphql, program: reader, participant: writers["Wren"]!.graphql };
  };

  describe("on a board that shows names", () => {
    test("everyone reads the name and the group", async () => {
      const gathered = await gather("NAMED");
      for (const graphql of Object.values(await readers(gathered))) {
        const { authors, participants } = await authorsFor(graphql, gathered.table.boardId);
        expect(authors["by Heron"]).toMatchObject({ displayName: "Heron", stakeholderGroup: "CSO" });
        expect(authors["by Owl"]).toMatchObject({ displayName: "Owl", stakeholderGroup: "MUNICIPALITY" });
        expect(participants.map(({ displayName }) => displayName)).toContain("Robin");
      }
    });
  });

  describe("on a board that shows groups", () => {
    test("nobody reads a name, and groups below five are one", async () => {
      const gathered = await gather("GROUP");
      for (const graphql of Object.values(await readers(gathered))) {
        const { authors, participants } = await authorsFor(graphql, gathered.table.boardId);
        expect(authors["by Heron"]).toMatchObject({ displayName: null, stakeholderGroup: "CSO" });
        for (const name of ["Robin", "Wren", "Owl"]) {
          expect(authors[`by ${name}`]).toMatchObject({
            displayName: null,
            stakeholderGroup: expect.any(String),
          });
        }
        expect(authors["by Owl"]?.stakeholderGroup).toBe(authors["by Robin"]?.stakeholderGroup);
        expect(participants.every(({ displayName }) => displayName === null)).toBe(true);
        expect(participants.map(({ stakeholderGroup }) => stakeholderGroup)).not.toContain("MUNICIPALITY");
      }
    });

    test("a group is named as soon as five are in it, and not by taking the others away", async () => {
      const { table, writers } = await gather("GROUP");
      for (const displayName of ["Siskin", "Linnet"]) {
        await table.join({ displayName, stakeholderGroup: "RESIDENT" });
      }
      const { authors } = await authorsFor(writers["Heron"]!.graphql, table.boardId);
      // Five residents now – but then the official and the moderator would be two in OTHER, so a group stays with them.
      const shown = ["by Heron", "by Robin", "by Owl"].map((text) => authors[text]?.stakeholderGroup);
      expect(shown.filter((group) => group === "OTHER")).toHaveLength(2);
      for (const displayName of ["Finch", "Swift", "Lark"]) {
        await table.join({ displayName, stakeholderGroup: "REGION" });
      }
      expect((await authorsFor(writers["Heron"]!.graphql, table.boardId)).authors).toMatchObject({
        "by Heron": { stakeholderGroup: "CSO" },
        "by Robin": { stakeholderGroup: "RESIDENT" },
        "by Owl": { stakeholderGroup: "OTHER" },
      });
    });
  });

  describe("on an anonymous board", () => {
    test("nobody reads anything about others, and everyone knows their own", async () => {
      const gathered = await gather("ANONYMOUS");
      const { moderator: leads, program, participant } = await readers(gathered);
      const hidden = { displayName: null, stakeholderGroup: null, isViewer: false };
      for (const graphql of [leads, program]) {
        const { authors, participants } = await authorsFor(graphql, gathered.table.boardId);
        expect(Object.values(authors)).toEqual(Object.values(authors).map(() => hidden));
        expect(
          participants.every(({ displayName, stakeholderGroup }) => !displayName && !stakeholderGroup),
        ).toBe(true);
      }
      const { authors } = await authorsFor(participant, gathered.table.boardId);
      expect(authors["by Wren"]).toEqual({ ...hidden, isViewer: true });
      expect(authors["by Robin"]).toEqual(hidden);
    });

    test("the order and the cursors of its people tell nothing", async () => {
      const { table, writers } = await gather("ANONYMOUS");
      const walked: string[] = [];
      let after: string | null = null;
      do {
        const { board }: People = await writers["Heron"]!.graphql.run<People>(people, {
          id: table.boardId,
          first: 4,
          after,
        });
        walked.push(...board.participants.edges.map(({ cursor }) => cursor));
        expect(board.participants.totalCount).toBe(10);
        after = board.participants.pageInfo.hasNextPage ? board.participants.pageInfo.endCursor : null;
      } while (after);
      expect(new Set(walked).size).toBe(10);
      const told = walked.map((cursor) => Buffer.from(cursor, "base64url").toString()).join(" ");
      for (const { participantId } of Object.values(writers)) expect(told).not.toContain(participantId);
    });
  });

  describe("the policy itself", () => {
    test("can hide more at any time, and show more only before anyone wrote", async () => {
      const fresh = await setTable(server, { moderator, display: "ANONYMOUS" });
      const { graphql } = fresh.moderator;
      expect(await graphql.run(update, { input: { id: fresh.boardId, display: "NAMED" } })).toMatchObject({
        updateBoard: { board: { display: "NAMED" } },
      });
      await graphql.run(addNote, { input: { boardId: fresh.boardId, section: "STRENGTHS", text: "First" } });
      await graphql.run(update, { input: { id: fresh.boardId, display: "GROUP" } });
      const { errors } = await graphql.send(update, { input: { id: fresh.boardId, display: "NAMED" } });
      expect(errors[0]).toMatchObject({
        extensions: { code: "FORBIDDEN" },
        message: expect.stringMatching(/promise/),
      });
    });

    test("is not changed by a contributor", async () => {
      const { table, writers } = await gather("NAMED");
      const { errors } = await writers["Heron"]!.graphql.send(update, {
        input: { id: table.boardId, display: "ANONYMOUS" },
      });
      expect(errors[0]?.extensions.code).toBe("FORBIDDEN");
    });
  });

  describe("who takes part in a project", () => {
    test("is told as numbers, small groups together, and by name to moderators only", async () => {
      const { table, writers } = await gather("ANONYMOUS");
      const query = `query ($id: ID!) {
        project(id: $id) { stakeholderCounts { stakeholderGroup count groups } participants { totalCount nodes { displayName } } }
      }`;
      const seen = await writers["Heron"]!.graphql.run<{
        project: { stakeholderCounts: { stakeholderGroup: string; count: number }[]; participants: null };
      }>(query, { id: table.projectId });
      expect(seen.project.participants).toBeNull();
      const total = seen.project.stakeholderCounts.reduce((sum, { count }) => sum + count, 0);
      expect(total).toBe(10);
      expect(
        seen.project.stakeholderCounts.map(({ stakeholderGroup, count }) => [stakeholderGroup, count]),
      ).toEqual([
        ["CSO", 5],
        ["OTHER", 5],
      ]);
      const led = await moderator.graphql.run<{
        project: { participants: { totalCount: number; nodes: object[] } };
      }>(query, { id: table.projectId });
      expect(led.project.participants.totalCount).toBe(10);
      expect(led.project.participants.nodes).toContainEqual({ displayName: "Wren" });
    });
  });
});
