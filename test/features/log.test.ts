import { describe, expect, it } from "vitest";
import { createLog } from "@tavolo/server/log.ts";
import { WebSocket } from "ws";
import { openBoardClient } from "../support/board-client.ts";
import { pglite } from "../support/databases.ts";
import { setTable } from "../support/sign-in.ts";
import { startTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

interface Line extends Record<string, unknown> {
  level: string;
  msg: string;
  correlationId?: string;
}

/** A log that can be read, at the level that says most. */
const readableLog = () => {
  let text = "";
  const log = createLog("trace", { write: (line) => void (text += line) });
  return {
    log,
    text: () => text,
    lines: () =>
      text
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Line),
  };
};

/** What people give, write and carry in the scripted session; nothing of it may be in the log. */
const personal = {
  name: "Ottavia Brambilla",
  pseudonym: "Heron-of-the-river",
  organisation: "Friends of the Quiet Quay",
  note: "The lift at the library has been out since June",
  long: "at the market".repeat(3),
  project: "Rights on the waterfront",
};

describe("the log", () => {
  it("holds nothing that people write, nor what opens a door, whatever happens", async () => {
    const { log, text, lines } = readableLog();
    const server = await startTestServer(pglite, { log });
    const table = await setTable(server);
    const { moderator, boardId, projectId, workshopId } = table;
    const secrets = [moderator.cookie.split("=")[1]!, new URL(server.links.setUp!).hash.slice(1)];

    await moderator.graphql.run(
      `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { project { id } } }`,
      { input: { id: projectId, name: personal.project } },
    );
    const { createInvite } = await moderator.graphql.run<{ createInvite: { invite: { code: string } } }>(
      `mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { code } } }`,
      { input: { workshopId, role: "CONTRIBUTOR" } },
    );
    const { createApiToken } = await moderator.graphql.run<{ createApiToken: { token: string } }>(
      `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
      { input: { projectId, name: personal.organisation } },
    );
    secrets.push(createInvite.invite.code, createApiToken.token);
    await fetch(`${server.url}/join/${createInvite.invite.code}`);
    const guest = await table.join({ displayName: personal.pseudonym });
    secrets.push(guest.cookie.split("=")[1]!);

    // By both doors, and what is refused or broken.
    const client = await openBoardClient({ url: server.url, boardId, token: createApiToken.token });
    client.editor.add("notes", { text: personal.note, section: "S", language: "en" });
    await client.saved();
    const watching = subscribe<object>(
      openGraphQLSocket(server, { cookie: guest.cookie }),
      `subscription ($boardId: ID!) { boardEvents(boardId: $boardId, after: 0) { number } }`,
      { boardId },
    );
    await watching.next();
    const addNote = `mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`;
    await guest.graphql.run(addNote, { input: { boardId, section: "THREATS", text: personal.long } });
    await guest.graphql.send(addNote, { input: { boardId, section: personal.note, text: personal.name } });
    await guest.graphql.send(`{ ${personal.name.replace(" ", "_")} }`);
    await guest.graphql.send(`{ viewer { kind "${personal.name}" } }`);
    await server.graphql.withToken(`tvl_${personal.pseudonym}`).send("{ viewer { kind } }");
    const socket = new WebSocket(server.socketUrl("/sync"), { origin: server.url });
    await new Promise((resolve) => {
      socket.once("open", () => socket.send(Buffer.from(personal.note)));
      socket.once("close", resolve);
    });

    // The database gives up in the middle: its errors quote the statement with what was written.
    await server.orm.em.fork().execute("alter table board_item rename to mislaid");
    const lost = `${personal.note} and nobody comes\n    at the counter`;
    client.editor.add("notes", { text: lost, section: "W", language: "en" });
    await client.saved();
    await server.orm.em.fork().execute("alter table project rename to mislaid_too");
    await moderator.graphql.send(
      `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { project { id } } }`,
      { input: { id: projectId, name: personal.name } },
    );
    const complained = () => lines().some(({ msg }) => msg.startsWith("projection not written"));
    await expect.poll(complained, { timeout: 20_000 }).toBe(true);
    await server.orm.em.fork().execute("alter table mislaid_too rename to project");
    await server.orm.em.fork().execute("alter table mislaid rename to board_item");

    expect(text()).not.toBe("");
    for (const said of [...Object.values(personal), "nobody comes", "at the counter"])
      expect(text()).not.toContain(said);
    for (const secret of secrets) expect(text()).not.toContain(secret);
    expect(text()).not.toMatch(/insert into|update "|tvl_|tavolo_session/);
  });

  it("holds neither who signs in, nor by what, nor whom a mail was for", async () => {
    const { log, text, lines } = readableLog();
    // Nothing answers there: each mail fails, and its error quotes the address.
    const server = await startTestServer(pglite, { log, env: { SMTP_URL: "smtp://127.0.0.1:1" } });
    const given = [
      "ottavia@quay.example.org",
      "Ottavia Brambilla",
      "nine herons on a lift",
      "guess@quay.example.org",
    ];
    const [email, displayName, password, stranger] = given;
    const token = new URL(server.links.setUp!).hash.slice(1);
    const send = (operation: string, input: object, cookie = "") =>
      server.graphql.as(cookie).send<Record<string, { project?: { id: string } }>>(operation, { input });

    const { cookie } = await send(
      `mutation ($input: CompleteSetUpInput!) { completeSetUp(input: $input) { viewer { kind } } }`,
      { token, displayName, email, password },
    );
    expect(cookie).not.toBeNull();
    const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) { viewer { kind } } }`;
    await send(signIn, { email, password });
    await send(signIn, { email, password: `${password}!` });
    await send(signIn, { email: stranger, password });
    const created = await send(
      `mutation ($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }`,
      { name: "Quay", country: "IT" },
      cookie!,
    );
    await send(
      `mutation ($input: InviteModeratorInput!) { inviteModerator(input: $input) { __typename } }`,
      { projectId: created.data!["createProject"]!.project!.id, email: stranger },
      cookie!,
    );
    await send(
      `mutation ($input: RequestSignInLinkInput!) { requestSignInLink(input: $input) { requested } }`,
      { email },
    );
    await expect
      .poll(() => lines().some(({ msg }) => msg === "mail not sent"), { timeout: 20_000 })
      .toBe(true);
    expect(lines().filter(({ operation }) => operation === "mutation signIn")).toHaveLength(3);
    for (const said of [...given, token, cookie!.split("=")[1]!]) expect(text()).not.toContain(said);
  });

  it("ties the lines of a request and of a socket together by one id, which the answer carries too", async () => {
    const { log, lines } = readableLog();
    const server = await startTestServer(pglite, { log });
    const { correlationId } = await server.graphql.send("{ templates { id } }");
    const of = (id: unknown) => lines().filter((line) => line.correlationId === id);
    await expect.poll(() => of(correlationId).map(({ msg }) => msg)).toEqual(["operation", "request"]);
    expect(of(correlationId)[0]).toMatchObject({ operation: "query templates", outcome: "ok" });

    const socket = new WebSocket(server.socketUrl("/sync"), { origin: server.url });
    await new Promise((resolve) => {
      socket.once("open", () => socket.send("not binary"));
      socket.once("close", resolve);
    });
    await expect.poll(() => lines().some(({ msg }) => msg === "socket closed")).toBe(true);
    const opened = lines().find(({ msg }) => msg === "socket opened");
    expect(of(opened?.correlationId).map(({ msg }) => msg)).toEqual([
      "socket opened",
      "malformed frame",
      "socket closed",
    ]);
  });

  it("keeps a trusted proxy’s id, and nobody else’s", async () => {
    const idOf = async (env: Record<string, string>) => {
      const { port } = await startTestServer(pglite, { env });
      const headers = { "x-request-id": "proxy-0123456789" };
      return (await fetch(`http://127.0.0.1:${port}/healthz`, { headers })).headers.get("x-correlation-id");
    };
    expect(await idOf({ TRUST_PROXY: "1" })).toBe("proxy-0123456789");
    expect(await idOf({})).not.toBe("proxy-0123456789");
  });
});
