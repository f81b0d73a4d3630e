import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

const changes = `subscription ($id: ID!) { boardChanges(projectId: $id) { id title archivedAt counts { notes } } }`;
interface Changed {
  boardChanges: { id: string; title: string; archivedAt: string | null; counts: { notes: number } };
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let moderator: Awaited<ReturnType<typeof signInAdministrator>>;
  let table: Table;
  beforeAll(async () => {
    moderator = await signInAdministrator(server);
  });
  beforeEach(async () => {
    table = await setTable(server, { moderator });
  });

  describe("the boards of a project", () => {
    test("are told when they are written on, renamed, laid out and archived", async () => {
      const { graphql } = moderator;
      const heard = await follow(moderator.cookie);
      await graphql.run(`mutation ($input: AddNoteInput!) { addNote(input: $input) { revision } }`, {
        input: { boardId: table.boardId, section: "STRENGTHS", text: "Open late" },
      });
      // The last of the new names may be told first.
      let told = await heard.next();
      while (told.counts.notes === 0) told = await heard.next();
      expect(told).toMatchObject({ id: table.boardId, counts: { notes: 1 } });
      await rename("The Officina");
      expect(await heard.next()).toMatchObject({ title: "The Officina" });
      const { createBoard } = await graphql.run<{ createBoard: { board: { id: string } } }>(
        `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
        { input: { workshopId: table.workshopId, templateId: "civic-space-swot", title: "Second" } },
      );
      expect(await heard.next()).toMatchObject({ id: createBoard.board.id, title: "Second" });
      await graphql.run(
        `mutation ($input: BoardArchiveInput!) { archiveBoard(input: $input) { board { id } } }`,
        { input: { boardId: table.boardId } },
      );
      expect(await heard.next()).toMatchObject({ id: table.boardId, archivedAt: expect.any(String) });
    });

    test("are told to nobody who takes no part, and no longer to who was removed", async () => {
      const other = await setTable(server, { moderator });
      const stranger = await other.join();
      await expect(follow(stranger.cookie)).rejects.toMatchObject([
        { extensions: { code: "PROJECT_NOT_FOUND" } },
      ]);
      const guest = await table.join();
      const heard = await follow(guest.cookie);
      await moderator.graphql.run(
        `mutation ($input: RemoveParticipantInput!) { removeParticipant(input: $input) { participant { id } } }`,
        { input: { participantId: guest.participantId } },
      );
      const ended = (async () => {
        for (;;) await heard.next();
      })();
      await expect(ended).rejects.toMatchObject([{ extensions: { code: "PROJECT_NOT_FOUND" } }]);
    });
  });

  const rename = (title: string) =>
    moderator.graphql.run(
      `mutation ($input: UpdateBoardInput!) { updateBoard(input: $input) { board { id } } }`,
      { input: { id: table.boardId, title } },
    );

  /** Resolves once the server listens: a change is made until one is heard. */
  const follow = async (cookie: string) => {
    const socket = openGraphQLSocket(server, { cookie });
    const following = subscribe<Changed>(socket, changes, { id: table.projectId });
    let heard = false;
    const first = following.next();
    const stop = () => (heard = true);
    void first.then(stop, stop);
    for (let turn = 0; !heard; turn += 1) await rename(`SWOT ${turn}`);
    await first;
    return { next: async () => (await following.next()).boardChanges };
  };
});
