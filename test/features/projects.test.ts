import { newId } from "@tavolo/schema";
import { beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const createProject = `mutation ($input: CreateProjectInput!) {
  createProject(input: $input) { project { id name names { language text } city country population viewerRole } }
}`;
const updateProject = `mutation ($input: UpdateProjectInput!) {
  updateProject(input: $input) { project { name(language: IT) names { language text } description city population } }
}`;

const codeOf = async (graphql: GraphQLClient, query: string, variables: object = {}) =>
  (await graphql.send(query, variables)).errors[0]?.extensions.code;

eachDatabase((database) => {
  const server = useTestServer(database);
  let administrator: Awaited<ReturnType<typeof signInAdministrator>>;
  let table: Table;

  beforeAll(async () => {
    administrator = await signInAdministrator(server);
    table = await setTable(server, { moderator: administrator });
  });

  describe("a project", () => {
    test("belongs to whoever creates it, and speaks every language it was given", async () => {
      const { graphql } = administrator;
      const created = await graphql.run<{ createProject: { project: Record<string, unknown> } }>(
        createProject,
        {
          input: { name: " Rights in Portavela ", country: "it", city: "Portavela", population: 182_000 },
        },
      );
      expect(created.createProject.project).toMatchObject({
        name: "Rights in Portavela",
        names: [{ language: "EN", text: "Rights in Portavela" }],
        city: "Portavela",
        country: "IT",
        population: 182_000,
        viewerRole: "MODERATOR",
      });
      const updated = await graphql.run(updateProject, {
        input: {
          id: created.createProject.project["id"],
          translations: [{ language: "IT", text: "Diritti a Portavela" }],
          description: "What we share.",
          population: null,
        },
      });
      expect(updated["updateProject"]).toEqual({
        project: {
          name: "Diritti a Portavela",
          names: [
            { language: "EN", text: "Rights in Portavela" },
            { language: "IT", text: "Diritti a Portavela" },
          ],
          description: "What we share.",
          city: "Portavela",
          population: null,
        },
      });
    });

    test("answers in the language the reader’s browser asks for", async () => {
      const { graphql } = administrator;
      await graphql.run(updateProject, {
        input: {
          id: table.projectId,
          translations: [{ language: "IT", text: "Diritti negli spazi condivisi" }],
        },
      });
      const query = `query ($id: ID!) { project(id: $id) { name } }`;
      const italian = await graphql
        .with({ "accept-language": "it-CH, en;q=0.5" })
        .run(query, { id: table.projectId });
      const french = await graphql.with({ "accept-language": "fr" }).run(query, { id: table.projectId });
      expect(italian["project"]).toEqual({ name: "Diritti negli spazi condivisi" });
      expect(french["project"]).toEqual({ name: "Rights in shared spaces" });
    });

    test("is not changed by a guest, and not created by one", async () => {
      const guest = await table.join();
      expect(await codeOf(guest.graphql, createProject, { input: { name: "Mine", country: "IT" } })).toBe(
        "FORBIDDEN",
      );
      expect(
        await codeOf(guest.graphql, updateProject, { input: { id: table.projectId, name: "Mine" } }),
      ).toBe("FORBIDDEN");
      expect(await codeOf(server.graphql, createProject, { input: { name: "Mine", country: "IT" } })).toBe(
        "UNAUTHENTICATED",
      );
    });

    test("takes nothing that does not fit, and says what does", async () => {
      const { graphql } = administrator;
      const tooLong = await graphql.send(createProject, { input: { name: "a".repeat(161), country: "IT" } });
      expect(tooLong.errors[0]?.extensions).toMatchObject({
        code: "TEXT_TOO_LONG",
        field: "name",
        limit: 160,
      });
      for (const input of [
        { name: "  ", country: "IT" },
        { name: "Rights", country: "Italy" },
        { name: "Rights", country: "IT", population: -1 },
        { name: "Rights\0", country: "IT" },
      ]) {
        expect(await codeOf(graphql, createProject, { input })).toBe("INVALID_VALUE");
      }
    });
  });

  describe("who takes no part", () => {
    const queries = {
      PROJECT_NOT_FOUND: `query ($id: ID!) { project(id: $id) { id } }`,
      WORKSHOP_NOT_FOUND: `query ($id: ID!) { workshop(id: $id) { id } }`,
      BOARD_NOT_FOUND: `query ($id: ID!) { board(id: $id) { id } }`,
    };

    test.each(Object.entries(queries))("is told %s, whether there is one or not", async (code, query) => {
      const other = await setTable(server, { moderator: administrator });
      const stranger = await other.join({ displayName: "Stranger" });
      const id =
        { PROJECT_NOT_FOUND: table.projectId, WORKSHOP_NOT_FOUND: table.workshopId }[code] ?? table.boardId;
      for (const asked of [id, newId(), "no-id"]) {
        const { errors, data } = await stranger.graphql.send(query, { id: asked });
        expect(errors[0]?.extensions.code).toBe(code);
        expect(Object.values(data ?? {})).toEqual([null]);
      }
      expect(await codeOf(server.graphql, query, { id })).toBe("UNAUTHENTICATED");
    });

    test("sees of a project only the workshop they sit at", async () => {
      const { graphql } = administrator;
      const create = `mutation ($input: CreateWorkshopInput!) { createWorkshop(input: $input) { workshop { id } } }`;
      await graphql.run(create, { input: { projectId: table.projectId, title: "Behind closed doors" } });
      const guest = await table.join();
      const query = `query ($id: ID!) {
        project(id: $id) {
          viewerRole
          viewerPermissions { canUpdate canManageParticipants }
          workshops { totalCount nodes { title } }
          boards { nodes { title } }
          participants { totalCount }
          apiTokens { id }
        }
      }`;
      expect((await guest.graphql.run(query, { id: table.projectId }))["project"]).toEqual({
        viewerRole: "OBSERVER",
        viewerPermissions: { canUpdate: false, canManageParticipants: false },
        workshops: { totalCount: 1, nodes: [{ title: "First round table" }] },
        boards: { nodes: [{ title: "SWOT" }] },
        participants: null,
        apiTokens: null,
      });
      expect((await graphql.run(query, { id: table.projectId }))["project"]).toMatchObject({
        viewerRole: "MODERATOR",
        workshops: { totalCount: 2 },
        apiTokens: [],
      });
    });
  });

  describe("lists", () => {
    const projects = `query ($first: Int, $after: String) {
      projects(first: $first, after: $after) {
        totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    interface Projects {
      projects: {
        totalCount: number;
        edges: { cursor: string; node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
      };
    }

    test("are walked page by page without a gap or a repetition", async () => {
      const { graphql } = administrator;
      await setTable(server, { moderator: administrator });
      await setTable(server, { moderator: administrator });
      const all = (await graphql.run<Projects>(projects, { first: 100 })).projects;
      const walked: string[] = [];
      let after: string | null = null;
      do {
        const { projects: page }: Projects = await graphql.run<Projects>(projects, { first: 2, after });
        walked.push(...page.edges.map(({ node }) => node.id));
        expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(walked).toEqual(all.edges.map(({ node }) => node.id));
      expect(all.totalCount).toBe(walked.length);
    });

    test("refuse a page too large and a cursor of another list", async () => {
      const { graphql } = administrator;
      expect(await codeOf(graphql, projects, { first: 101 })).toBe("INVALID_VALUE");
      expect(await codeOf(graphql, projects, { first: -1 })).toBe("INVALID_VALUE");
      expect(await codeOf(graphql, projects, { after: "nonsense" })).toBe("CURSOR_INVALID");
      const { edges } = (await graphql.run<Projects>(projects, { first: 1 })).projects;
      const workshops = `query ($id: ID!, $after: String) { project(id: $id) { workshops(after: $after) { totalCount } } }`;
      expect(await codeOf(graphql, workshops, { id: table.projectId, after: edges[0]?.cursor })).toBe(
        "CURSOR_INVALID",
      );
    });
  });

  describe("a workshop and its boards", () => {
    const createWorkshop = `mutation ($input: CreateWorkshopInput!) {
      createWorkshop(input: $input) { workshop { id title heldOn place } }
    }`;
    const createBoard = `mutation ($input: CreateBoardInput!) {
      createBoard(input: $input) {
        board { state editing display revision analysedObject { name type } template { id } sections { key name noteCount } }
      }
    }`;

    test("are made by a moderator from a template", async () => {
      const { graphql } = administrator;
      const { createWorkshop: made } = await graphql.run<{ createWorkshop: { workshop: { id: string } } }>(
        createWorkshop,
        {
          input: { projectId: table.projectId, title: "Second", heldOn: "2025-03-28", place: "Town hall" },
        },
      );
      expect(made.workshop).toMatchObject({ title: "Second", heldOn: "2025-03-28", place: "Town hall" });
      const { createAnalysedObject } = await graphql.run<{
        createAnalysedObject: { analysedObject: { id: string } };
      }>(
        `mutation ($input: CreateAnalysedObjectInput!) { createAnalysedObject(input: $input) { analysedObject { id } } }`,
        { input: { projectId: table.projectId, type: "CIVIC_SPACE", name: "Officina" } },
      );
      const input = {
        workshopId: made.workshop.id,
        templateId: "civic-space-swot",
        title: "Officina",
        analysedObjectId: createAnalysedObject.analysedObject.id,
      };
      const { createBoard: answer } = await graphql.run<{ createBoard: { board: object } }>(createBoard, {
        input,
      });
      expect(answer.board).toMatchObject({
        state: "OPEN",
        editing: "EVERYONE",
        display: "GROUP",
        analysedObject: { name: "Officina", type: "CIVIC_SPACE" },
        template: { id: "civic-space-swot" },
        sections: [
          { key: "STRENGTHS", name: "Strengths", noteCount: 0 },
          { key: "WEAKNESSES", name: "Weaknesses", noteCount: 0 },
          { key: "OPPORTUNITIES", name: "Opportunities", noteCount: 0 },
          { key: "THREATS", name: "Threats", noteCount: 0 },
        ],
      });
      for (const wrong of [{ templateId: "no-template" }, { analysedObjectId: newId() }]) {
        expect(await codeOf(graphql, createBoard, { input: { ...input, ...wrong } })).toBe(
          "UNKNOWN_REFERENCE",
        );
      }
    });

    test("are not held on a day that nobody can mean", async () => {
      const input = { projectId: table.projectId, title: "Long ago", heldOn: "0001-01-01" };
      expect(await codeOf(administrator.graphql, createWorkshop, { input })).toBe("INVALID_VALUE");
    });

    test("are not made by a contributor", async () => {
      const guest = await table.join();
      expect(
        await codeOf(guest.graphql, createWorkshop, { input: { projectId: table.projectId, title: "Mine" } }),
      ).toBe("FORBIDDEN");
      expect(
        await codeOf(guest.graphql, createBoard, {
          input: { workshopId: table.workshopId, templateId: "civic-space-swot", title: "Mine" },
        }),
      ).toBe("FORBIDDEN");
    });

    test("freezes and reopens with a reason, for everyone to read", async () => {
      const { graphql } = administrator;
      const freeze = `mutation ($input: FreezeBoardInput!) {
        freezeBoard(input: $input) { board { state stateReason viewer { canWrite readOnlyReason canFreeze canReopen } } }
      }`;
      const reopen = `mutation ($input: ReopenBoardInput!) { reopenBoard(input: $input) { board { state stateReason } } }`;
      const input = { boardId: table.boardId, reason: "Agreed by all." };
      const guest = await table.join();
      expect(await codeOf(guest.graphql, freeze, { input })).toBe("FORBIDDEN");
      expect((await graphql.run(freeze, { input }))["freezeBoard"]).toEqual({
        board: {
          state: "FROZEN",
          stateReason: "Agreed by all.",
          viewer: { canWrite: false, readOnlyReason: "FROZEN", canFreeze: false, canReopen: true },
        },
      });
      expect(await codeOf(graphql, freeze, { input })).toBe("BOARD_FROZEN");
      expect(await codeOf(guest.graphql, reopen, { input })).toBe("FORBIDDEN");
      expect(
        (await graphql.run(reopen, { input: { ...input, reason: "One more point." } }))["reopenBoard"],
      ).toEqual({
        board: { state: "OPEN", stateReason: "One more point." },
      });
    });
  });
});
