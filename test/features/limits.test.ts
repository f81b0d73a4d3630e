import { beforeAll, describe, expect, test } from "vitest";
import { countStatements } from "../support/count-statements.ts";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

/** Adds notes by one operation each, a cluster for every tenth, by several hands. */
const fill = async (hands: readonly GraphQLClient[], boardId: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    const graphql = hands[n % hands.length]!;
    const section = ["STRENGTHS", "WEAKNESSES", "OPPORTUNITIES", "THREATS"][n % 4];
    const { addNote } = await graphql.run<{ addNote: { note: { id: string } } }>(
      `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`,
      { input: { boardId, section, text: `Note ${n}`, charterArticles: ["CFR-12"] } },
    );
    if (n % 10 === 0) {
      await graphql.run(`mutation ($input: AddClusterInput!) { addCluster(input: $input) { revision } }`, {
        input: { boardId, section, name: `Cluster ${n}`, noteIds: [addNote.note.id] },
      });
    }
  }
};

const wholeBoard = `query ($id: ID!) {
  board(id: $id) {
    title project { name } workshop { title } counts { notes clusters } sections { noteCount }
    viewer { role }
    participants(first: 100) { totalCount nodes { displayName stakeholderGroup } }
    notes(first: 100) {
      totalCount
      nodes {
        text factor { name } charterArticles { name title { name } }
        author { displayName stakeholderGroup isViewer } updatedBy { displayName }
        cluster { name notes { text author { displayName } } }
        board { title workshop { title } }
      }
    }
    clusters(first: 100) { totalCount nodes { name noteCount author { stakeholderGroup } notes { text } } }
  }
}`;

const wholeHouse = `query {
  projects(first: 10) {
    totalCount
    nodes {
      name viewerRole organisations { name } analysedObjects { name } stakeholderCounts { count }
      participants(first: 5) { totalCount nodes { displayName workshop { title } organisation { name } } }
      workshops(first: 3) {
        totalCount
        nodes {
          title viewerRole invites { role } participants(first: 5) { totalCount nodes { displayName } }
          boards(first: 3) {
            totalCount
            nodes { title viewer { canWrite } counts { notes } notes(first: 2) { totalCount nodes { text } } }
          }
        }
      }
    }
  }
}`;

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;
  let hands: GraphQLClient[];

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server), display: "NAMED" });
    const guests = [
      await table.join(),
      await table.join({ displayName: "Stork", stakeholderGroup: "RESIDENT" }),
    ];
    hands = [table.moderator.graphql, ...guests.map(({ graphql }) => graphql)];
  });

  describe("an answer", () => {
    test("costs the same number of statements for ten notes and for two hundred", async () => {
      const { graphql } = table.moderator;
      const read = () => graphql.run(wholeBoard, { id: table.boardId });
      await fill(hands, table.boardId, 10);
      const forTen = await countStatements(server, read);
      await fill(hands, table.boardId, 190);
      const forTwoHundred = await countStatements(server, read);
      expect(forTwoHundred).toBe(forTen);
      expect(forTen).toBeGreaterThan(5);
      expect(forTen).toBeLessThan(25);
    }, 120_000);

    test("costs the same number of statements for one project and for four", async () => {
      const { graphql } = table.moderator;
      const read = () => graphql.run(wholeHouse);
      const forOne = await countStatements(server, read);
      for (let n = 0; n < 3; n += 1) {
        const more = await setTable(server, { moderator: table.moderator });
        await more.join();
        await fill([graphql], more.boardId, 3);
      }
      expect(await countStatements(server, read)).toBe(forOne);
    });
  });

  describe("an operation beyond what one may ask", () => {
    const refusal = async (query: string) =>
      (await table.moderator.graphql.send(query)).errors[0]?.extensions;

    test("is refused for its depth", async () => {
      const nest = (depth: number): string =>
        depth === 0 ? "id" : `notes { nodes { board { ${nest(depth - 1)} } } }`;
      expect(await refusal(`{ board(id: "${table.boardId}") { ${nest(9)} } }`)).toMatchObject({
        code: "QUERY_TOO_COMPLEX",
      });
    });

    test("is refused for its aliases", async () => {
      const many = Array.from({ length: 60 }, (_, n) => `a${n}: viewer { kind }`).join(" ");
      expect(await refusal(`{ ${many} }`)).toMatchObject({ code: "QUERY_TOO_COMPLEX" });
    });

    test("is refused for the objects it could answer", async () => {
      const query = `{ projects(first: 100) { nodes { boards(first: 100) { nodes { notes(first: 100) { nodes { id } } } } } } }`;
      expect(await refusal(query)).toMatchObject({ code: "QUERY_TOO_COMPLEX" });
    });
  });
});
