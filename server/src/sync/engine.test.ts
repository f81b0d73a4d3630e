import { newId, newItemId } from "@tavolo/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BoardSchema } from "../boards/board.entity.ts";
import { type Database, openDatabase } from "../database/open-database.ts";
import { createBoardPubSub } from "../graphql/pub-sub.ts";
import { silentLog } from "../log.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { createSyncEngine } from "./engine.ts";
import { BoardEventSchema } from "./projection/board-event.entity.ts";
import { BoardItemSchema } from "./projection/board-item.entity.ts";
import type { BoardActor, SyncEngine } from "./sync-engine.ts";

let database: Database;
let engine: SyncEngine;
let boardId: string;
let ada: BoardActor;
let bruno: BoardActor;
let moderator: BoardActor;

const startEngine = () =>
  createSyncEngine({ em: database.orm.em, pubSub: createBoardPubSub(), log: silentLog() });

beforeAll(async () => {
  database = await openDatabase({ database: { kind: "embedded", dataDir: "memory://" } });
  const em = database.orm.em.fork();
  const project = newId();
  const workshop = newId();
  boardId = newId();
  await em.insert(ProjectSchema, { id: project, name: { en: "Rights" }, language: "en", country: "IT" });
  await em.insert(WorkshopSchema, { id: workshop, project, title: { en: "First" }, language: "en" });
  const seat = async (role: BoardActor["role"]): Promise<BoardActor> => {
    const participantId = newId();
    await em.insert(ParticipantSchema, {
      id: participantId,
      project,
      workshop,
      kind: "human",
      role,
      displayName: role,
      language: "en",
    });
    return { participantId, role, kind: "human" };
  };
  moderator = await seat("moderator");
  ada = await seat("contributor");
  bruno = await seat("contributor");
  await em.insert(BoardSchema, {
    id: boardId,
    project,
    workshop,
    kind: "swot",
    templateId: "civic-space-swot",
    templateVersion: 1,
    title: { en: "SWOT" },
    language: "en",
    createdBy: moderator.participantId,
  });
  engine = startEngine();
});

afterAll(async () => {
  await engine.close();
  await database.close();
});

const addNote = (actor: BoardActor, text: string) =>
  engine.edit({
    boardId,
    actor,
    apply: (editor) => editor.add("notes", { text, section: "S", language: "en" }),
  });

const events = () =>
  database.orm.em.fork().find(BoardEventSchema, { board: boardId }, { orderBy: { number: "asc" } });

describe("the engine", () => {
  it("answers an edit once its note is projected, with who wrote it", async () => {
    const { result: id, revision } = await addNote(ada, "Open late");
    const row = await database.orm.em.fork().findOneOrFail(BoardItemSchema, { board: boardId, id });
    expect(row).toMatchObject({
      section: "S",
      createdBy: ada.participantId,
      updatedSeq: revision,
      removed: false,
    });
    expect(row.content).toMatchObject({ text: "Open late", language: "en" });
  });

  it("numbers what happened without gaps and tells who did it", async () => {
    const { result: id } = await addNote(ada, "A quiet room");
    await engine.edit({
      boardId,
      actor: bruno,
      apply: (editor) => editor.move("notes", id, { section: "O" }),
    });
    await engine.edit({ boardId, actor: bruno, apply: (editor) => editor.remove("notes", id) });
    const all = await events();
    expect(all.map(({ number }) => number)).toEqual(all.map((_, index) => index + 1));
    expect(all.slice(-3)).toMatchObject([
      { type: "item.added", actor: ada.participantId },
      { type: "item.moved", actor: bruno.participantId, payload: { fromSection: "S", toSection: "O" } },
      { type: "item.removed", actor: bruno.participantId },
    ]);
  });

  it("writes nothing of an edit whose second part is refused", async () => {
    const before = await database.orm.em.fork().count(BoardItemSchema, { board: boardId });
    const edit = engine.edit({
      boardId,
      actor: ada,
      apply: (editor) => {
        editor.add("notes", { text: "kept?", section: "S", language: "en" });
        editor.remove("notes", newItemId());
      },
    });
    await expect(edit).rejects.toMatchObject({ code: "ITEM_NOT_FOUND" });
    await addNote(bruno, "after the refusal");
    expect(await database.orm.em.fork().count(BoardItemSchema, { board: boardId })).toBe(before + 1);
  });

  it("lets participants change only their own notes where the board says so", async () => {
    const { result: id } = await addNote(ada, "Mine");
    await engine.changePolicy({ boardId, actor: moderator, editing: "own" });
    const by = (actor: BoardActor) =>
      engine.edit({ boardId, actor, apply: (editor) => editor.setText("notes", id, "text", "Changed") });
    await expect(by(bruno)).rejects.toMatchObject({ code: "NOT_OWNER" });
    await expect(by(ada)).resolves.toBeDefined();
    await expect(by(moderator)).resolves.toBeDefined();
    await engine.changePolicy({ boardId, actor: moderator, editing: "everyone" });
  });

  it("takes no edit of a frozen board and takes them again after it is reopened", async () => {
    await engine.changeState({ boardId, actor: moderator, state: "frozen", reason: "Agreed" });
    await expect(addNote(ada, "Too late")).rejects.toMatchObject({ code: "BOARD_FROZEN" });
    await engine.changeState({ boardId, actor: moderator, state: "open", reason: "One more point" });
    await addNote(ada, "In time");
    const told = (await events()).filter(({ type }) => type.startsWith("board."));
    expect(told.slice(-2)).toMatchObject([
      { type: "board.frozen", payload: { reason: "Agreed" } },
      { type: "board.reopened", payload: { reason: "One more point" } },
    ]);
  });

  it("comes back after a stop with the same notes and the same owners", async () => {
    const { result: id } = await addNote(ada, "Still here");
    await engine.close();
    engine = startEngine();
    await engine.changePolicy({ boardId, actor: moderator, editing: "own" });
    const edit = engine.edit({
      boardId,
      actor: bruno,
      apply: (editor) => editor.setText("notes", id, "text", "Not mine"),
    });
    await expect(edit).rejects.toMatchObject({ code: "NOT_OWNER" });
    await engine.changePolicy({ boardId, actor: moderator, editing: "everyone" });
  });
});
