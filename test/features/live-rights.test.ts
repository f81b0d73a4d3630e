import type { ServerMessage } from "@tavolo/schema";
import { SessionSchema } from "@tavolo/server/people/session.entity.ts";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type BoardClient, openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import { setTable, type SignedIn, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe, type Subscription } from "../support/subscribe.ts";

const events = `subscription ($boardId: ID!) { boardEvents(boardId: $boardId) { number } }`;
const setRole = `mutation ($input: SetParticipantRoleInput!) { setParticipantRole(input: $input) { participant { role } } }`;
const remove = `mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { participant { id } } }`;
const createToken = `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token apiToken { id } } }`;
const revokeToken = `mutation ($input: RevokeApiTokenInput!) { revokeApiToken(input: $input) { apiToken { id } } }`;

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;
  let heron: SignedIn;

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server) });
  });
  beforeEach(async () => {
    heron = await table.join({ displayName: "Heron" });
  });

  const openBoard = (who: { cookie: string } | { token: string } = heron) =>
    openBoardClient({ url: server.url, boardId: table.boardId, ...who });
  const write = (client: BoardClient, text: string) =>
    client.editor.add("notes", { text, section: "S", language: "en" });
  const told = async <Type extends ServerMessage["type"]>(client: BoardClient, type: Type) => {
    const find = () => client.messages.find((message) => message.type === type);
    await client.until(() => find() !== undefined);
    return find() as Extract<ServerMessage, { type: Type }>;
  };
  /** Follows a board that nobody writes on; `refusal` is the code that ends it. */
  const followIdly = async (who: { cookie?: string; token?: string } = heron) => {
    const socket = openGraphQLSocket(server, who);
    const following: Subscription<object> = subscribe(socket, events, { boardId: table.boardId });
    const refusal = following.next().then(
      () => "an event",
      (errors: { extensions: { code: string } }[]) => errors[0]?.extensions.code ?? errors,
    );
    // Operations of one socket are taken in order: once this one is answered, the following has begun.
    await subscribe(socket, `{ viewer { kind } }`, {}).next();
    return { refusal };
  };
  const changeRole = (role: string, who = heron) =>
    table.moderator.graphql.run(setRole, { input: { participantId: who.participantId, role } });
  const signOut = (who = heron) => who.graphql.run(`mutation { signOut { signedOut } }`);
  const removeSeat = (who = heron) =>
    table.moderator.graphql.run(remove, { input: { participantId: who.participantId } });

  describe("an open board", () => {
    test("[RECEIVE-3] follows a new role, and takes no write from who may only read", async () => {
      const board = await openBoard();
      await changeRole("OBSERVER");
      expect(await told(board, "access")).toMatchObject({ role: "observer", scope: "read" });
      write(board, "Too late");
      expect(await told(board, "refused")).toMatchObject({ code: "FORBIDDEN" });
    });

    test("says that a seat was taken away", async () => {
      const board = await openBoard();
      await removeSeat();
      expect(await told(board, "refused")).toMatchObject({
        code: "SEAT_REMOVED",
        message: expect.stringMatching(/no longer take part/),
      });
    });

    test("[RECEIVE-2] says that the session ended, and lets nobody in again on the same socket", async () => {
      const board = await openBoard();
      await signOut();
      expect(await told(board, "refused")).toMatchObject({ code: "SESSION_ENDED" });
      const before = board.messages.length;
      // The provider asks anew on the socket that is still open.
      await board.provider.sendToken();
      await board.until(() => board.messages.length > before);
      expect(board.messages.at(-1)).toMatchObject({ type: "refused", code: "SESSION_ENDED" });
    });

    test("ends when the session’s time is up, though nobody asks", async () => {
      const em = server.orm.em.fork();
      const [session] = await em.find(SessionSchema, {}, { orderBy: { createdAt: "desc" }, limit: 1 });
      await em.execute("update session set expires_at = now() + interval '400 milliseconds' where id = ?", [
        session!.id,
      ]);
      const board = await openBoard();
      expect(await told(board, "refused")).toMatchObject({ code: "SESSION_ENDED" });
    });

    test("of a program ends with its token", async () => {
      const { createApiToken } = await table.moderator.graphql.run<{
        createApiToken: { token: string; apiToken: { id: string } };
      }>(createToken, { input: { projectId: table.projectId, name: "Script" } });
      const board = await openBoard({ token: createApiToken.token });
      await table.moderator.graphql.run(revokeToken, { input: { id: createApiToken.apiToken.id } });
      expect(await told(board, "refused")).toMatchObject({ code: "TOKEN_REVOKED" });
    });

    test("[RECEIVE-3] is opened anew where another seat counts from now on", async () => {
      const board = await openBoard();
      const em = server.orm.em.fork();
      const [seat] = await em.execute<{ person: string }[]>("select person from participant where id = ?", [
        heron.participantId,
      ]);
      await em.execute(
        `insert into participant (id, project, person, kind, role, display_name, language)
         values (gen_random_uuid(), ?, ?, 'human', 'moderator', 'Heron', 'en')`,
        [table.projectId, seat!.person],
      );
      server.access.seatChanged(heron.participantId);
      expect(await told(board, "refused")).toMatchObject({ code: "SEAT_CHANGED" });
    });
  });

  describe("whoever follows a board on which nothing happens", () => {
    test("is told at once that the seat was taken away", async () => {
      const { refusal } = await followIdly();
      await removeSeat();
      expect(await refusal).toBe("SEAT_REMOVED");
    });

    test("is told at once that the session ended", async () => {
      const { refusal } = await followIdly();
      await signOut();
      expect(await refusal).toBe("SESSION_ENDED");
    });

    test("is told at once that the token was revoked", async () => {
      const { createApiToken } = await table.moderator.graphql.run<{
        createApiToken: { token: string; apiToken: { id: string } };
      }>(createToken, { input: { projectId: table.projectId, name: "Reader" } });
      const { refusal } = await followIdly({ token: createApiToken.token });
      await table.moderator.graphql.run(revokeToken, { input: { id: createApiToken.apiToken.id } });
      expect(await refusal).toBe("TOKEN_REVOKED");
    });

    test("goes on following with a new role that may read", async () => {
      const socket = openGraphQLSocket(server, heron);
      const following = subscribe<object>(socket, events, { boardId: table.boardId });
      const next = following.next();
      await subscribe(socket, `{ viewer { kind } }`, {}).next();
      await changeRole("OBSERVER");
      const board = await openBoard(await table.join({ displayName: "Stork" }));
      write(board, "Everybody reads this");
      expect(await next).toMatchObject({ boardEvents: { number: expect.any(Number) } });
    });
  });

  describe("an edit that waits for its commit", () => {
    const actorOf = async (who: SignedIn, role: "contributor" | "moderator" = "contributor") => {
      const [row] = await server.orm.em.fork().execute<{ person: string; session: string }[]>(
        `select seat.person, session.id as session from participant seat
           join session on session.person = seat.person where seat.id = ?`,
        [who.participantId],
      );
      const viewer = { kind: "person", personId: row!.person, sessionId: row!.session } as const;
      return { participantId: who.participantId, role, kind: "human", viewer } as const;
    };
    const note = { text: "Late", section: "S", language: "en" } as const;

    test("is not written with a session that has ended meanwhile", async () => {
      const actor = await actorOf(heron);
      await signOut();
      const edit = server.engine.edit({
        boardId: table.boardId,
        actor,
        apply: (editor) => editor.add("notes", note),
      });
      await expect(edit).rejects.toMatchObject({ code: "SESSION_ENDED" });
    });

    test("[JOURNAL-1] is judged anew by the role its writer has now, item by item", async () => {
      const own = await setTable(server, { moderator: table.moderator, editing: "OWN" });
      const stork = await own.join({ displayName: "Stork" });
      const { boardId } = own;
      const owner = { ...(await actorOf(stork)) };
      const { result: id } = await server.engine.edit({
        boardId,
        actor: owner,
        apply: (editor) => editor.add("notes", note),
      });
      const other = await own.join({ displayName: "Other" });
      // Let in as a moderator’s; by the time of the commit they contribute.
      const actor = await actorOf(other, "moderator");
      const edit = server.engine.edit({
        boardId,
        actor,
        apply: (editor) => editor.setText("notes", id, "text", "Not mine"),
      });
      await expect(edit).rejects.toMatchObject({ code: "NOT_OWNER" });
      const added = await server.engine.edit({
        boardId,
        actor,
        apply: (editor) => editor.add("notes", note),
      });
      expect(added.revision).toBeGreaterThan(0);
    });
  });
});
