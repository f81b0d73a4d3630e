import { newId } from "@tavolo/schema";
import { ApiTokenSchema } from "@tavolo/server/tokens/api-token.entity.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const create = `mutation ($input: CreateApiTokenInput!) {
  createApiToken(input: $input) { token apiToken { id name expiresAt lastUsedAt revokedAt participant { id role kind } } }
}`;
const revoke = `mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { apiToken { revokedAt } } }`;
const addNote = `mutation ($input: AddNoteInput!) {
  addNote(input: $input) { note { author { displayName isViewer } } }
}`;

interface Created {
  token: string;
  apiToken: { id: string; expiresAt: string; participant: { id: string; role: string; kind: string } };
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
      const { token } = await createToken({ scope: "READ" });
      const input = { boardId: table.boardId, section: "STRENGTHS", text: "?" };
      expect(await refusalOf(addNote, { input }, server.graphql.withToken(token))).toMatchObject({
        code: "INSUFFICIENT_SCOPE",
      });
      const { exportBoard } = await server.graphql
        .withToken(token)
        .run<{ exportBoard: { revision: number } }>(
          `mutation ($input: ExportBoardInput!) { exportBoard(input: $input) { revision } }`,
          { input: { boardId: table.boardId, format: "JSON" } },
        );
      expect(exportBoard.revision).toBeGreaterThan(0);
    });

    test("for reading does not write over the board’s socket either, whatever its seat may", async () => {
      const { token, apiToken } = await createToken({ scope: "READ" });
      const input = { participantId: apiToken.participant.id, role: "CONTRIBUTOR" };
      await table.moderator.graphql.run(
        `mutation ($input: SetParticipantRoleInput!) { setParticipantRole(input: $input) { participant { id } } }`,
        { input },
      );
      const board = await openBoardClient({ url: server.url, boardId: table.boardId, token });
      expect(board.messages[0]).toMatchObject({ type: "welcome", scope: "read", role: "observer" });
      board.editor.add("notes", { text: "?", section: "S", language: "en" });
      await board.until(() => board.messages.at(-1)?.type === "refused");
      expect(board.messages.at(-1)).toMatchObject({ code: "INSUFFICIENT_SCOPE" });
    });

    test("ends by itself, with effect on its open board and at the door", async () => {
      const { token, apiToken } = await createToken({ expiresInDays: 1 });
      await server.orm.em
        .fork()
        .execute("update api_token set expires_at = now() + interval '500 milliseconds' where id = ?", [
          apiToken.id,
        ]);
      const board = await openBoardClient({ url: server.url, boardId: table.boardId, token });
      await board.until(() => board.messages.at(-1)?.type === "refused");
      expect(board.messages.at(-1)).toMatchObject({ code: "TOKEN_EXPIRED" });
      const { status, errors } = await server.graphql.withToken(token).send(`{ viewer { kind } }`);
      expect(status).toBe(401);
      expect(errors[0]?.extensions.code).toBe("TOKEN_EXPIRED");
    });

    test("lasts a quarter unless something else is said, and a year at most", async () => {
      const days = async (input: object) => {
        const { apiToken } = await createToken(input);
        return Math.round((Date.parse(apiToken.expiresAt) - Date.now()) / 86_400_000);
      };
      expect(await days({})).toBe(90);
      expect(await days({ expiresInDays: 365 })).toBe(365);
      for (const expiresInDays of [0, -1, 366]) {
        const input = { projectId: table.projectId, name: "Too long", expiresInDays };
        expect(await refusalOf(create, { input }, table.moderator.graphql)).toMatchObject({
          code: "INVALID_VALUE",
          field: "expiresInDays",
        });
      }
    });

    test("is renewed for the same program: the new secret works, the old one ends at once", async () => {
      const { token, apiToken } = await createToken({ name: "Register" });
      const board = await openBoardClient({ url: server.url, boardId: table.boardId, token });
      const { renewApiToken } = await table.moderator.graphql.run<{ renewApiToken: Created }>(
        `mutation ($input: RenewApiTokenInput!) {
          renewApiToken(input: $input) { token apiToken { id name expiresAt participant { id role kind } } }
        }`,
        { input: { id: apiToken.id } },
      );
      expect(renewApiToken.apiToken.participant.id).toBe(apiToken.participant.id);
      await board.until(() => board.messages.at(-1)?.type === "refused");
      expect(board.messages.at(-1)).toMatchObject({ code: "TOKEN_REVOKED" });
      const input = { boardId: table.boardId, section: "STRENGTHS", text: "Still Register" };
      expect(await server.graphql.withToken(renewApiToken.token).run(addNote, { input })).toEqual({
        addNote: { note: { author: { displayName: "Register", isViewer: true } } },
      });
      // Revoking the record that was replaced takes nothing away from the one that works.
      await table.moderator.graphql.run(revoke, { input: { id: apiToken.id } });
      await server.graphql.withToken(renewApiToken.token).run(`{ viewer { kind } }`);
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
