import { newId } from "@tavolo/schema";
import { InviteSchema } from "@tavolo/server/invites/invite.entity.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { joinWorkshop, setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const createInvite = `mutation ($input: CreateInviteInput!) {
  createInvite(input: $input) { invite { id code url role label expiresAt useCount } }
}`;
const revokeInvite = `mutation ($input: RevokeInviteInput!) { revokeInvite(input: $input) { invite { revokedAt } } }`;
const preview = `query ($code: String!) {
  invite(code: $code) {
    role invitedBy projectName workshopTitle participantCount boards { id title display } viewerParticipant { displayName }
  }
}`;
const join = `mutation ($input: JoinWorkshopInput!) {
  joinWorkshop(input: $input) {
    participant { id role displayName stakeholderGroup language organisation { name } isViewer }
    workshop { id }
    boards { id viewer { role canWrite } }
  }
}`;

interface Invite {
  id: string;
  code: string;
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: Table;

  beforeAll(async () => {
    table = await setTable(server, { moderator: await signInAdministrator(server) });
  });

  const invite = async (input: object = {}): Promise<Invite & Record<string, unknown>> => {
    const answer = await table.moderator.graphql.run<{
      createInvite: { invite: Invite & Record<string, unknown> };
    }>(createInvite, { input: { workshopId: table.workshopId, ...input } });
    return answer.createInvite.invite;
  };
  const person = (code: string) => ({ code, displayName: "Heron", stakeholderGroup: "CSO" });
  const refusalOf = async (query: string, variables: object, graphql = server.graphql) =>
    (await graphql.send(query, variables)).errors[0]?.extensions;

  describe("an invitation", () => {
    test("shows what it leads to before anyone joins", async () => {
      const { code, url, useCount } = await invite({ label: "For the tenants" });
      expect(url).toBe(`${server.url}/join/${code}`);
      expect(useCount).toBe(0);
      expect((await server.graphql.run(preview, { code }))["invite"]).toEqual({
        role: "CONTRIBUTOR",
        invitedBy: expect.any(String),
        projectName: "Rights in shared spaces",
        workshopTitle: "First round table",
        participantCount: 1,
        boards: [{ id: table.boardId, title: "SWOT", display: "GROUP" }],
        viewerParticipant: null,
      });
    });

    test("seats a guest and signs them in with a cookie that scripts cannot read", async () => {
      const { code } = await invite();
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query: join,
          variables: {
            input: {
              ...person(code),
              displayName: "  Heron\n ",
              organisation: "Tenants’ Group",
              language: "IT",
            },
          },
        }),
      });
      const cookie = response.headers.getSetCookie()[0] ?? "";
      expect(cookie).toMatch(/^tavolo_session=.+; .*HttpOnly/);
      expect(cookie).toContain("SameSite=Lax");
      expect(cookie).toContain("Path=/");
      const { data } = (await response.json()) as { data: { joinWorkshop: unknown } };
      expect(data.joinWorkshop).toMatchObject({
        participant: {
          role: "CONTRIBUTOR",
          displayName: "Heron",
          stakeholderGroup: "CSO",
          language: "IT",
          organisation: { name: "Tenants’ Group" },
          isViewer: true,
        },
        workshop: { id: table.workshopId },
        boards: [{ id: table.boardId, viewer: { role: "CONTRIBUTOR", canWrite: true } }],
      });
      const viewer = await server.graphql
        .as(cookie.split(";", 1)[0] ?? "")
        .run(`{ viewer { kind displayName canCreateProjects } }`);
      expect(viewer["viewer"]).toEqual({ kind: "PERSON", displayName: "Heron", canCreateProjects: false });
    });

    test("knows who joined already, and lets them change their name without a second seat", async () => {
      const { code } = await invite();
      const heron = await joinWorkshop(server, person(code));
      expect((await heron.graphql.run(preview, { code }))["invite"]).toMatchObject({
        viewerParticipant: { displayName: "Heron" },
      });
      const again = await heron.graphql.send<{ joinWorkshop: { participant: { id: string } } }>(join, {
        input: { ...person(code), displayName: "Stork", stakeholderGroup: "RESIDENT" },
      });
      expect(again.cookie).toBeNull();
      expect(again.data?.joinWorkshop.participant).toMatchObject({
        id: heron.participantId,
        displayName: "Stork",
        stakeholderGroup: "RESIDENT",
      });
    });

    test("never gives back what a moderator took", async () => {
      const { code } = await invite();
      const heron = await joinWorkshop(server, person(code));
      await table.moderator.graphql.run(
        `mutation ($input: SetParticipantRoleInput!) { setParticipantRole(input: $input) { participant { role } } }`,
        { input: { participantId: heron.participantId, role: "OBSERVER" } },
      );
      const again = await heron.graphql.run<{ joinWorkshop: { participant: object } }>(join, {
        input: person(code),
      });
      expect(again.joinWorkshop.participant).toMatchObject({ role: "OBSERVER" });
      await table.moderator.graphql.run(
        `mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { participant { removedAt } } }`,
        { input: { participantId: heron.participantId } },
      );
      expect(await refusalOf(join, { input: person(code) }, heron.graphql)).toMatchObject({
        code: "FORBIDDEN",
      });
    });

    test("counts those who joined, and one organisation however it is spelt", async () => {
      const { id, code } = await invite();
      await server.graphql.run(join, { input: { ...person(code), organisation: "Forum for Access" } });
      await server.graphql.run(join, { input: { ...person(code), organisation: "FORUM for access" } });
      const { workshop } = await table.moderator.graphql.run<{
        workshop: {
          invites: { id: string; useCount: number }[];
          project: { organisations: { name: string }[] };
        };
      }>(
        `query ($id: ID!) { workshop(id: $id) { invites { id useCount } project { organisations { name } } } }`,
        {
          id: table.workshopId,
        },
      );
      expect(workshop.invites.find((known) => known.id === id)?.useCount).toBe(2);
      const names = workshop.project.organisations.map(({ name }) => name);
      expect(names.filter((name) => name.toLowerCase() === "forum for access")).toEqual(["Forum for Access"]);
    });
  });

  describe("an invitation that does not open", () => {
    test("because nobody made it", async () => {
      for (const code of ["nonsense", "", "\0", "' or 1=1 --"]) {
        expect(await refusalOf(preview, { code })).toMatchObject({ code: "INVITE_NOT_FOUND" });
      }
      expect(await refusalOf(join, { input: person("nonsense") })).toMatchObject({
        code: "INVITE_NOT_FOUND",
      });
    });

    test("because its time has passed", async () => {
      const { id, code } = await invite();
      await server.orm.em
        .fork()
        .nativeUpdate(InviteSchema, { id }, { expiresAt: new Date(Date.now() - 1_000) });
      expect(await refusalOf(preview, { code })).toMatchObject({ code: "INVITE_EXPIRED" });
      expect(await refusalOf(join, { input: person(code) })).toMatchObject({ code: "INVITE_EXPIRED" });
    });

    test("because a moderator withdrew it; who joined before stays", async () => {
      const { id, code } = await invite();
      const heron = await joinWorkshop(server, person(code));
      await table.moderator.graphql.run(revokeInvite, { input: { id } });
      expect(await refusalOf(preview, { code })).toMatchObject({ code: "INVITE_REVOKED" });
      expect(await refusalOf(join, { input: person(code) })).toMatchObject({ code: "INVITE_REVOKED" });
      expect(
        await heron.graphql.run(`query ($id: ID!) { board(id: $id) { viewer { role } } }`, {
          id: table.boardId,
        }),
      ).toEqual({ board: { viewer: { role: "CONTRIBUTOR" } } });
    });
  });

  describe("what cannot be done", () => {
    test.each([
      ["joining without a name", { displayName: "   " }, { code: "INVALID_VALUE", field: "displayName" }],
      ["joining with too long a name", { displayName: "a".repeat(61) }, { code: "TEXT_TOO_LONG", limit: 60 }],
      [
        "joining for a merged group",
        { stakeholderGroup: "OTHER" },
        { code: "INVALID_VALUE", field: "stakeholderGroup" },
      ],
    ])("%s", async (_what, wrong, refusal) => {
      const { code } = await invite();
      const { errors, cookie } = await server.graphql.send(join, { input: { ...person(code), ...wrong } });
      expect(errors[0]?.extensions).toMatchObject(refusal);
      expect(cookie).toBeNull();
    });

    test("inviting by a guest, or to an end that has passed, or withdrawing what is not there", async () => {
      const guest = await table.join();
      const { id } = await invite();
      expect(
        await refusalOf(createInvite, { input: { workshopId: table.workshopId } }, guest.graphql),
      ).toMatchObject({
        code: "FORBIDDEN",
      });
      expect(await refusalOf(revokeInvite, { input: { id } }, guest.graphql)).toMatchObject({
        code: "FORBIDDEN",
      });
      const { graphql } = table.moderator;
      expect(
        await refusalOf(
          createInvite,
          { input: { workshopId: table.workshopId, expiresAt: "2020-01-01T00:00:00Z" } },
          graphql,
        ),
      ).toMatchObject({ code: "INVALID_VALUE" });
      expect(await refusalOf(revokeInvite, { input: { id: newId() } }, graphql)).toMatchObject({
        code: "INVITE_NOT_FOUND",
      });
    });
  });

  describe("roles", () => {
    const setRole = `mutation ($input: SetParticipantRoleInput!) { setParticipantRole(input: $input) { participant { role } } }`;
    const remove = `mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { participant { removedAt } } }`;

    test("are set by a moderator, who can pass the chair on but not leave it empty", async () => {
      const { graphql, participantId } = table.moderator;
      expect(await refusalOf(setRole, { input: { participantId, role: "OBSERVER" } }, graphql)).toMatchObject(
        {
          code: "LAST_MODERATOR",
        },
      );
      expect(await refusalOf(remove, { input: { participantId } }, graphql)).toMatchObject({
        code: "LAST_MODERATOR",
      });
      const heron = await table.join();
      expect(
        await graphql.run(setRole, { input: { participantId: heron.participantId, role: "MODERATOR" } }),
      ).toEqual({
        setParticipantRole: { participant: { role: "MODERATOR" } },
      });
      const invited = await refusalOf(
        createInvite,
        { input: { workshopId: table.workshopId } },
        heron.graphql,
      );
      expect(invited).toBeUndefined();
    });

    test("are not set by a contributor, nor for somebody of another project", async () => {
      const [heron, stork] = [await table.join(), await table.join({ displayName: "Stork" })];
      const input = { participantId: stork.participantId, role: "MODERATOR" };
      expect(await refusalOf(setRole, { input }, heron.graphql)).toMatchObject({ code: "FORBIDDEN" });
      const other = await setTable(server, { moderator: table.moderator });
      const guest = await other.join();
      expect(await refusalOf(setRole, { input }, guest.graphql)).toMatchObject({
        code: "PARTICIPANT_NOT_FOUND",
      });
      expect(
        await refusalOf(setRole, { input: { ...input, participantId: newId() } }, heron.graphql),
      ).toMatchObject({
        code: "PARTICIPANT_NOT_FOUND",
      });
    });
  });

  describe("signing in", () => {
    const createLink = `mutation ($input: CreateSignInLinkInput!) { createSignInLink(input: $input) { url } }`;
    const signIn = `mutation ($input: SignInWithLinkInput!) { signInWithLink(input: $input) { viewer { kind } } }`;

    test("works once with a link, and ends with signing out", async () => {
      const { graphql, participantId } = table.moderator;
      const { createSignInLink } = await graphql.run<{ createSignInLink: { url: string } }>(createLink, {
        input: { participantId },
      });
      const token = new URL(createSignInLink.url).hash.slice(1);
      const { cookie } = await server.graphql.send(signIn, { input: { token } });
      expect(await refusalOf(signIn, { input: { token } })).toMatchObject({ code: "LINK_USED" });
      expect(await refusalOf(signIn, { input: { token: "nonsense" } })).toMatchObject({
        code: "LINK_EXPIRED",
      });
      const second = server.graphql.as(cookie ?? "");
      expect(await second.run(`{ viewer { kind participations { id } } }`)).toMatchObject({
        viewer: { kind: "PERSON", participations: expect.arrayContaining([{ id: participantId }]) },
      });
      expect(await second.run(`mutation { signOut { signedOut } }`)).toEqual({
        signOut: { signedOut: true },
      });
      expect(await second.run(`{ viewer { kind } }`)).toEqual({ viewer: { kind: "ANONYMOUS" } });
    });

    test("as somebody else is not to be had", async () => {
      const heron = await table.join();
      const input = { participantId: heron.participantId };
      expect(await refusalOf(createLink, { input }, table.moderator.graphql)).toMatchObject({
        code: "FORBIDDEN",
      });
      const stork = await table.join({ displayName: "Stork" });
      expect(await refusalOf(createLink, { input }, stork.graphql)).toMatchObject({ code: "FORBIDDEN" });
    });
  });
});
