import type { BoardEditor } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { beginNewGeneration } from "@tavolo/server/sync/generations/begin-new-generation.ts";
import { noticeRestore } from "@tavolo/server/sync/generations/notice-restore.ts";
import type { BoardActor } from "@tavolo/server/sync/sync-engine.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { journalled } from "../fuzz/compare.ts";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import { type SeededBoard, seedBoard, type Seat } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

eachDatabase((database) => {
  const server = useTestServer(database);
  let board: SeededBoard;
  let heron: Seat;
  let ada: BoardActor;

  beforeEach(async () => {
    board = await seedBoard(server.orm.em);
    heron = await board.seat("contributor", "Heron");
    const { participantId } = await board.seat("contributor", "Ada");
    ada = { participantId, role: "contributor", kind: "human" };
  });

  const em = () => server.orm.em.fork();
  const edit = <T>(apply: (editor: BoardEditor) => T) =>
    server.engine.edit({ boardId: board.boardId, actor: ada, apply });
  const add = (text: string) => edit((editor) => editor.add("notes", { text, section: "S", language: "en" }));
  const open = (generation: number, ready?: "told") =>
    openBoardClient({
      url: server.url,
      boardId: board.boardId,
      token: heron.token,
      generation,
      ...(ready && { ready }),
    });
  const generation = async () => (await em().findOneOrFail(BoardSchema, board.boardId)).generation;
  const texts = (client: Awaited<ReturnType<typeof open>>) => client.read().notes.map(({ text }) => text);
  const refused = expect.objectContaining({ type: "refused", code: "GENERATION_CHANGED" });

  describe("a new generation of a board", () => {
    it("has the content that there was, and takes nothing from a copy of the one before", async () => {
      await add("Open late");
      const old = await open(1);
      await old.disconnect();
      old.editor.add("notes", { text: "Written on the old copy", section: "S", language: "en" });
      expect(await beginNewGeneration(em(), [board.boardId])).toBe(1);
      old.connect();
      await old.until(() => old.messages.some(({ type }) => type === "refused"));
      expect(old.messages).toContainEqual(refused);
      const fresh = await open(2);
      expect(texts(fresh)).toEqual(["Open late"]);
      fresh.editor.add("notes", { text: "Life goes on", section: "S", language: "en" });
      await fresh.saved();
      expect((await journalled(server.orm.em, board.boardId)).getMap("notes").size).toBe(2);
    });

    it("turns away who has the board open when they write, and lets them in again", async () => {
      await add("Open late");
      const [writing, reading] = [await open(1), await open(1)];
      await beginNewGeneration(em(), "all");
      writing.editor.add("notes", { text: "Too late", section: "S", language: "en" });
      await writing.until(() => writing.messages.some(({ type }) => type === "refused"));
      await reading.until(() => reading.messages.some(({ type }) => type === "refused"));
      expect([writing.messages.at(-1), reading.messages.at(-1)]).toEqual([refused, refused]);
      expect(texts(await open(2))).toEqual(["Open late"]);
    });

    it("begins with the bindings of before: nobody writes as somebody else", async () => {
      const first = await open(1);
      first.editor.add("notes", { text: "Heron’s", section: "S", language: "en" });
      await first.saved();
      await beginNewGeneration(em(), [board.boardId]);
      const kestrel = await board.seat("contributor", "Kestrel");
      const forging = await openBoardClient({
        url: server.url,
        boardId: board.boardId,
        token: kestrel.token,
        generation: 2,
      });
      forging.doc.clientID = first.doc.clientID;
      forging.editor.add("notes", { text: "As Heron", section: "S", language: "en" });
      await forging.until(() => forging.messages.some(({ type }) => type === "refused"));
      expect(forging.messages.at(-1)).toMatchObject({ code: "CLIENT_ID_TAKEN" });
    });
  });

  describe("a database that lost what it had committed", () => {
    it("is noticed by the server that runs: the board begins a new generation", async () => {
      await add("Kept");
      const { revision } = await add("Lost");
      const client = await open(1);
      // What a copy that takes over a moment behind does.
      await em().execute("delete from journal_entry where board = ? and seq = ?", [board.boardId, revision]);
      await em().execute("delete from board_item where board = ? and created_seq = ?", [
        board.boardId,
        revision,
      ]);
      await em().execute("delete from board_event where board = ? and seq = ?", [board.boardId, revision]);
      await em().execute(
        "update board set head_seq = head_seq - 1, projected_seq = projected_seq - 1, event_number = event_number - 1 where id = ?",
        [board.boardId],
      );
      client.editor.add("notes", { text: "Afterwards", section: "S", language: "en" });
      await client.until(() => client.messages.some(({ type }) => type === "refused"));
      expect(client.messages).toContainEqual(refused);
      expect(await generation()).toBe(2);
      expect(texts(await open(2))).toEqual(["Kept"]);
      await add("Life goes on");
      expect(await generation()).toBe(2);
    });

    it("is noticed at the start where it stands elsewhere, once", async () => {
      await add("Open late");
      await server.restart();
      expect(await generation()).toBe(1);
      await em().execute("update database_place set place = 'another'");
      await server.restart();
      expect(await generation()).toBe(2);
      expect(await noticeRestore(em())).toEqual({ restored: false, boards: 0 });
    });
  });
});
