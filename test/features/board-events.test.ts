import { beforeAll, describe, expect, test } from "vitest";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import { setTable, type SignedIn, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

const events = `subscription ($boardId: ID!, $after: Int, $types: [BoardEventType!]) {
  boardEvents(boardId: $boardId, after: $after, types: $types) {
    __typename number revision actor { displayName isViewer }
    ... on NoteEvent { note { id text section author { displayName } } }
    ... on NoteChanged { changedFields }
    ... on NoteMoved { fromSection }
    ... on ClusterEvent { cluster { name noteCount } }
    ... on BoardFrozen { reason }
    ... on BoardReopened { reason }
    ... on BoardPolicyChanged { editing display }
  }
}`;
const presence = `subscription ($boardId: ID!) {
  presence(boardId: $boardId) { participants { displayName stakeholderGroup colour editing isViewer } }
}`;
const add = `mutation ($input: AddNoteInput!) { addNote(input: $input) { revision note { id } } }`;

interface Event {
  boardEvents: {
    __typename: string;
    number: number;
    note?: { id: string; text: string };
    [field: string]: unknown;
  };
}
interface Present {
  presence: { participants: { displayName: string | null; isViewer: boolean; editing: string | null }[] };
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let moderator: Table["moderator"];
  let table: Table;
  let heron: SignedIn;

  beforeAll(async () => {
    const administrator = await signInAdministrator(server);
    moderator = (await setTable(server, { moderator: administrator })).moderator;
  });

  const sit = async (options: { display?: "NAMED" | "ANONYMOUS" } = {}) => {
    table = await setTable(server, { moderator, display: "NAMED", ...options });
    heron = await table.join({ displayName: "Heron" });
    return table.boardId;
  };
  const write = async (boardId: string, text: string): Promise<string> => {
    const { addNote } = await heron.graphql.run<{ addNote: { note: { id: string } } }>(add, {
      input: { boardId, section: "STRENGTHS", text },
    });
    return addNote.note.id;
  };
  const run = (who: SignedIn, mutation: string, type: string, input: object) =>
    who.graphql.run(`mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename } }`, { input });
  const follow = (boardId: string, after?: number, who: SignedIn = heron) =>
    subscribe<Event>(openGraphQLSocket(server, who), events, { boardId, after });

  describe("the events of a board", () => {
    test("tell what happened, typed and numbered without a gap", async () => {
      const boardId = await sit();
      const id = await write(boardId, "One");
      await run(heron, "editNote", "EditNoteInput", { boardId, id, text: "One and a half", colour: "SKY" });
      await run(heron, "moveNote", "MoveNoteInput", { boardId, id, section: "THREATS" });
      await run(heron, "removeNote", "RemoveNoteInput", { boardId, id });
      await run(heron, "restoreNote", "RestoreNoteInput", { boardId, id });
      await run(heron, "addCluster", "AddClusterInput", { boardId, section: "THREATS", name: "Together" });
      await run(moderator, "updateBoard", "UpdateBoardInput", { id: boardId, editing: "OWN" });
      await run(moderator, "freezeBoard", "FreezeBoardInput", { boardId, reason: "Agreed." });
      await run(moderator, "reopenBoard", "ReopenBoardInput", { boardId, reason: "One more." });

      const following = follow(boardId, 0);
      const seen: Event["boardEvents"][] = [];
      while (seen.at(-1)?.__typename !== "BoardReopened") seen.push((await following.next()).boardEvents);
      expect(seen.map(({ number }) => number)).toEqual(seen.map((_, index) => index + 1));
      expect(seen.map(({ __typename }) => __typename)).toEqual([
        "NoteAdded",
        "NoteChanged",
        "NoteMoved",
        "NoteRemoved",
        "NoteRestored",
        "ClusterAdded",
        "BoardPolicyChanged",
        "BoardFrozen",
        "BoardReopened",
      ]);
      const note = { id, text: "One and a half", section: "THREATS", author: { displayName: "Heron" } };
      expect(seen[0]).toMatchObject({ actor: { displayName: "Heron", isViewer: true }, note });
      expect(seen[1]).toMatchObject({ changedFields: expect.arrayContaining(["text", "colour"]) });
      expect(seen[2]).toMatchObject({ fromSection: "STRENGTHS" });
      expect(seen[5]).toMatchObject({ cluster: { name: "Together", noteCount: 0 } });
      expect(seen[6]).toMatchObject({ editing: "OWN", display: null });
      expect(seen[7]).toMatchObject({ reason: "Agreed.", actor: { isViewer: false } });
    });

    test("come live from a participant’s typing", async () => {
      const boardId = await sit();
      const { createApiToken } = await moderator.graphql.run<{ createApiToken: { token: string } }>(
        `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
        { input: { projectId: table.projectId, name: "Screen" } },
      );
      const following = follow(boardId, 0);
      const client = await openBoardClient({ url: server.url, boardId, token: createApiToken.token });
      client.editor.add("notes", { section: "O", text: "Typed in a browser" });
      const { boardEvents } = await following.next();
      expect(boardEvents).toMatchObject({
        __typename: "NoteAdded",
        actor: { displayName: "Screen", isViewer: false },
      });
      expect(boardEvents.note?.text).toBe("Typed in a browser");
    });

    test("are resumed without a gap or a repetition while others go on writing", async () => {
      const boardId = await sit();
      for (let n = 0; n < 5; n += 1) await write(boardId, `before ${n}`);
      const writing = (async () => {
        for (let n = 0; n < 25; n += 1) await write(boardId, `meanwhile ${n}`);
      })();
      let last = 0;
      const numbers: number[] = [];
      // Cut off and resumed again and again, at whatever moment that falls.
      while (numbers.length < 30) {
        const following = follow(boardId, last);
        for (let n = 0; n < 7 && numbers.length < 30; n += 1) {
          last = (await following.next()).boardEvents.number;
          numbers.push(last);
        }
        await following.stop();
      }
      await writing;
      expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    });

    test("without a number begin with what comes next", async () => {
      const boardId = await sit();
      await write(boardId, "Earlier");
      const following = follow(boardId);
      const first = following.next();
      // The subscription is live once the server has told its first answer, so write until it does.
      const answered = first.then(() => true);
      const soon = () => write(boardId, "Later").then(() => false);
      while (!(await Promise.race([answered, soon()])));
      expect((await first).boardEvents).toMatchObject({ __typename: "NoteAdded", note: { text: "Later" } });
    });

    test("are only those of the types asked for, and resumed all the same", async () => {
      const boardId = await sit();
      const id = await write(boardId, "One");
      const edited = (text: string) => run(heron, "editNote", "EditNoteInput", { boardId, id, text });
      await edited("One and a half");
      await write(boardId, "Two");
      const types = ["NOTE_ADDED", "BOARD_FROZEN"];
      const client = openGraphQLSocket(server, heron);
      const following = subscribe<Event>(client, events, { boardId, after: 0, types });
      expect((await following.next()).boardEvents.note?.text).toBe("One and a half");
      expect((await following.next()).boardEvents.note?.text).toBe("Two");
      await edited("Hardly heard");
      await run(moderator, "freezeBoard", "FreezeBoardInput", { boardId, reason: "Enough." });
      const { boardEvents } = await following.next();
      expect(boardEvents).toMatchObject({ __typename: "BoardFrozen", number: 5 });
    });

    test("say nothing of people on an anonymous board", async () => {
      const boardId = await sit({ display: "ANONYMOUS" });
      await write(boardId, "Whose?");
      const { boardEvents } = await follow(boardId, 0, moderator).next();
      expect(boardEvents).toMatchObject({
        actor: { displayName: null, isViewer: false },
        note: { author: { displayName: null } },
      });
    });
  });

  describe("following ends", () => {
    const refusalOf = async (next: Promise<unknown>): Promise<string> =>
      next.then(
        () => "nothing",
        (errors: { extensions: { code: string } }[]) => errors[0]?.extensions.code ?? "no code",
      );

    test("before it begins for whoever takes no part", async () => {
      const boardId = await sit();
      const other = await setTable(server, { moderator });
      const stranger = await other.join({ displayName: "Stranger" });
      expect(await refusalOf(follow(boardId, 0, stranger).next())).toBe("BOARD_NOT_FOUND");
      const nobody = subscribe<Event>(openGraphQLSocket(server), events, { boardId });
      expect(await refusalOf(nobody.next())).toBe("UNAUTHENTICATED");
    });

    test("with a number the board never had", async () => {
      const boardId = await sit();
      expect(await refusalOf(follow(boardId, 99).next())).toBe("INVALID_VALUE");
      expect(await refusalOf(follow(boardId, -1).next())).toBe("INVALID_VALUE");
    });

    test("when a moderator takes the seat away", async () => {
      const boardId = await sit();
      const stork = await table.join({ displayName: "Stork" });
      const following = follow(boardId, 0, stork);
      await write(boardId, "Everyone reads this");
      await following.next();
      await run(moderator, "removeParticipant", "RemoveParticipantInput", {
        participantId: stork.participantId,
      });
      await write(boardId, "Not for Stork");
      expect(await refusalOf(following.next())).toBe("SEAT_REMOVED");
    });

    test("when the session ends", async () => {
      const boardId = await sit();
      const stork = await table.join({ displayName: "Stork" });
      const following = follow(boardId, 0, stork);
      await write(boardId, "Everyone reads this");
      await following.next();
      await stork.graphql.run(`mutation { signOut { signedOut } }`);
      await write(boardId, "Not for Stork");
      expect(await refusalOf(following.next())).toBe("SESSION_ENDED");
    });
  });

  describe("presence", () => {
    test("is told at once, and again when somebody comes or goes", async () => {
      const boardId = await sit();
      const { createApiToken } = await moderator.graphql.run<{ createApiToken: { token: string } }>(
        `mutation ($input: CreateApiTokenInput!) { createApiToken(input: $input) { token } }`,
        { input: { projectId: table.projectId, name: "Screen" } },
      );
      const following = subscribe<Present>(openGraphQLSocket(server, heron), presence, { boardId });
      expect((await following.next()).presence.participants).toEqual([]);
      const client = await openBoardClient({ url: server.url, boardId, token: createApiToken.token });
      const until = async (count: number) => {
        for (;;) {
          const { participants } = (await following.next()).presence;
          if (participants.length === count) return participants;
        }
      };
      expect(await until(1)).toMatchObject([{ displayName: "Screen", isViewer: false, editing: null }]);
      client.destroy();
      expect(await until(0)).toEqual([]);
    });
  });
});
