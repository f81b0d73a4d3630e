import { createClient, MessageType } from "graphql-ws";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

const events = `subscription ($boardId: ID!, $after: Int) {
  boardEvents(boardId: $boardId, after: $after) { number ... on NoteEvent { note { text } } }
}`;

interface Event {
  boardEvents: { number: number; note: { text: string } };
}

describe("the stock graphql-ws client", () => {
  const server = useTestServer();
  let table: Table;
  let token: string;

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server) });
    const { createApiToken } = await table.moderator.graphql.run<{ createApiToken: { token: string } }>(
      `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
      { input: { projectId: table.projectId, name: "Script" } },
    );
    token = createApiToken.token;
  });

  const write = (text: string) =>
    server.graphql
      .withToken(token)
      .run<{ addNote: { note: { id: string } } }>(
        `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`,
        { input: { boardId: table.boardId, section: "STRENGTHS", text } },
      );

  test("asks and changes over its socket as over HTTP", async () => {
    const client = openGraphQLSocket(server, { token });
    const { viewer } = await subscribe<{ viewer: object }>(
      client,
      `{ viewer { kind displayName } }`,
      {},
    ).next();
    expect(viewer).toEqual({ kind: "INTEGRATION", displayName: "Script" });
    const add = subscribe<{ addNote: { note: object } }>(
      client,
      `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { text } } }`,
      { input: { boardId: table.boardId, section: "THREATS", text: "Over a socket" } },
    );
    expect((await add.next()).addNote.note).toEqual({ text: "Over a socket" });
  });

  test("takes up where it was after its socket broke, by itself", async () => {
    let seen = 0;
    const texts: string[] = [];
    const sockets: WebSocket[] = [];
    class Socket extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols);
        sockets.push(this);
      }
    }
    const client = createClient({
      url: server.socketUrl("/graphql"),
      webSocketImpl: Socket,
      retryWait: () => Promise.resolve(),
      connectionParams: { authorization: `Bearer ${token}` },
    });
    onTestFinished(() => client.dispose());
    const { board } = await server.graphql
      .withToken(token)
      .run<{ board: { eventNumber: number } }>(`query ($id: ID!) { board(id: $id) { eventNumber } }`, {
        id: table.boardId,
      });
    seen = board.eventNumber;

    for (const round of ["first", "second", "third"]) {
      const following = subscribe<Event>(client, events, { boardId: table.boardId, after: seen });
      await write(`${round} a`);
      await write(`${round} b`);
      const { boardEvents } = await following.next();
      seen = boardEvents.number;
      texts.push(boardEvents.note.text);
      const broken = following.stop();
      sockets.at(-1)?.terminate();
      await broken;
    }
    expect(texts).toEqual(["first a", "first b", "second a"]);
    expect(sockets.length).toBeGreaterThan(1);
  });

  test("meets the same limits as over HTTP", async () => {
    const nest = (depth: number): string =>
      depth === 0 ? "id" : `notes { nodes { board { ${nest(depth - 1)} } } }`;
    const queries = {
      depth: `{ board(id: "${table.boardId}") { ${nest(9)} } }`,
      aliases: `{ ${Array.from({ length: 60 }, (_, n) => `a${n}: viewer { kind }`).join(" ")} }`,
      cost: `{ projects(first: 100) { nodes { boards(first: 100) { nodes { notes(first: 100) { nodes { id } } } } } } }`,
    };
    const client = openGraphQLSocket(server, { token });
    for (const [limit, query] of Object.entries(queries)) {
      const overHttp = (await server.graphql.withToken(token).send(query)).errors.map(
        ({ extensions }) => extensions,
      );
      const overSocket = await subscribe(client, query, {})
        .next()
        .catch((errors: { extensions: object }[]) => errors.map(({ extensions }) => extensions));
      expect(overHttp, limit).toMatchObject([{ code: "QUERY_TOO_COMPLEX", limit }]);
      expect(overSocket, limit).toEqual(overHttp);
    }
  });

  test("is told of a refusal with the same code and sentence as over HTTP", async () => {
    const query = `mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`;
    const variables = { input: { boardId: table.boardId, section: "STRENGTHS", text: "a".repeat(281) } };
    const [overHttp] = (await server.graphql.withToken(token).send(query, variables)).errors;
    const overSocket = await subscribe(openGraphQLSocket(server, { token }), query, variables)
      .next()
      .catch((errors: object[]) => errors);
    expect(overHttp?.extensions).toMatchObject({ code: "TEXT_TOO_LONG", limit: 280 });
    expect(overSocket).toMatchObject([{ message: overHttp?.message, extensions: overHttp?.extensions }]);
  });

  test("is completed by the server when it stops, and reads nothing more", async () => {
    const client = openGraphQLSocket(server, { token });
    const following = subscribe<Event>(client, events, { boardId: table.boardId, after: 0 });
    await following.next();
    await following.stop();
    const answered = subscribe<{ viewer: object }>(client, `{ viewer { kind } }`, {});
    expect((await answered.next()).viewer).toEqual({ kind: "INTEGRATION" });
    expect(await answered.rest()).toEqual([]);
  });

  test("with a token that nobody knows is sent away with a reason", async () => {
    const closed = Promise.withResolvers<{ code: number; reason: string }>();
    const client = createClient({
      url: server.socketUrl("/graphql"),
      webSocketImpl: WebSocket,
      lazy: false,
      retryAttempts: 0,
      connectionParams: { authorization: "Bearer tvl_nonsense" },
      onNonLazyError: () => {},
      on: { closed: (event) => closed.resolve(event as { code: number; reason: string }) },
    });
    onTestFinished(() => client.dispose());
    const { code, reason } = await closed.promise;
    expect(code).toBe(4401);
    expect(reason).toMatch(/sign in/i);
  });

  test("a frame that is no message closes that socket and harms nobody else", async () => {
    const client = openGraphQLSocket(server, { token });
    const following = subscribe<Event>(client, events, { boardId: table.boardId, after: 0 });
    await following.next();

    const rude = new WebSocket(server.socketUrl("/graphql"), "graphql-transport-ws");
    onTestFinished(() => rude.terminate());
    await new Promise((resolve) => rude.once("open", resolve));
    const closed = new Promise<number>((resolve) => rude.once("close", resolve));
    rude.send(JSON.stringify({ type: MessageType.ConnectionInit }));
    rude.send("{ this is no message");
    expect(await closed).toBe(4400);
    expect((await following.next()).boardEvents.number).toBe(2);
  });
});
