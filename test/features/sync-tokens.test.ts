import { editBoard, readBoard, swot } from "@tavolo/schema";
import { beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { type BareClient, openBareClient } from "../support/bare-client.ts";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import { type SeededBoard, type Seat, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

const nothing = Y.encodeStateVector(new Y.Doc());

eachDatabase((database) => {
  const server = useTestServer(database);
  let board: SeededBoard;
  let ada: Seat;

  beforeEach(async () => {
    board = await seedBoard(server.orm.em);
    ada = await board.seat("contributor", "Ada");
  });

  const connect = () => openBareClient(server.socketUrl("/sync"), board.boardId);
  /** Seated and with the document. */
  const sitDown = async () => {
    const client = await connect();
    client.sendToken(ada.token);
    client.send("step1", nothing);
    await client.until(() => client.heard.step2 === 1);
    return client;
  };
  /** Updates that each add a note and build on those before, as one typist sends them. */
  const write = (client: BareClient, texts: readonly string[]): Uint8Array[] => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(client.doc));
    const updates: Uint8Array[] = [];
    copy.on("update", (update: Uint8Array) => updates.push(update));
    const editor = editBoard(swot, copy, { origin: null });
    for (const text of texts) editor.add("notes", { text, section: "S", language: "en" });
    return updates;
  };
  const welcomes = ({ messages }: BareClient) => messages.filter(({ type }) => type === "welcome");
  /** Somebody else at the board, and the notes that they see. */
  const openReader = async () => {
    const { doc } = await openBoardClient({
      url: server.url,
      boardId: board.boardId,
      token: board.moderator.token,
    });
    return () => readBoard(swot, doc).notes.map(({ text }) => text);
  };
  const read = async () => (await openReader())();
  const execute = (statement: string) => server.orm.em.fork().execute(statement);

  describe("what a client sends ahead of its token", () => {
    test("[RECEIVE-5] waits for it, and is acknowledged", async () => {
      const updates = write(await sitDown(), ["typed", "before", "the token"]);
      const client = await connect();
      for (const update of updates) client.send("update", update);
      client.sendToken(ada.token);
      await client.until(() => client.heard.acknowledged === 3);
      expect(await read()).toEqual(["typed", "before", "the token"]);
    });

    test("[RECEIVE-5] is no more than a mebibyte", async () => {
      const client = await connect();
      for (let sent = 0; sent < 3; sent++) client.send("update", new Uint8Array(400 * 1024));
      await client.until(() => client.closedFor() !== null);
      expect(client.closedFor()).toBe("TOO_MUCH_AHEAD_OF_TOKEN");
    });
  });

  describe("a second token for an open document", () => {
    test("[RECEIVE-4] leaves edits their acknowledgements: those on their way to the journal, between and after", async () => {
      const client = await sitDown();
      const [before, between, after] = write(client, ["before", "between", "after"]);
      await execute("alter table journal_entry rename to journal_away");
      client.send("update", before!);
      await expect.poll(() => server.engine.failingSince()).not.toBeNull();
      client.send("step1", Y.encodeStateVector(client.doc));
      client.sendToken(ada.token);
      client.send("update", between!);
      client.sendToken(ada.token);
      client.send("update", after!);
      await client.until(() => welcomes(client).length === 3);
      expect(client.heard.acknowledged).toBe(0);
      await execute("alter table journal_away rename to journal_entry");
      await client.until(() => client.heard.acknowledged === 3);
      await client.until(() => client.heard.step2 === 2);
      expect(await read()).toEqual(["before", "between", "after"]);
    });

    test("[RECEIVE-4] leaves what waited for the answer to the first in its turn", async () => {
      const [first, second] = write(await sitDown(), ["first", "second"]);
      const client = await connect();
      client.sendToken(ada.token);
      client.send("step1", nothing);
      client.send("update", first!);
      client.sendToken(ada.token);
      client.send("step1", nothing);
      client.send("update", second!);
      await client.until(() => client.heard.acknowledged === 2 && client.heard.step2 === 2);
      expect(await read()).toEqual(["first", "second"]);
    });

    test("[RECEIVE-4] leaves an edit that builds on something unknown to the answer that brings it", async () => {
      const client = await sitDown();
      const [missing, later] = write(client, ["missing", "later"]);
      client.send("step2", Y.encodeStateAsUpdate(new Y.Doc()));
      client.send("update", later!);
      await client.until(() => client.heard.step1 === 2);
      client.sendToken(ada.token);
      client.send("step2", Y.mergeUpdates([missing!, later!]));
      await client.until(() => client.heard.acknowledged === 3);
      expect(await read()).toEqual(["missing", "later"]);
    });

    test("[RECEIVE-4] goes on showing what others write, under the same presence", async () => {
      const client = await sitDown();
      client.sendToken(ada.token);
      await client.until(() => welcomes(client).length === 2);
      const [first, second] = welcomes(client);
      expect(second).toEqual(first);
      expect(server.engine.presence(board.boardId)).toHaveLength(1);
      const other = await sitDown();
      const [note] = write(other, ["shown"]);
      other.send("update", note!);
      await client.until(() => readBoard(swot, client.doc).notes.length === 1);
    });

    test("[RECEIVE-2] that is refused ends what the first had opened; the next one that is good begins anew", async () => {
      const client = await sitDown();
      const [early, ignored] = write(client, ["early", "ignored"]);
      client.send("update", early!);
      client.sendToken("nobody’s");
      client.send("update", ignored!);
      client.sendToken(ada.token);
      client.send("step1", nothing);
      await client.until(() => client.heard.step2 === 2);
      expect(client.messages.map((message) => ("code" in message ? message.code : message.type))).toEqual([
        "welcome",
        "UNAUTHENTICATED",
        "welcome",
      ]);
      // Its edit goes on to its commit, with nobody left to be told.
      const reader = await openReader();
      await expect.poll(reader).toEqual(["early"]);
      expect(server.engine.presence(board.boardId)).toHaveLength(2);
    });

    test("[RECEIVE-3] of another seat is refused: this copy of the document is the first one’s", async () => {
      const client = await sitDown();
      const bruno = await board.seat("contributor", "Bruno");
      client.sendToken(bruno.token);
      await client.until(() => client.messages.length === 2);
      expect(client.messages[1]).toMatchObject({ type: "refused", code: "SEAT_CHANGED" });
      expect(server.engine.presence(board.boardId)).toEqual([]);
    });
  });
});
