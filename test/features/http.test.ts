import { createConnection } from "node:net";
import { serverAudits } from "graphql-http";
import { CloseCode, createClient } from "graphql-ws";
import { describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { pglite } from "../support/databases.ts";
import { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator } from "../support/sign-in.ts";
import { startTestServer, useTestServer } from "../support/start-test-server.ts";

const INTERNALS = /ECONN|node_modules|\.ts:|stack/;

describe("the one port", () => {
  const server = useTestServer();
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });

  it("says that it lives and that its database answers", async () => {
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(200);
  });

  it("serves the client for every address that is a screen", async () => {
    for (const path of ["/", "/boards/0199", "/join/abc", "/projects/0199/developer"]) {
      const response = await get(path, { accept: "text/html" });
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<div id="app">');
    }
  });

  it("lets browsers keep hashed files and nothing else", async () => {
    const page = await get("/");
    expect(page.headers.get("cache-control")).toBe("no-cache");
    const asset = /\/assets\/[^"]+\.js/.exec(await page.text())![0];
    expect((await get(asset)).headers.get("cache-control")).toContain("immutable");
    expect((await get("/assets/gone.js")).status).toBe(404);
  });

  it("sends its files compressed to whoever can read that", async () => {
    const asset = /\/assets\/[^"]+\.js/.exec(await (await get("/")).text())![0];
    const compressed = await get(asset, { "accept-encoding": "br" });
    expect(compressed.headers.get("content-encoding")).toBe("br");
    expect(compressed.headers.get("content-type")).toContain("javascript");
  });

  it("allows scripts from its own files only, and no frame around it", async () => {
    const { headers } = await get("/");
    const policy = headers.get("content-security-policy");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("same-origin");
  });

  it("gives each answer a correlation id of its own", async () => {
    const ids = await Promise.all(
      [get("/"), get("/")].map(async (r) => (await r).headers.get("x-correlation-id")),
    );
    expect(new Set(ids).size).toBe(2);
  });

  it("does not serve files outside its folder, nor hidden ones", async () => {
    for (const path of [
      "/../package.json",
      "/%2e%2e/package.json",
      "/.built-from",
      "/.git/config",
      "/assets/.env?x=1",
      "/graphiql/.built-from",
    ]) {
      const answer = await raw(
        server.port,
        `GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`,
      );
      expect(answer, path).toMatch(/^HTTP\/1\.1 404 /);
      expect(answer, path).toMatch(/\r\n\r\nThere is nothing at this address\.\n$/);
    }
  });

  it("answers to every unknown method and path in words", async () => {
    expect((await fetch(`${server.url}/`, { method: "DELETE" })).status).toBe(404);
    expect(await (await get("/nothing.txt")).text()).toBe("There is nothing at this address.\n");
  });
});

describe("GraphQL over HTTP", () => {
  const server = useTestServer();

  it("passes every audit of the specification", async () => {
    const audits = serverAudits({
      url: `${server.url}/graphql`,
      // What a browser could not send to us from a foreign page.
      fetchFn: (url: string, init: RequestInit = {}) => {
        const headers = { "apollo-require-preflight": "1", ...Object.fromEntries(new Headers(init.headers)) };
        return fetch(url, { ...init, headers });
      },
    });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    expect(results.filter(({ status }) => status !== "ok").map(({ id, name }) => `${id} ${name}`)).toEqual(
      [],
    );
    expect(results.length).toBeGreaterThan(60);
  });

  it("refuses a request that a form of another site could send", async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: JSON.stringify({ query: "{ __typename }" }),
    });
    expect(response.status).toBe(400);
    const viaLink = await fetch(`${server.url}/graphql?query={__typename}`);
    expect(viaLink.status).toBe(400);
  });

  it("refuses batches", async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]),
    });
    expect(response.status).toBe(400);
  });

  it("refuses a body beyond the limit by a code, without reading on", async () => {
    const { status, errors } = await server.graphql.send(`# ${"x".repeat(1_100_000)}\n{ __typename }`);
    expect(status).toBe(413);
    expect(errors[0]?.extensions.code).toBe("QUERY_TOO_COMPLEX");
  });

  it("refuses too many tokens, aliases and levels by one code", async () => {
    const aliases = Array.from({ length: 50 }, (_, i) => `a${i}: templates { id }`).join(" ");
    const tokens = "__typename ".repeat(2_001);
    const levels = `projects { nodes { ${"workshops { nodes { project { ".repeat(6)} id ${"} } }".repeat(6)} } }`;
    for (const selection of [aliases, tokens, levels]) {
      const { errors, data } = await server.graphql.send(`{ ${selection} }`);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(["QUERY_TOO_COMPLEX"]);
      expect(data).toBeNull();
    }
  });

  it("tells an integrator that a token is unknown", async () => {
    const { status, errors } = await server.graphql
      .withToken("tvl_unknown")
      .send("{ viewer { __typename } }");
    expect(status).toBe(401);
    expect(errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
  });

  it("keeps a session in a cookie that no script can read", async () => {
    const link = server.links.setUp!;
    const response = await fetch(`${server.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query:
          "mutation ($token: String!) { signInWithLink(input: { token: $token }) { viewer { __typename } } }",
        variables: { token: new URL(link).hash.slice(1) },
      }),
    });
    const cookie = response.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/^tavolo_session=[\w-]{43};/);
    expect(cookie).toContain("HttpOnly");
    expect(cookie).toContain("SameSite=Lax");
    expect(cookie).not.toContain("Secure");
  });

  it("masks a fault, with the reference that the answer’s header carries too", async () => {
    const broken = await startTestServer(pglite);
    await broken.orm.em.fork().execute("alter table participant rename to mislaid");
    const { graphql } = await signInAdministrator(broken);
    const { errors, correlationId } = await graphql.send("{ viewer { participations { id } } }");
    expect(errors).toMatchObject([{ extensions: { code: "INTERNAL", correlationId } }]);
    expect(JSON.stringify(errors)).not.toMatch(INTERNALS);
  });

  it("ties the cookie to this host and to TLS where people come by https", async () => {
    const behindTls = await startTestServer(pglite, { env: { PUBLIC_URL: "https://tavolo.example.org" } });
    const response = await fetch(`http://127.0.0.1:${behindTls.port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        query:
          "mutation ($token: String!) { signInWithLink(input: { token: $token }) { viewer { __typename } } }",
        variables: { token: new URL(behindTls.links.setUp!).hash.slice(1) },
      }),
    });
    const cookie = response.headers.getSetCookie()[0]!;
    expect(cookie).toMatch(/^__Host-tavolo_session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; Secure;/);
    expect(cookie).not.toContain("Domain");
    expect(response.headers.get("strict-transport-security")).toContain("max-age");

    const kindOf = async (sent: string) =>
      new GraphQLClient(`http://127.0.0.1:${behindTls.port}`).as(sent).run("{ viewer { kind } }");
    const [pair] = cookie.split(";", 1);
    expect(await kindOf(pair!)).toEqual({ viewer: { kind: "PERSON" } });
    // The same token under the name that a neighbour’s page could set.
    expect(await kindOf(pair!.replace("__Host-", ""))).toEqual({ viewer: { kind: "ANONYMOUS" } });
  });
});

describe("the take-away at its own address", () => {
  const server = useTestServer();

  it("is a file for those who sit at the board, and for nobody else", async () => {
    const table = await setTable(server);
    const { cookie } = await table.join();
    const path = `${server.url}/boards/${table.boardId}/export.csv?language=it`;

    const file = await fetch(path, { headers: { cookie } });
    expect(file.status).toBe(200);
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''\S+\.csv$/);
    expect(file.headers.get("cache-control")).toBe("no-store");

    const anonymous = await fetch(path);
    expect(anonymous.status).toBe(401);
    expect(await anonymous.text()).toMatch(/^Please sign in first/);
    const elsewhere = await fetch(path.replace(table.boardId, table.projectId), { headers: { cookie } });
    expect(elsewhere.status).toBe(404);
  });
});

describe("GraphiQL", () => {
  const server = useTestServer();

  it("opens for browsers at /graphql, from files of this server", async () => {
    const page = await fetch(`${server.url}/graphql`, {
      headers: { accept: "text/html,application/xhtml+xml" },
    });
    expect(page.status).toBe(200);
    const html = await page.text();
    expect(html).not.toMatch(/https?:\/\//);
    const script = /\/graphiql\/assets\/[^"]+\.js/.exec(html)![0];
    const file = await fetch(server.url + script);
    expect(file.status).toBe(200);
    expect(file.headers.get("cache-control")).toContain("immutable");
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
  });
});

describe("the sockets", () => {
  const server = useTestServer();

  const handshake = (path: "/graphql" | "/sync", headers: Record<string, string>) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(server.socketUrl(path), "graphql-transport-ws", { headers });
      socket.once("open", () => {
        socket.close();
        resolve(101);
      });
      socket.once("unexpected-response", (_request, response) => resolve(response.statusCode ?? 0));
      socket.once("error", () => {});
    });

  for (const path of ["/graphql", "/sync"] as const) {
    it(`${path} opens for pages of ours and for programs, for no other page`, async () => {
      expect(await handshake(path, { origin: server.url })).toBe(101);
      expect(await handshake(path, {})).toBe(101);
      expect(await handshake(path, { origin: "https://tavolo.example.com" })).toBe(403);
      expect(await handshake(path, { origin: `${server.url}.example.com` })).toBe(403);
      expect(await handshake(path, { origin: "null" })).toBe(403);
    });

    it(`${path} refuses a token that it does not know`, async () => {
      expect(await handshake(path, { authorization: "Bearer tvl_unknown" })).toBeOneOf([101, 401]);
    });
  }

  it("are nowhere else", async () => {
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/elsewhere`);
    const status = await new Promise((resolve) => {
      socket.once("unexpected-response", (_request, response) => resolve(response.statusCode));
      socket.once("error", () => {});
    });
    expect(status).toBe(404);
  });
});

describe("GraphQL over WebSocket", () => {
  const server = useTestServer();

  const connect = (headers: Record<string, string>, connectionParams?: Record<string, unknown>) =>
    createClient({
      url: server.socketUrl("/graphql"),
      retryAttempts: 0,
      connectionParams,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocol: string) {
          super(url, protocol, { headers });
        }
      },
    });

  const first = async (client: ReturnType<typeof connect>, query: string) => {
    for await (const result of client.iterate({ query })) return result;
    return undefined;
  };

  it("knows the viewer by the cookie of a page of ours", async () => {
    const { cookie } = await signInAdministrator(server);
    const query = "{ viewer { kind } }";
    const asPage = connect({ cookie, origin: server.url });
    expect(await first(asPage, query)).toMatchObject({ data: { viewer: { kind: "PERSON" } } });
    const asProgram = connect({ cookie });
    expect(await first(asProgram, query)).toMatchObject({ data: { viewer: { kind: "ANONYMOUS" } } });
  });

  it("closes on a bad token with the reason", async () => {
    const closed = Promise.withResolvers<unknown>();
    const client = connect({}, { authorization: "Bearer tvl_unknown" });
    client.on("closed", closed.resolve);
    await expect(first(client, "{ viewer { kind } }")).rejects.toMatchObject({
      code: CloseCode.Unauthorized,
    });
    expect(await closed.promise).toMatchObject({ code: CloseCode.Unauthorized });
  });

  it("has the limits of HTTP", async () => {
    const aliases = Array.from({ length: 50 }, (_, i) => `a${i}: templates { id }`).join(" ");
    const levels = `projects { nodes { ${"workshops { nodes { project { ".repeat(6)} id ${"} } }".repeat(6)} } }`;
    for (const selection of [aliases, levels, "__typename ".repeat(2_001)]) {
      const refused = first(connect({ origin: server.url }), `{ ${selection} }`);
      await expect(refused).rejects.toMatchObject([{ extensions: { code: "QUERY_TOO_COMPLEX" } }]);
    }
  });

  it("masks like HTTP", async () => {
    const result = await first(connect({ origin: server.url }), `{ board(id: "0199") { id } }`);
    expect(JSON.stringify(result)).not.toMatch(INTERNALS);
    const invalid = first(connect({ origin: server.url }), "{ nothing }");
    await expect(invalid).rejects.toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
  });

  it("closes on a message beyond the limit, and harms nobody else", async () => {
    const other = connect({ origin: server.url });
    const socket = new WebSocket(server.socketUrl("/graphql"), "graphql-transport-ws", {
      origin: server.url,
    });
    const code = new Promise((resolve) => socket.once("close", resolve));
    socket.once("open", () => socket.send("x".repeat(1_100_000)));
    expect(await code).toBe(1009);
    expect(await first(other, "{ __typename }")).toEqual({ data: { __typename: "Query" } });
  });
});

const raw = (port: number, request: string) =>
  new Promise<string>((resolve) => {
    let answer = "";
    const socket = createConnection(port, "127.0.0.1", () => socket.write(request));
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.on("close", () => resolve(answer));
  });
