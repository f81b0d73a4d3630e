import { describe, expect, it } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { pglite } from "../support/databases.ts";
import { setTable } from "../support/sign-in.ts";
import { startTestServer, useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

const TOKEN = "a-token-for-the-city’s-Prometheus".replaceAll("’", "");

/** The value of one line of the text format. */
const valueOf = (text: string, line: string): number | undefined => {
  const found = text.split("\n").find((candidate) => candidate.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
};

describe("the metrics", () => {
  const server = useTestServer();
  const read = async () => (await fetch(`${server.url}/metrics`)).text();

  it("count sockets, boards, edits and how long they took", async () => {
    const table = await setTable(server);
    const { createApiToken } = await table.moderator.graphql.run<{ createApiToken: { token: string } }>(
      `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
      { input: { projectId: table.projectId, name: "Portal" } },
    );
    const { boardId } = table;
    const client = await openBoardClient({ url: server.url, boardId, token: createApiToken.token });
    client.editor.add("notes", { text: "Trams", section: "S", language: "en" });
    await client.saved();
    const watching = subscribe<{ boardEvents: { number: number } }>(
      openGraphQLSocket(server, { token: createApiToken.token }),
      `subscription ($boardId: ID!) { boardEvents(boardId: $boardId, after: 0) { number } }`,
      { boardId },
    );
    await watching.next();

    const text = await read();
    expect(valueOf(text, 'tavolo_sockets{kind="sync"}')).toBe(1);
    expect(valueOf(text, 'tavolo_sockets{kind="graphql"}')).toBe(1);
    expect(valueOf(text, "tavolo_rooms")).toBe(1);
    expect(valueOf(text, "tavolo_attachments")).toBe(1);
    expect(valueOf(text, 'tavolo_queue_length{queue="journal"}')).toBe(0);
    expect(valueOf(text, 'tavolo_queue_length{queue="projection"}')).toBe(0);
    expect(valueOf(text, "tavolo_journal_failing")).toBe(0);
    // The board’s beginning and the note.
    expect(valueOf(text, "tavolo_ack_seconds_count")).toBeGreaterThanOrEqual(2);
    expect(valueOf(text, "tavolo_flush_entries_sum")).toBe(valueOf(text, "tavolo_ack_seconds_count"));
    expect(valueOf(text, "tavolo_flush_seconds_count")).toBeGreaterThan(0);
    expect(valueOf(text, "tavolo_projection_seconds_count")).toBeGreaterThan(0);
    expect(valueOf(text, 'tavolo_graphql_events_total{field="boardEvents"}')).toBeGreaterThan(0);
    expect(valueOf(text, "process_resident_memory_bytes")).toBeGreaterThan(0);
  });

  it("tell operations apart by type, root field and outcome, whatever a client calls them", async () => {
    await server.graphql.send("query AnyNameThatAStrangerLikes { templates { id } }");
    await server.graphql.send("{ templates { id } viewer { kind } }");
    await server.graphql.send(`{ board(id: "0199") { id } }`);
    await server.graphql.send("{ secretsOfTheCity }");
    const text = await read();
    const seen = (type: string, field: string, outcome: string) =>
      valueOf(text, `tavolo_graphql_seconds_count{type="${type}",field="${field}",outcome="${outcome}"}`);
    expect(seen("query", "templates", "ok")).toBe(1);
    expect(seen("query", "several", "ok")).toBe(1);
    expect(seen("query", "board", "refused")).toBe(1);
    expect(seen("none", "none", "refused")).toBe(1);
    expect(valueOf(text, 'tavolo_graphql_errors_total{code="BOARD_NOT_FOUND"}')).toBeUndefined();
    expect(valueOf(text, 'tavolo_graphql_errors_total{code="UNAUTHENTICATED"}')).toBe(1);
    expect(valueOf(text, 'tavolo_graphql_errors_total{code="OTHER"}')).toBe(1);
    expect(text).not.toMatch(/AnyName|secretsOfTheCity/);
  });

  it("tell requests apart by route, never by address", async () => {
    await fetch(`${server.url}/join/K7M2-9QXD`);
    await fetch(`${server.url}/nothing.txt`);
    // A request is counted once its answer is out, which whoever asked may see a moment earlier.
    const line = 'tavolo_http_seconds_count{route="client",method="GET",status="200"}';
    await expect.poll(async () => valueOf(await read(), line) ?? 0).toBeGreaterThan(0);
    expect(await read()).not.toContain("K7M2");
  });
});

describe("who may read the metrics", () => {
  const answerOf = async (env: Record<string, string>, authorization?: string) => {
    const { port } = await startTestServer(pglite, { env });
    const headers = authorization ? { authorization } : undefined;
    return fetch(`http://127.0.0.1:${port}/metrics`, { headers });
  };

  it("nobody but this machine where no token is set, and nobody where others have an address for it", async () => {
    expect((await answerOf({})).status).toBe(200);
    // A proxy on the same machine brings everybody from 127.0.0.1.
    const behindProxy = await answerOf({ PUBLIC_URL: "https://tavolo.example.org", TRUST_PROXY: "1" });
    expect(behindProxy.status).toBe(403);
    expect(await behindProxy.text()).toMatch(/^Set METRICS_TOKEN/);
  });

  it("whoever brings the token where one is set", async () => {
    const env = { PUBLIC_URL: "https://tavolo.example.org", METRICS_TOKEN: TOKEN };
    const right = await answerOf(env, `Bearer ${TOKEN}`);
    expect(right.status).toBe(200);
    expect(right.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    for (const wrong of [undefined, "Bearer", `Bearer ${TOKEN}x`, TOKEN]) {
      const refused = await answerOf(env, wrong);
      expect(refused.status).toBe(401);
      expect(refused.headers.get("www-authenticate")).toBe("Bearer");
    }
  });
});
