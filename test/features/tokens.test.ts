import { newId } from "@tavolo/schema";
import { ApiTokenSchema } from "@tavolo/server/tokens/api-token.entity.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const create = `mutation ($input: CreateApiTokenInput!) {
  createApiToken(input: $input) { token apiToken { id name lastUsedAt revokedAt participant { id role kind } } }
}`;
const revoke = `mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { apiToken { revokedAt } } }`;
const addNote = `mutation ($input: AddNoteInput!) {
  addNote(input: $input) { note { author { displayName isViewer } } }
}`;

interface Created {
  token: string;
  apiToken: { id: string; participant: { id: string; role: string; kind: string } };
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server), display: "NAMED" });
  });

  const createToken = async (input: object = {}): Promise<Created> => {
    const answer = await table.moderator.graphql.run<{ createApiToken: Created }>(create, {
      input: { projectId: table.projectId, name: "City open data", ...input },
    });
    return answer.createApiToken;
  };
  const refusalOf = async (query: string, variables: object, graphql = server.graphql) =>
    (await graphql.send(query, variables)).errors[0]?.extensions;

  describe("an access token", () => {
    test("lets a program read and write under its own name", async () => {
      const { token, apiToken } = await createToken();
      expect(apiToken.participant).toMatchObject({ role: "CONTRIBUTOR", kind: "INTEGRATION" });
      const program = server.graphql.withToken(token);
      expect(await program.run(`{ viewer { kind displayName canCreateProjects } }`)).toEqual({
        viewer: { kind: "INTEGRATION", displayName: "City open data", canCreateProjects: false },
      });
      const input = { boardId: table.boardId, section: "STRENGTHS", text: "From the register" };
      expect(await program.run(addNote, { input })).toEqual({
        addNote: { note: { author: { displayName: "City open data", isViewer: true } } },
      });
    });

    test("is kept as a hash only, and says when it was last used", async () => {
      const { token, apiToken } = await createToken();
      const row = await server.orm.em.fork().findOneOrFail(ApiTokenSchema, { id: apiToken.id });
      expect(row.tokenHash).toHaveLength(32);
      expect(JSON.stringify(row)).not.toContain(token);
      await server.graphql.withToken(token).run(`{ viewer { kind } }`);
      const { project } = await table.moderator.graphql.run<{
        project: { apiTokens: { id: string; lastUsedAt: string | null }[] };
      }>(`query ($id: ID!) { project(id: $id) { apiTokens { id lastUsedAt } } }`, { id: table.projectId });
      expect(project.apiTokens.find(({ id }) => id === apiToken.id)?.lastUsedAt).toEqual(expect.any(String));
    });

    test("opens one project and no other, and leads nothing", async () => {
      const { token } = await createToken();
      const program = server.graphql.withToken(token);
      const other = await setTable(server, { moderator: table.moderator });
      expect(
        await refusalOf(`query ($id: ID!) { board(id: $id) { id } }`, { id: other.boardId }, program),
      ).toMatchObject({
        code: "BOARD_NOT_FOUND",
      });
      expect(
        await refusalOf(create, { input: { projectId: table.projectId, name: "More" } }, program),
      ).toMatchObject({
        code: "FORBIDDEN",
      });
      expect(
        await refusalOf(
          `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }`,
          { input: { name: "Its own", country: "IT" } },
          program,
        ),
      ).toMatchObject({ code: "FORBIDDEN" });
    });

    test("for reading does not write", async () => {
      const { token } = await createToken({ role: "OBSERVER" });
      const input = { boardId: table.boardId, section: "STRENGTHS", text: "?" };
      expect(await refusalOf(addNote, { input }, server.graphql.withToken(token))).toMatchObject({
        code: "FORBIDDEN",
      });
    });

    test("never becomes a moderator", async () => {
      const { apiToken } = await createToken();
      const input = { participantId: apiToken.participant.id, role: "MODERATOR" };
      const setRole = `mutation ($input: SetParticipantRoleInput!) { setParticipantRole(input: $input) { participant { role } } }`;
      expect(await refusalOf(setRole, { input }, table.moderator.graphql)).toMatchObject({
        code: "INVALID_VALUE",
      });
    });
  });

  describe("a revoked token", () => {
    test("opens nothing from then on, and what it wrote stays under its name", async () => {
      const { token, apiToken } = await createToken({ name: "Old script" });
      const program = server.graphql.withToken(token);
      await program.run(addNote, {
        input: { boardId: table.boardId, section: "THREATS", text: "Written before" },
      });
      const { graphql } = table.moderator;
      expect(await graphql.run(revoke, { input: { id: apiToken.id } })).toMatchObject({
        revokeApiToken: { apiToken: { revokedAt: expect.any(String) } },
      });
      const { status, errors } = await program.send(`{ viewer { kind } }`);
      expect(status).toBe(401);
      expect(errors[0]).toMatchObject({
        message: expect.stringMatching(/revoked/),
        extensions: { code: "TOKEN_REVOKED" },
      });
      const { board } = await graphql.run<{ board: { notes: { nodes: object[] } } }>(
        `query ($id: ID!) {
          board(id: $id) { notes(filter: { text: "written before" }) { nodes { author { displayName } } } }
        }`,
        { id: table.boardId },
      );
      expect(board.notes.nodes).toEqual([{ author: { displayName: "Old script" } }]);
    });

    test("an unknown token is nobody’s", async () => {
      const { status, errors } = await server.graphql.withToken("tvl_nonsense").send(`{ viewer { kind } }`);
      expect(status).toBe(401);
      expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    });
  });

  test("a contributor makes and revokes none, and an unknown one is not found", async () => {
    const guest = await table.join();
    const { apiToken } = await createToken();
    expect(
      await refusalOf(create, { input: { projectId: table.projectId, name: "Mine" } }, guest.graphql),
    ).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await refusalOf(revoke, { input: { id: apiToken.id } }, guest.graphql)).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await refusalOf(revoke, { input: { id: newId() } }, table.moderator.graphql)).toMatchObject({
      code: "TOKEN_NOT_FOUND",
    });
  });
});
