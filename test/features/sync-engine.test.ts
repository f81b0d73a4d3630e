import { newItemId } from "@tavolo/schema";
import { BoardEventSchema } from "@tavolo/server/sync/projection/board-event.entity.ts";
import { BoardItemSchema } from "@tavolo/server/sync/projection/board-item.entity.ts";
import type { BoardActor } from "@tavolo/server/sync/sync-engine.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import { type SeededBoard, seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

eachDatabase((database) => {
  const server = useTestServer(database);
  let board: SeededBoard;
  let ada: BoardActor;
  let bruno: BoardActor;
  let moderator: BoardActor;

  beforeEach(async () => {
    board = await seedBoard(server.orm.em);
    const contributor = async (name: string): Promise<BoardActor> => {
      const { participantId } = await board.seat("contributor", name);
      return { participantId, role: "contributor", kind: "human" };
    };
    ada = await contributor("Ada");
    bruno = await contributor("Bruno");
    moderator = { participantId: board.moderator.participantId, role: "moderator", kind: "human" };
  });

  const em = () => server.orm.em.fork();
  const add = (actor: BoardActor, text: string) =>
    server.engine.edit({
      boardId: board.boardId,
      actor,
      apply: (editor) => editor.add("notes", { text, section: "S", language: "en" }),
    });
  const retitle = (actor: BoardActor, id: string, text = "Changed") =>
    server.engine.edit({
      boardId: board.boardId,
      actor,
      apply: (editor) => editor.setText("notes", id, "text", text),
    });
  const changeState = (state: "open" | "frozen", reason: string) =>
    server.engine.changeState({ boardId: board.boardId, actor: moderator, state, reason });
  const items = () => em().find(BoardItemSchema, { board: board.boardId });
  const texts = async () =>
    (await items())
      .map(({ content }) => content["text"])
      .map(String)
      .toSorted((a, b) => a.localeCompare(b));
  const events = () => em().find(BoardEventSchema, { board: board.boardId }, { orderBy: { number: "asc" } });

  describe("an edit", () => {
    it("[PROJECT-1] is answered once its note is projected, with who wrote it", async () => {
      const { result: id, revision } = await add(ada, "Open late");
      const [row] = await items();
      expect(row).toMatchObject({ id, section: "S", createdBy: ada.participantId, updatedSeq: revision });
      expect(row?.content).toMatchObject({ text: "Open late", language: "en" });
    });

    it("[PROJECT-2] is told in numbered events without gaps, with who did it", async () => {
      const { result: id } = await add(ada, "A quiet room");
      const by = { boardId: board.boardId, actor: bruno };
      await server.engine.edit({ ...by, apply: (editor) => editor.move("notes", id, { section: "O" }) });
      await server.engine.edit({ ...by, apply: (editor) => editor.remove("notes", id) });
      expect(await events()).toMatchObject([
        { number: 1, type: "item.added", actor: ada.participantId },
        {
          number: 2,
          type: "item.moved",
          actor: bruno.participantId,
          payload: { fromSection: "S", toSection: "O" },
        },
        { number: 3, type: "item.removed", actor: bruno.participantId },
      ]);
    });

    it("that changes nothing answers with the present revision and tells nothing", async () => {
      const { result: id, revision } = await add(ada, "As it is");
      expect(await retitle(bruno, id, "As it is")).toEqual({ result: undefined, revision });
      expect(await events()).toHaveLength(1);
    });

    it("[APPLY-2] of several parts is written whole or not at all", async () => {
      const edit = server.engine.edit({
        boardId: board.boardId,
        actor: ada,
        apply: (editor) => {
          editor.add("notes", { text: "half", section: "S", language: "en" });
          editor.remove("notes", newItemId());
        },
      });
      const [refused, added] = await Promise.allSettled([edit, add(bruno, "whole")]);
      expect(refused).toMatchObject({ status: "rejected", reason: { code: "ITEM_NOT_FOUND" } });
      expect(added.status).toBe("fulfilled");
      expect(await texts()).toEqual(["whole"]);
    });

    it("that fails in the middle harms none that is being committed beside it, and nothing is told twice", async () => {
      const half = () =>
        server.engine.edit({
          boardId: board.boardId,
          actor: ada,
          apply: (editor) => {
            editor.add("notes", { text: "half", section: "S", language: "en" });
            editor.remove("notes", newItemId());
          },
        });
      await add(bruno, "note 0");
      const settled: PromiseSettledResult<unknown>[] = [];
      for (let round = 1; round <= 5; round++) {
        const beside = add(bruno, `note ${round}`);
        // Into the middle of the commit, not before it.
        await new Promise(setImmediate);
        settled.push(...(await Promise.allSettled([beside, half()])));
      }
      expect(settled.map(({ status }) => status)).toEqual(
        Array.from({ length: 5 }, () => ["fulfilled", "rejected"]).flat(),
      );
      expect(await texts()).toEqual(["note 0", "note 1", "note 2", "note 3", "note 4", "note 5"]);
      expect((await events()).map(({ number, type }) => [number, type])).toEqual(
        Array.from({ length: 6 }, (_, index) => [index + 1, "item.added"]),
      );
    });

    it("[JOURNAL-1] by someone whose right ended meanwhile is refused in the commit; what others wrote with it stays", async () => {
      await add(bruno, "before");
      await em().execute("update participant set role = 'observer' where id = ?", [ada.participantId]);
      const [refused, added] = await Promise.allSettled([
        add(ada, "not mine to write"),
        add(bruno, "beside"),
      ]);
      expect(refused).toMatchObject({ status: "rejected", reason: { code: "FORBIDDEN" } });
      expect(added.status).toBe("fulfilled");
      await add(bruno, "after");
      expect(await texts()).toEqual(["after", "before", "beside"]);
    });

    it("[JOURNAL-2] waits while the database takes no journal, and is not lost", async () => {
      await add(ada, "before");
      await em().execute("alter table journal_entry rename to journal_away");
      const waiting = Promise.all([add(ada, "during"), add(bruno, "during too")]);
      await expect.poll(() => server.engine.failingSince()).not.toBeNull();
      await em().execute("alter table journal_away rename to journal_entry");
      await waiting;
      expect(await texts()).toEqual(["before", "during", "during too"]);
      expect(server.engine.failingSince()).toBeNull();
    });
  });

  describe("a board whose participants change only their own notes", () => {
    beforeEach(() =>
      server.engine.changePolicy({ boardId: board.boardId, actor: moderator, editing: "own" }),
    );

    it("lets the author and the moderator change a note, nobody else", async () => {
      const { result: id } = await add(ada, "Mine");
      await expect(retitle(bruno, id)).rejects.toMatchObject({ code: "NOT_OWNER" });
      await expect(retitle(ada, id)).resolves.toBeDefined();
      await expect(retitle(moderator, id, "Moderated")).resolves.toBeDefined();
    });

    it("knows the authors again after a restart", async () => {
      const { result: id } = await add(ada, "Mine");
      await server.restart();
      await expect(retitle(bruno, id)).rejects.toMatchObject({ code: "NOT_OWNER" });
      await expect(retitle(ada, id)).resolves.toBeDefined();
    });

    it("keeps a cluster in its section while it holds somebody else’s notes", async () => {
      const { result: cluster } = await server.engine.edit({
        boardId: board.boardId,
        actor: ada,
        apply: (editor) => editor.add("clusters", { name: "Access", section: "S", language: "en" }),
      });
      const note = await add(bruno, "Not Ada’s");
      await server.engine.edit({
        boardId: board.boardId,
        actor: bruno,
        apply: (editor) => editor.move("notes", note.result, { cluster }),
      });
      const move = server.engine.edit({
        boardId: board.boardId,
        actor: ada,
        apply: (editor) => editor.move("clusters", cluster, { section: "W" }),
      });
      await expect(move).rejects.toMatchObject({ code: "NOT_OWNER" });
    });
  });

  describe("freezing", () => {
    it("refuses edits until the board is reopened, and tells both", async () => {
      await changeState("frozen", "Agreed");
      await expect(add(ada, "Too late")).rejects.toMatchObject({ code: "BOARD_FROZEN" });
      await changeState("open", "One more point");
      await add(ada, "In time");
      expect(await events()).toMatchObject([
        { type: "board.frozen", payload: { reason: "Agreed" } },
        { type: "board.reopened", payload: { reason: "One more point" } },
        { type: "item.added" },
      ]);
    });

    it("[JOURNAL-3] draws one line through edits that arrive at the same time: before it kept, after it refused", async () => {
      const edits = Array.from({ length: 40 }, (_, index) => add(index % 2 ? ada : bruno, `Note ${index}`));
      const frozen = changeState("frozen", "Time is up");
      const late = Array.from({ length: 10 }, (_, index) => add(ada, `Late ${index}`));
      const settled = await Promise.allSettled([...edits, ...late]);
      await frozen;
      const kept = settled.filter(({ status }) => status === "fulfilled").length;
      const reasons = settled.flatMap((edit) => (edit.status === "rejected" ? [edit.reason] : []));
      expect(reasons).toEqual(reasons.map(() => expect.objectContaining({ code: "BOARD_FROZEN" })));
      expect(await items()).toHaveLength(kept);
      expect((await events()).at(-1)?.type).toBe("board.frozen");
    });
  });
});
