import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

const codeOf = async (graphql: GraphQLClient, query: string, variables: object = {}) =>
  (await graphql.send(query, variables)).errors[0]?.extensions.code;

const mutations = {
  archiveBoard: `mutation ($input: BoardArchiveInput!) { archiveBoard(input: $input) { board { archivedAt viewer { canWrite readOnlyReason canArchive canMove } } } }`,
  restoreBoard: `mutation ($input: BoardArchiveInput!) { restoreBoard(input: $input) { board { archivedAt state viewer { canWrite } } } }`,
  archiveWorkshop: `mutation ($input: WorkshopArchiveInput!) { archiveWorkshop(input: $input) { workshop { archivedAt viewerPermissions { canUpdate canInvite canCreateBoard canArchive } } } }`,
  restoreWorkshop: `mutation ($input: WorkshopArchiveInput!) { restoreWorkshop(input: $input) { workshop { archivedAt } } }`,
  archiveProject: `mutation ($input: ProjectArchiveInput!) { archiveProject(input: $input) { project { archivedAt } } }`,
  restoreProject: `mutation ($input: ProjectArchiveInput!) { restoreProject(input: $input) { project { archivedAt } } }`,
};

const lists = `query ($id: ID!) {
  projects { nodes { id } }
  away: projects(archived: true) { nodes { id } }
  project(id: $id) {
    workshops { nodes { id boards { nodes { id } } } }
    boards { totalCount nodes { id } }
    archivedWorkshops: workshops(archived: true) { nodes { id } }
    archivedBoards: boards(archived: true) { nodes { id } }
  }
}`;
interface Lists {
  projects: { nodes: { id: string }[] };
  away: { nodes: { id: string }[] };
  project: {
    workshops: { nodes: { id: string; boards: { nodes: { id: string }[] } }[] };
    boards: { totalCount: number; nodes: { id: string }[] };
    archivedWorkshops: { nodes: { id: string }[] };
    archivedBoards: { nodes: { id: string }[] };
  };
}

const addNote = `mutation ($input: AddNoteInput!) { addNote(input: $input) { note { id } } }`;
const freeze = `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { state } } }`;

eachDatabase((database) => {
  const server = useTestServer(database);
  let administrator: Awaited<ReturnType<typeof signInAdministrator>>;
  let table: Table;
  let graphql: GraphQLClient;
  beforeAll(async () => {
    administrator = await signInAdministrator(server);
  });
  beforeEach(async () => {
    table = await setTable(server, { moderator: administrator });
    graphql = table.moderator.graphql;
  });
  const read = () => graphql.run<Lists>(lists, { id: table.projectId });
  const board = () => ({ input: { boardId: table.boardId } });
  const workshop = () => ({ input: { workshopId: table.workshopId } });
  const project = () => ({ input: { projectId: table.projectId } });
  const note = () => ({ input: { boardId: table.boardId, section: "STRENGTHS", text: "Open late" } });

  describe("a board in the archive", () => {
    test("leaves the lists, can be read by whoever has its address, and is written by nobody", async () => {
      const guest = await table.join();
      await guest.graphql.run(addNote, note());
      const archived = await graphql.run(mutations.archiveBoard, board());
      expect(archived["archiveBoard"]).toEqual({
        board: {
          archivedAt: expect.any(String),
          viewer: { canWrite: false, readOnlyReason: "ARCHIVED", canArchive: true, canMove: false },
        },
      });
      const { project: found } = await read();
      expect(found.boards).toEqual({ totalCount: 0, nodes: [] });
      expect(found.workshops.nodes[0]?.boards.nodes).toEqual([]);
      expect(found.archivedBoards.nodes).toEqual([{ id: table.boardId }]);

      const seen = await guest.graphql.run(
        `query ($id: ID!) { board(id: $id) { notes { nodes { text } } viewer { readOnlyReason } } }`,
        { id: table.boardId },
      );
      expect(seen["board"]).toEqual({
        notes: { nodes: [{ text: "Open late" }] },
        viewer: { readOnlyReason: "ARCHIVED" },
      });
      for (const writer of [guest.graphql, graphql]) {
        expect(await codeOf(writer, addNote, note())).toBe("ARCHIVED");
      }
      const reason = { input: { boardId: table.boardId, reason: "Done." } };
      expect(await codeOf(graphql, freeze, reason)).toBe("ARCHIVED");
    });

    test("is told to open sockets at once, and takes nothing from them", async () => {
      const { createApiToken } = await graphql.run<{ createApiToken: { token: string } }>(
        `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
        { input: { projectId: table.projectId, name: "Open data" } },
      );
      const { token } = createApiToken;
      const client = await openBoardClient({ url: server.url, boardId: table.boardId, token });
      const told = () => client.messages.filter(({ type }) => type === "access");
      await graphql.run(mutations.archiveBoard, board());
      await client.until(() => told().length === 1);
      await graphql.run(mutations.restoreBoard, board());
      await client.until(() => told().length === 2);
      expect(told()).toMatchObject([
        { scope: "read", readOnlyReason: "ARCHIVED" },
        { scope: "write", readOnlyReason: null },
      ]);
    });

    test("comes back as it was, frozen if it was frozen", async () => {
      await graphql.run(freeze, { input: { boardId: table.boardId, reason: "Agreed." } });
      await graphql.run(mutations.archiveBoard, board());
      const restored = await graphql.run(mutations.restoreBoard, board());
      expect(restored["restoreBoard"]).toEqual({
        board: { archivedAt: null, state: "FROZEN", viewer: { canWrite: false } },
      });
      expect((await read()).project.boards.nodes).toEqual([{ id: table.boardId }]);
    });

    test("tells it as an event, and stays there over a restart", async () => {
      await graphql.run(mutations.archiveBoard, board());
      await server.restart();
      graphql = server.graphql.as(table.moderator.cookie);
      expect(await codeOf(graphql, addNote, note())).toBe("ARCHIVED");
      const { events } = await readEvents(table.boardId);
      expect(events).toEqual(["board.archived"]);
    });

    test("is put there and taken back by moderators only", async () => {
      const guest = await table.join();
      expect(await codeOf(guest.graphql, mutations.archiveBoard, board())).toBe("FORBIDDEN");
      await graphql.run(mutations.archiveBoard, board());
      expect(await codeOf(guest.graphql, mutations.restoreBoard, board())).toBe("FORBIDDEN");
    });

    const readEvents = async (boardId: string) => {
      const rows = await server.orm.em
        .fork()
        .execute<{ type: string }[]>("select type from board_event where board = ? order by number", [
          boardId,
        ]);
      return { events: rows.map(({ type }) => type) };
    };
  });

  describe("a workshop in the archive", () => {
    test("takes its boards along and brings them back, but not those that had gone before", async () => {
      const other = await graphql.run<{ createBoard: { board: { id: string } } }>(
        `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
        { input: { workshopId: table.workshopId, templateId: "civic-space-swot", title: "Older" } },
      );
      const older = other.createBoard.board.id;
      await graphql.run(mutations.archiveBoard, { input: { boardId: older } });
      const archived = await graphql.run(mutations.archiveWorkshop, workshop());
      expect(archived["archiveWorkshop"]).toEqual({
        workshop: {
          archivedAt: expect.any(String),
          viewerPermissions: {
            canUpdate: false,
            canInvite: false,
            canCreateBoard: false,
            canArchive: true,
          },
        },
      });
      const away = (await read()).project;
      expect(away.workshops.nodes).toEqual([]);
      expect(away.archivedWorkshops.nodes).toEqual([{ id: table.workshopId }]);
      expect(away.archivedBoards.nodes.map(({ id }) => id).sort()).toEqual([table.boardId, older].sort());
      expect(await codeOf(graphql, addNote, note())).toBe("ARCHIVED");
      expect(await codeOf(graphql, mutations.restoreBoard, board())).toBe("ARCHIVED");

      await graphql.run(mutations.restoreWorkshop, workshop());
      const back = (await read()).project;
      expect(back.boards.nodes).toEqual([{ id: table.boardId }]);
      expect(back.archivedBoards.nodes).toEqual([{ id: older }]);
      await graphql.run(addNote, note());
    });

    test("takes no new board, no invitation and no change", async () => {
      await graphql.run(mutations.archiveWorkshop, workshop());
      const { workshopId } = table;
      for (const [query, input] of [
        [
          `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
          { workshopId, templateId: "civic-space-swot", title: "Late" },
        ],
        [
          `mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { code } } }`,
          { workshopId, role: "CONTRIBUTOR" },
        ],
        [
          `mutation ($input: UpdateWorkshopInput!) { updateWorkshop(input: $input) { workshop { id } } }`,
          { id: workshopId, title: "Late" },
        ],
      ] as const) {
        expect(await codeOf(graphql, query, { input })).toBe("ARCHIVED");
      }
    });
  });

  describe("a project in the archive", () => {
    test("leaves the viewer’s list with all that is in it, and comes back with what it took", async () => {
      const guest = await table.join();
      expect(await codeOf(guest.graphql, mutations.archiveProject, project())).toBe("FORBIDDEN");
      await graphql.run(mutations.archiveProject, project());
      const away = await read();
      expect(away.projects.nodes).not.toContainEqual({ id: table.projectId });
      expect(away.away.nodes).toContainEqual({ id: table.projectId });
      expect(away.project.archivedWorkshops.nodes).toEqual([{ id: table.workshopId }]);
      expect(await codeOf(guest.graphql, addNote, note())).toBe("ARCHIVED");
      expect(await codeOf(graphql, mutations.restoreWorkshop, workshop())).toBe("ARCHIVED");
      await graphql.run(mutations.restoreProject, project());
      const back = await read();
      expect(back.projects.nodes).toContainEqual({ id: table.projectId });
      expect(back.project.boards.nodes).toEqual([{ id: table.boardId }]);
      await guest.graphql.run(addNote, note());
    });
  });
});
