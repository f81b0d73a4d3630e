import { CONSENT_VERSION } from "@tavolo/schema";
import { InviteSchema } from "@tavolo/server/invites/invite.entity.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { rateLimits } from "@tavolo/server/people/rate-limits.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, type SignedIn, signInAdministrator, type Table } from "../support/sign-in.ts";
import { startTestServer, useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

const createInvite = `mutation ($input: CreateInviteInput!) {
  createInvite(input: $input) { invite { id code shortCode maxUses needsApproval useCount } }
}`;
const preview = `query ($code: String!) {
  invite(code: $code) {
    workshopTitle needsApproval stakeholderGroups { group label(language: IT) }
    viewerParticipant { id } viewerRequest { id state displayName workshopTitle }
  }
}`;
const join = `mutation ($input: JoinWorkshopInput!) {
  joinWorkshop(input: $input) { participant { id state } request { id state } workshop { id } boards { id } }
}`;
const people = `query ($id: ID!, $states: [SeatState!]!) {
  workshop(id: $id) { participants(first: 100, states: $states) { totalCount nodes { id displayName state } } }
}`;
const remove = `mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { participant { state } } }`;
const readmit = `mutation ($input: ReadmitParticipantInput!) { readmitParticipant(input: $input) { participant { state } } }`;
const admit = `mutation ($input: AdmitParticipantsInput!) { admitParticipants(input: $input) { participants { id state } } }`;
const decline = `mutation ($input: DeclineParticipantInput!) { declineParticipant(input: $input) { participant { state } } }`;
const revoke = `mutation ($input: RevokeInviteInput!) { revokeInvite(input: $input) { invite { revokedAt } } }`;
const update = `mutation ($input: UpdateParticipantInput!) {
  updateParticipant(input: $input) { participant { displayName stakeholderGroup organisation { name } } }
}`;
const seeBoard = `query ($id: ID!) { board(id: $id) { title } }`;

interface Invite {
  id: string;
  code: string;
  shortCode: string;
  useCount: number;
}
interface Joined {
  joinWorkshop: {
    participant: { id: string; state: string } | null;
    request: { id: string; state: string };
    workshop: object | null;
    boards: object[];
  };
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let administrator: Omit<SignedIn, "participantId">;
  beforeAll(async () => {
    administrator = await signInAdministrator(server);
  });
  const newTable = () => setTable(server, { moderator: administrator });
  const invite = async (table: Table, input: object = {}): Promise<Invite> =>
    (
      await table.moderator.graphql.run<{ createInvite: { invite: Invite } }>(createInvite, {
        input: { workshopId: table.workshopId, ...input },
      })
    ).createInvite.invite;
  const somebody = (code: string, displayName = "Heron") => ({
    code,
    displayName,
    stakeholderGroup: "CSO",
    consentVersion: CONSENT_VERSION,
  });
  const comes = async (code: string, displayName = "Heron") => {
    const { cookie, data, errors } = await server.graphql.send<Joined>(join, {
      input: somebody(code, displayName),
    });
    if (!cookie || !data) throw new Error(errors[0]?.message);
    return {
      cookie,
      graphql: server.graphql.as(cookie),
      ...data.joinWorkshop,
      id: data.joinWorkshop.request.id,
    };
  };
  const refusal = async (graphql: GraphQLClient, query: string, variables: object) =>
    (await graphql.send(query, variables)).errors[0]?.extensions.code;

  describe("a short code", () => {
    test("opens the door however it is typed, and is not the code of the link", async () => {
      const table = await newTable();
      const { code, shortCode } = await invite(table);
      expect(shortCode).toMatch(/^[2-9C-Y]{4}-[2-9C-Y]{4}$/);
      expect(code).toHaveLength(22);
      for (const typed of [shortCode, shortCode.toLowerCase(), ` ${shortCode.replace("-", " ")} `]) {
        expect(await server.graphql.run(preview, { code: typed })).toMatchObject({
          invite: { workshopTitle: "First round table" },
        });
      }
      expect((await comes(shortCode.toLowerCase())).participant).toMatchObject({ state: "SEATED" });
    });
  });

  describe("an invitation for a number of people", () => {
    test("is full when they have come, also when the last two come at once", async () => {
      const table = await newTable();
      const { code, id } = await invite(table, { maxUses: 2 });
      const first = await comes(code);
      const last = await Promise.all(
        ["Stork", "Crane"].map((name) => server.graphql.send<Joined>(join, { input: somebody(code, name) })),
      );
      expect(
        last.map(({ errors }) => errors[0]?.extensions.code ?? "").toSorted((a, b) => a.localeCompare(b)),
      ).toEqual(["", "INVITE_FULL"]);
      expect(await refusal(server.graphql, preview, { code })).toBe("INVITE_FULL");
      // Whoever sits there still comes in by it.
      expect(await first.graphql.run(preview, { code })).toMatchObject({
        invite: { viewerParticipant: { id: first.id } },
      });
      const row = await server.orm.em.fork().findOneOrFail(InviteSchema, { id });
      expect(row.useCount).toBe(2);
    });

    test("is for at least one", async () => {
      const table = await newTable();
      const input = { workshopId: table.workshopId, maxUses: 0 };
      expect(await refusal(table.moderator.graphql, createInvite, { input })).toBe("INVALID_VALUE");
    });
  });

  describe("an invitation with approval", () => {
    test("lets nobody see, count or write anything before they are admitted", async () => {
      const table = await newTable();
      const { code } = await invite(table, { needsApproval: true });
      const heron = await comes(code);
      expect(heron).toMatchObject({
        participant: null,
        workshop: null,
        boards: [],
        request: { state: "WAITING" },
      });
      expect(await refusal(heron.graphql, seeBoard, { id: table.boardId })).toBe("BOARD_NOT_FOUND");
      expect(await heron.graphql.run(`{ viewer { participations { id } } projects { totalCount } }`)).toEqual(
        {
          viewer: { participations: [] },
          projects: { totalCount: 0 },
        },
      );
      expect(
        await refusal(
          heron.graphql,
          `mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`,
          { input: { boardId: table.boardId, section: "STRENGTHS", text: "Too early" } },
        ),
      ).toBe("BOARD_NOT_FOUND");
      const counts = await table.moderator.graphql.run(
        `query ($id: ID!, $board: ID!) { project(id: $id) { stakeholderCounts { count } } board(id: $board) { participants { totalCount } } }`,
        { id: table.projectId, board: table.boardId },
      );
      expect(counts).toEqual({
        project: { stakeholderCounts: [{ count: 1 }] },
        board: { participants: { totalCount: 1 } },
      });
      expect(await heron.graphql.run(preview, { code })).toMatchObject({
        invite: {
          needsApproval: true,
          viewerParticipant: null,
          viewerRequest: { id: heron.id, state: "WAITING", displayName: "Heron" },
        },
      });
    });

    test("shows the moderator who waits, and lets several in at once", async () => {
      const table = await newTable();
      const { code } = await invite(table, { needsApproval: true });
      const door = subscribe<{
        arrivals: { seatedCount: number; waitingCount: number; waiting: { displayName: string }[] };
      }>(
        openGraphQLSocket(server, { cookie: administrator.cookie }),
        `subscription ($id: ID!) { arrivals(workshopId: $id) { seatedCount waitingCount waiting { displayName } } }`,
        { id: table.workshopId },
      );
      expect((await door.next()).arrivals).toEqual({ seatedCount: 1, waitingCount: 0, waiting: [] });
      const heron = await comes(code);
      expect((await door.next()).arrivals).toMatchObject({
        waitingCount: 1,
        waiting: [{ displayName: "Heron" }],
      });
      const stork = await comes(code, "Stork");
      expect((await door.next()).arrivals).toMatchObject({ waitingCount: 2 });
      const waits = subscribe<{ seatRequest: { state: string } }>(
        openGraphQLSocket(server, { cookie: heron.cookie }),
        `subscription ($id: ID!) { seatRequest(id: $id) { state } }`,
        { id: heron.id },
      );
      expect((await waits.next()).seatRequest).toEqual({ state: "WAITING" });
      await table.moderator.graphql.run(admit, { input: { participantIds: [heron.id, stork.id] } });
      expect((await waits.next()).seatRequest).toEqual({ state: "SEATED" });
      expect((await door.next()).arrivals).toEqual({ seatedCount: 3, waitingCount: 0, waiting: [] });
      expect(await heron.graphql.run(seeBoard, { id: table.boardId })).toEqual({ board: { title: "SWOT" } });
      // Another moderator may press the same button a moment later.
      await table.moderator.graphql.run(admit, { input: { participantIds: [heron.id] } });
    });

    test("turns somebody away kindly, who can ask the moderator and be let in after all", async () => {
      const table = await newTable();
      const { code, id } = await invite(table, { needsApproval: true, maxUses: 1 });
      const heron = await comes(code);
      await table.moderator.graphql.run(decline, { input: { participantId: heron.id } });
      expect(await heron.graphql.run(preview, { code })).toMatchObject({
        invite: { viewerRequest: { state: "DECLINED" } },
      });
      expect(await refusal(heron.graphql, join, { input: somebody(code) })).toBe("FORBIDDEN");
      // Their place on the invitation is free again.
      expect((await server.orm.em.fork().findOneOrFail(InviteSchema, { id })).useCount).toBe(0);
      const { graphql } = table.moderator;
      const declined = { id: table.workshopId, states: ["DECLINED", "REMOVED"] };
      expect(await graphql.run(people, declined)).toMatchObject({
        workshop: { participants: { nodes: [{ id: heron.id, state: "DECLINED" }] } },
      });
      expect(await graphql.run(readmit, { input: { participantId: heron.id } })).toEqual({
        readmitParticipant: { participant: { state: "SEATED" } },
      });
    });

    test("is no business of those who wait or write", async () => {
      const table = await newTable();
      const { code } = await invite(table, { needsApproval: true });
      const heron = await comes(code);
      const contributor = await table.join();
      expect(await refusal(heron.graphql, admit, { input: { participantIds: [heron.id] } })).toBe(
        "PARTICIPANT_NOT_FOUND",
      );
      expect(await refusal(contributor.graphql, admit, { input: { participantIds: [heron.id] } })).toBe(
        "FORBIDDEN",
      );
      const watching = subscribe(
        openGraphQLSocket(server, { cookie: contributor.cookie }),
        `subscription ($id: ID!) { arrivals(workshopId: $id) { seatedCount } }`,
        { id: table.workshopId },
      );
      await expect(watching.next()).rejects.toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
      const peeking = subscribe(
        openGraphQLSocket(server, { cookie: contributor.cookie }),
        `subscription ($id: ID!) { seatRequest(id: $id) { state } }`,
        { id: heron.id },
      );
      await expect(peeking.next()).rejects.toMatchObject([{ extensions: { code: "PARTICIPANT_NOT_FOUND" } }]);
    });
  });

  describe("a seat", () => {
    test("that was taken away comes back with its notes", async () => {
      const table = await newTable();
      const { graphql } = table.moderator;
      const heron = await table.join();
      await heron.graphql.run(`mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`, {
        input: { boardId: table.boardId, section: "STRENGTHS", text: "Keys at the neighbours’" },
      });
      const input = { participantId: heron.participantId };
      await graphql.run(remove, { input });
      expect(await refusal(heron.graphql, seeBoard, { id: table.boardId })).toBe("BOARD_NOT_FOUND");
      expect(await graphql.run(people, { id: table.workshopId, states: ["REMOVED"] })).toMatchObject({
        workshop: { participants: { totalCount: 1, nodes: [{ id: heron.participantId }] } },
      });
      expect(await refusal(heron.graphql, readmit, { input })).toBe("PARTICIPANT_NOT_FOUND");
      await graphql.run(readmit, { input });
      expect(
        await heron.graphql.run(
          `query ($id: ID!) { board(id: $id) { notes { nodes { text author { isViewer } } } } }`,
          { id: table.boardId },
        ),
      ).toEqual({
        board: { notes: { nodes: [{ text: "Keys at the neighbours’", author: { isViewer: true } }] } },
      });
    });

    test("goes with its invitation where the moderator says so, and a promoted one stays", async () => {
      const table = await newTable();
      const { graphql } = table.moderator;
      const { code, id } = await invite(table);
      const [heron, stork] = [await comes(code), await comes(code, "Stork")];
      const other = await table.join();
      await graphql.run(
        `mutation ($input: SetParticipantRoleInput!) { setParticipantRole(input: $input) { participant { id } } }`,
        { input: { participantId: stork.id, role: "MODERATOR" } },
      );
      await graphql.run(revoke, { input: { id, withSeats: true } });
      expect(await refusal(heron.graphql, seeBoard, { id: table.boardId })).toBe("BOARD_NOT_FOUND");
      for (const stays of [stork, other]) {
        expect(await refusal(stays.graphql, seeBoard, { id: table.boardId })).toBeUndefined();
      }
    });

    test("keeps what its holder agreed to", async () => {
      const table = await newTable();
      const { code } = await invite(table);
      const heron = await comes(code);
      const { consent } = await server.orm.em.fork().findOneOrFail(ParticipantSchema, { id: heron.id });
      expect(consent).toEqual({
        version: CONSENT_VERSION,
        language: "en",
        at: expect.any(String),
        display: "group",
      });
      const never = { ...somebody(code), consentVersion: CONSENT_VERSION + 1 };
      expect(await refusal(server.graphql, join, { input: never })).toBe("INVALID_VALUE");
    });

    test("changes group and organisation by its holder or a moderator, its name by its holder alone", async () => {
      const table = await newTable();
      const heron = await table.join();
      const participantId = heron.participantId;
      const { createOrganisation } = await table.moderator.graphql.run<{
        createOrganisation: { organisation: { id: string } };
      }>(
        `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { id } } }`,
        { input: { projectId: table.projectId, name: "Tenants’ Group", type: "CSO" } },
      );
      expect(
        await table.moderator.graphql.run(update, {
          input: {
            participantId,
            stakeholderGroup: "RESIDENT",
            organisationId: createOrganisation.organisation.id,
          },
        }),
      ).toEqual({
        updateParticipant: {
          participant: {
            displayName: "Heron",
            stakeholderGroup: "RESIDENT",
            organisation: { name: "Tenants’ Group" },
          },
        },
      });
      const renamed = { participantId, displayName: "Stork" };
      expect(await refusal(table.moderator.graphql, update, { input: renamed })).toBe("FORBIDDEN");
      expect(await heron.graphql.run(update, { input: { ...renamed, organisationId: null } })).toMatchObject({
        updateParticipant: { participant: { displayName: "Stork", organisation: null } },
      });
      const other = await newTable();
      const foreign = { participantId, organisationId: (await other.join()).participantId };
      expect(await refusal(heron.graphql, update, { input: foreign })).toBe("ORGANISATION_NOT_FOUND");
      const stranger = await table.join({ displayName: "Crane" });
      const input = { participantId, stakeholderGroup: "CSO" };
      expect(await refusal(stranger.graphql, update, { input })).toBe("FORBIDDEN");
    });
  });

  describe("the groups at the door", () => {
    const setGroups = `mutation ($input: UpdateStakeholderGroupsInput!) {
      updateStakeholderGroups(input: $input) { stakeholderGroups { group offered label(language: EN) } }
    }`;

    test("are those that the moderator offers, by the names they have here", async () => {
      const table = await newTable();
      const { graphql } = table.moderator;
      const { code } = await invite(table);
      await graphql.run(setGroups, {
        input: {
          projectId: table.projectId,
          groups: [
            { group: "REGION", offered: false },
            {
              group: "COMMUNITY",
              offered: true,
              labels: [
                { language: "EN", text: "The neighbourhood" },
                { language: "IT", text: "Il quartiere" },
              ],
            },
          ],
        },
      });
      const { invite: seen } = await server.graphql.run<{
        invite: { stakeholderGroups: { group: string; label: string | null }[] };
      }>(preview, { code });
      expect(seen.stakeholderGroups.map(({ group }) => group)).not.toContain("REGION");
      expect(seen.stakeholderGroups.find(({ group }) => group === "COMMUNITY")?.label).toBe("Il quartiere");
      const region = { ...somebody(code), stakeholderGroup: "REGION" };
      expect(await refusal(server.graphql, join, { input: region })).toBe("INVALID_VALUE");
    });

    test("are never none, and only moderators choose them", async () => {
      const table = await newTable();
      const none = ["MUNICIPALITY", "CSO", "COMMUNITY", "ACADEMIA", "RESIDENT", "REGION"].map((group) => ({
        group,
        offered: false,
      }));
      const input = { projectId: table.projectId, groups: none };
      expect(await refusal(table.moderator.graphql, setGroups, { input })).toBe("INVALID_VALUE");
      const heron = await table.join();
      expect(await refusal(heron.graphql, setGroups, { input: { ...input, groups: [] } })).toBe("FORBIDDEN");
    });
  });
});

test("wrong short codes are limited, right ones and links are not", async () => {
  const server = await startTestServer();
  const table = await setTable(server);
  const { createInvite: made } = await table.moderator.graphql.run<{ createInvite: { invite: Invite } }>(
    createInvite,
    { input: { workshopId: table.workshopId } },
  );
  const { code, shortCode } = made.invite;
  const guess = (typed: string) => refusal(server.graphql, typed);
  const refusal = async (graphql: GraphQLClient, typed: string) =>
    (await graphql.send(preview, { code: typed })).errors[0]?.extensions;
  for (let tries = 0; tries < rateLimits.joinCode.tries * 2; tries += 40) {
    // Forty in one request are forty tries; right ones are none.
    const aliases = Array.from({ length: 40 }, (_, n) => `a${n}: invite(code: "${shortCode}") { role }`);
    expect((await server.graphql.send(`{ ${aliases.join(" ")} }`)).errors).toEqual([]);
  }
  const wrong = (n: number) => `2222222${"234679CDFG".charAt(n % 10)}`;
  for (let tries = 0; tries < rateLimits.joinCode.tries; tries += 1) {
    expect(await guess(wrong(tries))).toMatchObject({ code: "INVITE_NOT_FOUND" });
  }
  expect(await guess("22222222")).toMatchObject({
    code: "RATE_LIMITED",
    retryAfterSeconds: expect.any(Number),
  });
  expect(await guess(code)).toBeUndefined();
});
