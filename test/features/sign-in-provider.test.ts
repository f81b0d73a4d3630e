import { PersonSchema } from "@tavolo/server/people/person.entity.ts";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { signInAdministrator } from "../support/sign-in.ts";
import { useSignInProvider, Wanderer } from "../support/sign-in-provider.ts";
import { startTestServer, type TestServer, useTestServer } from "../support/start-test-server.ts";

const viewerOf = async (server: TestServer, cookie: string | null) => {
  if (!cookie) return null;
  const { viewer } = await server.graphql.as(cookie).run<{
    viewer: {
      kind: string;
      displayName: string | null;
      canCreateProjects: boolean;
      account: { email: string | null; emailConfirmed: boolean; usesProvider: boolean } | null;
    };
  }>("{ viewer { kind displayName canCreateProjects account { email emailConfirmed usesProvider } sessions { startedBy } } }");
  return viewer;
};

describe("a sign-in provider", () => {
  const provider = useSignInProvider();
  const server = useTestServer(undefined, {
    get env() {
      return provider.env;
    },
  });
  beforeAll(() => provider.serve(server));
  let browser: Wanderer;
  beforeEach(() => {
    browser = new Wanderer();
  });
  const signIn = () => browser.go(`${server.url}/sign-in/provider`);

  it("is offered by its name", async () => {
    const { signInOptions } = await server.graphql.run("{ signInOptions { providerName } }");
    expect(signInOptions).toEqual({ providerName: "Città" });
  });

  it("lets a newcomer in with an account that may do nothing yet, and knows them the next time", async () => {
    provider.signedInAs({ sub: "c-1", name: "Carla", email: "carla@citta.example", email_verified: true });
    const end = await signIn();
    expect(`${end.pathname}${end.search}`).toBe("/sign-in?done");
    expect(await viewerOf(server, browser.session)).toMatchObject({
      kind: "PERSON",
      displayName: "Carla",
      canCreateProjects: false,
      account: { email: "carla@citta.example", emailConfirmed: true, usesProvider: true },
      sessions: [{ startedBy: "PROVIDER" }],
    });
    browser = new Wanderer();
    provider.signedInAs({ sub: "c-1", name: "Carla", email: "married@citta.example", email_verified: true });
    await signIn();
    expect((await viewerOf(server, browser.session))?.account?.email).toBe("carla@citta.example");
    expect(await server.orm.em.fork().count(PersonSchema, { displayName: "Carla" })).toBe(1);
  });

  it("signs in to the account with the same address, where both ends have confirmed it", async () => {
    await signInAdministrator(server);
    const em = server.orm.em.fork();
    const ada = { email: "ada@citta.example", displayName: "Ada", emailConfirmedAt: new Date() };
    await em.nativeUpdate(PersonSchema, { administrator: true }, ada);
    provider.signedInAs({ sub: "a-1", email: "Ada@citta.example", email_verified: true });
    await signIn();
    expect(await viewerOf(server, browser.session)).toMatchObject({
      displayName: "Ada",
      canCreateProjects: true,
      account: { usesProvider: true },
    });
  });

  it("never opens an account by an address that one end has only been told", async () => {
    const em = server.orm.em.fork();
    await em.nativeUpdate(
      PersonSchema,
      { administrator: true },
      { email: "boss@citta.example", emailConfirmedAt: null },
    );
    provider.signedInAs({ sub: "b-1", email: "boss@citta.example", email_verified: true });
    await signIn();
    expect(await viewerOf(server, browser.session)).toMatchObject({
      canCreateProjects: false,
      account: { email: null },
    });
    await em.nativeUpdate(PersonSchema, { administrator: true }, { emailConfirmedAt: new Date() });
    browser = new Wanderer();
    provider.signedInAs({ sub: "b-2", email: "boss@citta.example", email_verified: false });
    await signIn();
    expect(await viewerOf(server, browser.session)).toMatchObject({
      canCreateProjects: false,
      account: { email: null },
    });
  });

  it("says so when somebody breaks off, and when an answer belongs to no journey of this browser", async () => {
    provider.signedInAs(null);
    expect((await signIn()).search).toBe("?problem=refused");
    expect(browser.session).toBeNull();
    const stray = await browser.go(`${server.url}/sign-in/provider/back?code=stolen&state=stolen`);
    expect(stray.search).toBe("?problem=refused");
    expect(browser.session).toBeNull();
  });

  it("takes no answer whose state is another journey’s", async () => {
    const other = new Wanderer();
    const begun = await fetch(`${server.url}/sign-in/provider`, { redirect: "manual" });
    const [cookie = ""] = begun.headers.getSetCookie()[0]?.split(";") ?? [];
    const answer = await fetch(
      `${server.url}/sign-in/provider/back?code=x&state=y&iss=${provider.env["OIDC_ISSUER"]}`,
      {
        redirect: "manual",
        headers: { cookie },
      },
    );
    expect(answer.headers.get("location")).toBe("/sign-in?problem=failed");
    expect(answer.headers.getSetCookie().join()).not.toContain("tavolo_session");
    expect(other.session).toBeNull();
  });

  it("makes accounts for the settings’ mail domains only", async () => {
    const own = await startTestServer(undefined, {
      env: { ...provider.env, OIDC_DOMAINS: "@Comune.example" },
    });
    provider.serve(own);
    try {
      provider.signedInAs({ sub: "d-1", email: "dora@elsewhere.example", email_verified: true });
      expect((await browser.go(`${own.url}/sign-in/provider`)).search).toBe("?problem=domain");
      expect(browser.session).toBeNull();
      browser = new Wanderer();
      provider.signedInAs({ sub: "d-2", email: "dora@comune.example", email_verified: true });
      await browser.go(`${own.url}/sign-in/provider`);
      expect(await viewerOf(own, browser.session)).toMatchObject({ kind: "PERSON" });
    } finally {
      provider.serve(server);
    }
  });

  it("that is down keeps nobody from signing in another way", async () => {
    const own = await startTestServer(undefined, {
      env: { ...provider.env, OIDC_ISSUER: "http://127.0.0.1:9" },
    });
    expect((await browser.go(`${own.url}/sign-in/provider`)).search).toBe("?problem=failed");
    await signInAdministrator(own);
  });
});
