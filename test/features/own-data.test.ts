import { CONSENT_VERSION } from "@tavolo/schema";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { PersonSchema } from "@tavolo/server/people/person.entity.ts";
import { JournalEntrySchema } from "@tavolo/server/sync/journal/journal-entry.entity.ts";
import { SessionSchema } from "@tavolo/server/people/session.entity.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { setTable, signIn, type SignedIn, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const ownData = `{ ownData { displayName sessionCount seats {
  state displayName stakeholderGroup organisationName projectName workshopTitle noteCount clusterCount
  consent { version display } items { boardTitle text isRemoved }
} } }`;
const withdraw = `mutation ($input: WithdrawInput!) { withdraw(input: $input) { binnedCount keptCount } }`;
const addNote = `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`;
const authors = `query ($id: ID!) {
  board(id: $id) { notes { nodes { text author { displayName stakeholderGroup } } } participants { totalCount } }
}`;
const join = `mutation ($input: JoinWorkshopInput!) { joinWorkshop(input: $input) { participant { id } } }`;

eachDatabase((database) => {
  const server = useTestServer(database);
  let administrator: Omit<SignedIn, "participantId">;
  beforeAll(async () => {
    administrator = await signInAdministrator(server);
  });
  const newTable = () => setTable(server, { moderator: administrator, display: "NAMED" });
  const writes = (who: Pick<SignedIn, "graphql">, { boardId }: Table, text: string) =>
    who.graphql.run(addNote, { input: { boardId, section: "STRENGTHS", text } });
  const comesWithEverything = async (table: Table): Promise<SignedIn> => {
    const { createInvite } = await table.moderator.graphql.run<{
      createInvite: { invite: { code: string } };
    }>(`mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { code } } }`, {
      input: { workshopId: table.workshopId },
    });
    const { cookie, data } = await server.graphql.send<{ joinWorkshop: { participant: { id: string } } }>(
      join,
      {
        input: {
          code: createInvite.invite.code,
          displayName: "Kittiwake",
          stakeholderGroup: "CSO",
          organisation: "Tenants’ Group",
          consentVersion: CONSENT_VERSION,
        },
      },
    );
    if (!cookie || !data) throw new Error("Nobody joined.");
    return { cookie, graphql: server.graphql.as(cookie), participantId: data.joinWorkshop.participant.id };
  };

  describe("what is held on somebody", () => {
    test("is shown to them, all of it, and to nobody else", async () => {
      const table = await newTable();
      const heron = await comesWithEverything(table);
      await writes(heron, table, "Keys at the neighbours’");
      await writes(table.moderator, table, "Somebody else’s");
      expect((await heron.graphql.run(ownData))["ownData"]).toEqual({
        displayName: "Kittiwake",
        sessionCount: 1,
        seats: [
          {
            state: "SEATED",
            displayName: "Kittiwake",
            stakeholderGroup: "CSO",
            organisationName: "Tenants’ Group",
            projectName: "Rights in shared spaces",
            workshopTitle: "First round table",
            noteCount: 1,
            clusterCount: 0,
            consent: { version: CONSENT_VERSION, display: "NAMED" },
            items: [{ boardTitle: "SWOT", text: "Keys at the neighbours’", isRemoved: false }],
          },
        ],
      });
      const { errors } = await server.graphql.send(ownData);
      expect(errors[0]?.extensions.code).toBe("UNAUTHENTICATED");
    });

    test("can be taken away as one file", async () => {
      const table = await newTable();
      const heron = await comesWithEverything(table);
      await writes(heron, table, "Keys at the neighbours’");
      const { exportOwnData } = await heron.graphql.run<{
        exportOwnData: { filename: string; mediaType: string; content: string };
      }>(`mutation { exportOwnData { filename mediaType content } }`);
      expect(exportOwnData).toMatchObject({ filename: "tavolo-my-data.json", mediaType: "application/json" });
      expect(JSON.parse(exportOwnData.content)).toMatchObject({
        format: "tavolo-own-data/1",
        person: { displayName: "Kittiwake", openSessions: 1 },
        seats: [
          {
            organisation: { en: "Tenants’ Group" },
            editsInJournals: 1,
            items: [{ kind: "notes", inBin: false, content: { text: "Keys at the neighbours’" } }],
          },
        ],
      });
    });
  });

  describe("withdrawing", () => {
    test("leaves the notes without an author, and nothing of the person", async () => {
      const table = await newTable();
      const heron = await comesWithEverything(table);
      await writes(heron, table, "Keys at the neighbours’");
      const { person } = await server.orm.em
        .fork()
        .findOneOrFail(ParticipantSchema, { id: heron.participantId });
      expect(await heron.graphql.run(withdraw, { input: { notes: "KEEP" } })).toEqual({
        withdraw: { binnedCount: 0, keptCount: 1 },
      });
      expect(await table.moderator.graphql.run(authors, { id: table.boardId })).toEqual({
        board: {
          notes: {
            nodes: [
              { text: "Keys at the neighbours’", author: { displayName: null, stakeholderGroup: null } },
            ],
          },
          participants: { totalCount: 1 },
        },
      });
      expect(await heron.graphql.run(`{ viewer { kind } }`)).toEqual({ viewer: { kind: "ANONYMOUS" } });
      const em = server.orm.em.fork();
      // What they typed and took back goes with them: the journal keeps that they wrote, not what.
      const bytes = () => em.count(JournalEntrySchema, { board: table.boardId, bytes: { $ne: null } });
      await expect.poll(bytes, { timeout: 20_000 }).toBe(0);
      expect(await em.count(PersonSchema, { id: person ?? "" })).toBe(0);
      expect(await em.count(SessionSchema, { person: person ?? "" })).toBe(0);
      const row = await em.findOneOrFail(ParticipantSchema, { id: heron.participantId });
      expect(row).toMatchObject({
        displayName: "",
        person: null,
        stakeholderGroup: null,
        organisation: null,
        consent: null,
        invite: null,
      });
      // Whoever moderates cannot bring back what is gone.
      const { errors } = await table.moderator.graphql.send(
        `mutation ($input: ReadmitParticipantInput!) { readmitParticipant(input: $input) { participant { id } } }`,
        { input: { participantId: heron.participantId } },
      );
      expect(errors[0]?.extensions.code).toBe("PARTICIPANT_NOT_FOUND");
      const file = await table.moderator.graphql.run<{ exportBoard: { content: string } }>(
        `mutation ($input: ExportBoardInput!) { exportBoard(input: $input) { content } }`,
        { input: { boardId: table.boardId, format: "JSON" } },
      );
      expect(file.exportBoard.content).not.toContain("Kittiwake");
    });

    test("puts the notes into the bin, but for those on frozen boards", async () => {
      const table = await newTable();
      const frozen = { ...table, boardId: "" };
      const { createBoard } = await table.moderator.graphql.run<{ createBoard: { board: { id: string } } }>(
        `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
        { input: { workshopId: table.workshopId, templateId: "civic-space-swot", title: "Done" } },
      );
      frozen.boardId = createBoard.board.id;
      const heron = await comesWithEverything(table);
      await writes(heron, table, "One");
      await writes(heron, table, "Two");
      await writes(heron, frozen, "Three");
      await table.moderator.graphql.run(
        `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { id } } }`,
        { input: { boardId: frozen.boardId, reason: "Agreed" } },
      );
      expect(await heron.graphql.run(withdraw, { input: { notes: "BIN" } })).toEqual({
        withdraw: { binnedCount: 2, keptCount: 1 },
      });
      const left = async (id: string) =>
        (
          await table.moderator.graphql.run<{ board: { notes: { nodes: { text: string }[] } } }>(authors, {
            id,
          })
        ).board.notes.nodes.map(({ text }) => text);
      expect(await left(table.boardId)).toEqual([]);
      expect(await left(frozen.boardId)).toEqual(["Three"]);
    });

    test("ends every session, and not by a program, an administrator or the last moderator", async () => {
      const table = await newTable();
      const refusal = async ({ graphql }: Pick<SignedIn, "graphql">) =>
        (await graphql.send(withdraw, { input: { notes: "KEEP" } })).errors[0]?.extensions.code;
      expect(await refusal({ graphql: administrator.graphql })).toBe("FORBIDDEN");
      const heron = await comesWithEverything(table);
      const { createDeviceLink } = await heron.graphql.run<{ createDeviceLink: { url: string } }>(
        `mutation { createDeviceLink { url } }`,
      );
      const phone = await signIn(server, createDeviceLink.url);
      expect(await phone.graphql.run(ownData)).toMatchObject({ ownData: { sessionCount: 2 } });
      await server.orm.em
        .fork()
        .nativeUpdate(ParticipantSchema, { id: heron.participantId }, { workshop: null, role: "moderator" });
      await server.orm.em
        .fork()
        .nativeUpdate(ParticipantSchema, { id: table.moderator.participantId }, { role: "observer" });
      expect(await refusal(heron)).toBe("LAST_MODERATOR");
      await server.orm.em
        .fork()
        .nativeUpdate(ParticipantSchema, { id: heron.participantId }, { role: "contributor" });
      await phone.graphql.run(withdraw, { input: { notes: "KEEP" } });
      expect(await heron.graphql.run(`{ viewer { kind } }`)).toEqual({ viewer: { kind: "ANONYMOUS" } });
    });
  });

  describe("organisations", () => {
    const list = `query ($id: ID!) { project(id: $id) { organisations { id name type speakerCount } } }`;
    const organisation = async ({ moderator, projectId }: Table, name: string): Promise<string> =>
      (
        await moderator.graphql.run<{ createOrganisation: { organisation: { id: string } } }>(
          `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) { organisation { id } } }`,
          { input: { projectId, name, type: "CSO" } },
        )
      ).createOrganisation.organisation.id;
    const rename = `mutation ($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { organisation { name type } } }`;
    const merge = `mutation ($input: MergeOrganisationsInput!) { mergeOrganisations(input: $input) { organisation { id name speakerCount } } }`;
    const remove = `mutation ($input: DeleteOrganisationInput!) { deleteOrganisation(input: $input) { id } }`;

    test("are renamed, merged and deleted by the moderator", async () => {
      const table = await newTable();
      const { graphql } = table.moderator;
      await comesWithEverything(table);
      const known = await graphql.run<{ project: { organisations: { id: string; speakerCount: number }[] } }>(
        list,
        { id: table.projectId },
      );
      const [tenants] = known.project.organisations;
      if (!tenants) throw new Error("Nobody brought an organisation.");
      expect(tenants.speakerCount).toBe(1);
      const id = await organisation(table, "Tenants Group");
      expect(
        await graphql.run(rename, {
          input: { id, name: "Tenants’ Network", language: "IT", type: "CSO_NETWORK" },
        }),
      ).toEqual({
        updateOrganisation: { organisation: { name: "Tenants’ Network", type: "CSO_NETWORK" } },
      });
      const inUse = await graphql.send(remove, { input: { id: tenants.id } });
      expect(inUse.errors[0]?.extensions).toMatchObject({ code: "ORGANISATION_IN_USE", count: 1 });
      expect(await graphql.run(merge, { input: { id: tenants.id, intoId: id } })).toEqual({
        mergeOrganisations: { organisation: { id, name: "Tenants’ Network", speakerCount: 1 } },
      });
      const unused = await organisation(table, "Nobody’s");
      expect(await graphql.run(remove, { input: { id: unused } })).toEqual({
        deleteOrganisation: { id: unused },
      });
      const same = await graphql.send(merge, { input: { id, intoId: id } });
      expect(same.errors[0]?.extensions.code).toBe("INVALID_VALUE");
    });

    test("are no business of those who write, nor of other projects", async () => {
      const [table, other] = [await newTable(), await newTable()];
      const id = await organisation(table, "Tenants’ Group");
      const [heron, stranger] = [await table.join(), await other.join()];
      const refusal = async ({ graphql }: SignedIn, query: string, input: object) =>
        (await graphql.send(query, { input })).errors[0]?.extensions.code;
      for (const [query, input] of [
        [rename, { id, name: "Ours" }],
        [merge, { id, intoId: id }],
        [remove, { id }],
      ] as const) {
        expect(await refusal(heron, query, input)).toBe("FORBIDDEN");
        expect(await refusal(stranger, query, input)).toBe("ORGANISATION_NOT_FOUND");
      }
      expect(await heron.graphql.run(list, { id: table.projectId })).toMatchObject({
        project: { organisations: [{ speakerCount: null }] },
      });
    });
  });
});
