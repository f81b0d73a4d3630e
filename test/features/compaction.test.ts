import { type BoardEditor, newItemId } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { BoardSnapshotSchema } from "@tavolo/server/sync/compaction/board-snapshot.entity.ts";
import { Compaction, type CompactionPhase } from "@tavolo/server/sync/compaction/compaction.ts";
import { SnapshotDiffers } from "@tavolo/server/sync/compaction/make-snapshot.ts";
import { unpackNow } from "@tavolo/server/sync/compaction/pack.ts";
import { createSyncEngine } from "@tavolo/server/sync/engine.ts";
import { JournalEntrySchema } from "@tavolo/server/sync/journal/journal-entry.entity.ts";
import { BoardEventSchema } from "@tavolo/server/sync/projection/board-event.entity.ts";
import { BoardItemSchema } from "@tavolo/server/sync/projection/board-item.entity.ts";
import type { BoardActor } from "@tavolo/server/sync/sync-engine.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { isSameDocument, journalled, projectionFaults } from "../fuzz/compare.ts";
import { openBoardClient } from "../support/board-client.ts";
import { eachDatabase } from "../support/databases.ts";
import { type SeededBoard, seedBoard, type Seat } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

/** Fails on reaching a phase, as a fault of the machine would. */
class Failing extends Compaction {
  fails: CompactionPhase = "read";
  protected override reached(phase: CompactionPhase): void {
    if (phase === this.fails) throw new Error(`Failed when ${phase}.`);
  }
}

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
  const journal = () => em().find(JournalEntrySchema, { board: board.boardId }, { orderBy: { seq: "asc" } });
  const snapshot = () => em().findOne(BoardSnapshotSchema, { board: board.boardId });
  const stored = async () => ({
    items: await em().find(BoardItemSchema, { board: board.boardId }, { orderBy: { id: "asc" } }),
    events: await em().find(BoardEventSchema, { board: board.boardId }, { orderBy: { number: "asc" } }),
    steps: (await journal()).map(({ bytes: _bytes, ...step }) => step),
  });
  const document = () => journalled(server.orm.em, board.boardId);
  const open = (doc?: Parameters<typeof openBoardClient>[0]["doc"]) =>
    openBoardClient({ url: server.url, boardId: board.boardId, token: heron.token, ...(doc && { doc }) });

  describe("compacting a board", () => {
    it("[COMPACT-1] drops the bytes of its journal and nothing else: document, items, events, who and when stay", async () => {
      const { result: id } = await add("Open late");
      await add("A quiet room");
      await edit((editor) => editor.remove("notes", id));
      const [before, doc] = [await stored(), await document()];
      await server.engine.compact(board.boardId);
      expect((await journal()).every(({ bytes }) => bytes === null)).toBe(true);
      expect(await snapshot()).toMatchObject({ seq: before.steps.length, generation: 1 });
      expect(await stored()).toEqual(before);
      await server.restart();
      const loaded = await document();
      expect(isSameDocument(loaded, doc)).toBe(true);
      expect(await projectionFaults(server.orm.em, board.boardId, loaded)).toEqual([]);
    });

    it("goes on from the last snapshot, and does nothing where nothing was written", async () => {
      await add("First");
      await server.engine.compact(board.boardId);
      const first = await snapshot();
      await server.engine.compact(board.boardId);
      expect(await snapshot()).toEqual(first);
      await server.restart();
      const { revision } = await add("Second");
      const doc = await document();
      await server.engine.compact(board.boardId);
      expect((await snapshot())?.seq).toBe(revision);
      expect(isSameDocument(await document(), doc)).toBe(true);
    });

    it("takes the same edits from somebody who was away as from the journal", async () => {
      const one = await open();
      one.editor.add("notes", { text: "While connected", section: "S", language: "en" });
      await one.saved();
      await one.disconnect();
      one.editor.add("notes", { text: "While away", section: "S", language: "en" });
      await add("By somebody else");
      await server.engine.compact(board.boardId);
      await server.restart();
      one.connect();
      await one.until(() => one.read().notes.length === 3);
      await one.saved();
      const other = await open();
      expect(isSameDocument(one.doc, other.doc)).toBe(true);
      expect(one.messages.filter(({ type }) => type === "refused")).toEqual([]);
    });

    it("leaves nowhere what was written and deleted again", async () => {
      const { result: id } = await add("Signed: Maria Rossi");
      await edit((editor) => editor.setText("notes", id, "text", "Not signed"));
      const holds = (bytes: Uint8Array) => Buffer.from(bytes).includes("Maria Rossi");
      expect((await journal()).some(({ bytes }) => bytes && holds(bytes))).toBe(true);
      await server.engine.compact(board.boardId);
      expect(holds(unpackNow((await snapshot())!.bytes))).toBe(false);
      const [{ journal: left } = { journal: "" }] = await em().execute<{ journal: string }[]>(
        `select coalesce(string_agg(encode(bytes, 'escape'), ''), '') as journal from journal_entry where board = ?`,
        [board.boardId],
      );
      expect(left).toBe("");
    });

    it("keeps the bytes of steps that are not projected", async () => {
      await add("Projected");
      const { revision } = await add("Not projected");
      await server.restart();
      await em().nativeUpdate(BoardSchema, { id: board.boardId }, { projectedSeq: revision - 1 });
      const doc = await document();
      await new Compaction(server.orm.em).run(board.boardId);
      expect((await journal()).map(({ bytes }) => bytes !== null)).toEqual([false, false, true]);
      expect(isSameDocument(await document(), doc)).toBe(true);
    });
  });

  describe("a compaction that fails", () => {
    it.each(["read", "verified", "written", "dropped"] as const)(
      "when %s leaves the journal as it was",
      async (phase) => {
        await add("Open late");
        const before = await journal();
        const failing = new Failing(server.orm.em);
        failing.fails = phase;
        await expect(failing.run(board.boardId)).rejects.toThrow(`Failed when ${phase}.`);
        expect(await journal()).toEqual(before);
        expect(await snapshot()).toBeNull();
      },
    );

    it("[COMPACT-1] since its snapshot is not the journal’s state leaves the journal as it was", async () => {
      await add("Open late");
      const before = await journal();
      const compaction = new Compaction(server.orm.em, () =>
        Promise.reject(new SnapshotDiffers("It differs.")),
      );
      await expect(compaction.run(board.boardId)).rejects.toThrow(SnapshotDiffers);
      expect(await journal()).toEqual(before);
    });

    it("since another one was faster changes nothing", async () => {
      await add("Open late");
      const { makeSnapshotAside } = await import("@tavolo/server/sync/compaction/make-snapshot-aside.ts");
      const overtaken = new Compaction(server.orm.em, async (journalledDocument) => {
        await server.engine.compact(board.boardId);
        return makeSnapshotAside(journalledDocument);
      });
      expect(await overtaken.run(board.boardId)).toBe(0);
      expect((await document()).getMap("notes").size).toBe(1);
    });
  });

  it("[UNLOAD-1] a room that is empty and clean unloads, and its board is compacted then", async () => {
    const engine = createSyncEngine({
      em: server.orm.em,
      pubSub: server.pubSub,
      access: server.access,
      log: silentLog(),
      unloadAfterMs: 1,
    });
    const at = { boardId: board.boardId, actor: ada };
    const id = newItemId();
    await engine.edit({
      ...at,
      apply: (editor) => editor.add("notes", { id, text: "0", section: "S", language: "en" }),
    });
    await Promise.all(
      Array.from({ length: 120 }, (_, index) =>
        engine.edit({ ...at, apply: (editor) => editor.setText("notes", id, "text", String(index)) }),
      ),
    );
    await expect.poll(() => engine.load().rooms, { timeout: 20_000 }).toBe(0);
    await expect.poll(async () => (await snapshot())?.seq, { timeout: 20_000 }).toBeGreaterThan(100);
    await engine.close();
  });
});
