import { newId, type Role } from "@tavolo/schema";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { BoardSchema } from "../boards/board.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { type Database, openDatabase } from "../database/open-database.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { findBoardActor, findProjectActor, findWorkshopActor } from "./board-access.ts";
import { PersonSchema } from "./person.entity.ts";
import { anonymous, type Viewer } from "./viewer.ts";

describe("what a viewer may see", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ database: { kind: "embedded", dataDir: "memory://" } });
  });
  afterAll(() => database.close());

  const project = newId();
  const [workshop, otherWorkshop] = [newId(), newId()];
  const board = newId();
  let em: EntityManager;
  let viewer: Viewer & { kind: "person" };

  beforeAll(async () => {
    const setUp = database.orm.em.fork();
    await setUp.insert(ProjectSchema, {
      id: project,
      name: { en: "Project" },
      language: "en",
      country: "IT",
    });
    for (const id of [workshop, otherWorkshop]) {
      await setUp.insert(WorkshopSchema, { id, project, title: { en: "Workshop" }, language: "en" });
    }
    await setUp.insert(BoardSchema, {
      id: board,
      project,
      workshop,
      kind: "swot",
      templateId: "civic-space-swot",
      templateVersion: 1,
      title: { en: "Board" },
      language: "en",
    });
  });

  beforeEach(async () => {
    em = database.orm.em.fork();
    viewer = { kind: "person", personId: newId(), sessionId: newId() };
    await em.insert(PersonSchema, { id: viewer.personId });
  });

  const sit = async (role: Role, at: string | null, removedAt: Date | null = null): Promise<string> => {
    const id = newId();
    const seat = {
      project,
      workshop: at,
      person: viewer.personId,
      role,
      displayName: "Heron",
      language: "en",
    } as const;
    await em.insert(ParticipantSchema, { id, ...seat, removedAt });
    return id;
  };

  it("nobody is asked to sign in", async () => {
    for (const find of [findBoardActor, findWorkshopActor, findProjectActor]) {
      await expect(find(em, anonymous, board)).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
  });

  it("someone without a seat learns no more than of what does not exist", async () => {
    await sit("moderator", otherWorkshop);
    const hidden = await findBoardActor(em, viewer, board).catch((error: Error) => error.message);
    const missing = await findBoardActor(em, viewer, newId()).catch((error: Error) => error.message);
    expect(hidden).toBe(missing);
    await expect(findBoardActor(em, viewer, "no id at all")).rejects.toMatchObject({
      code: "BOARD_NOT_FOUND",
    });
    await expect(findWorkshopActor(em, viewer, workshop)).rejects.toMatchObject({
      code: "WORKSHOP_NOT_FOUND",
    });
    await expect(findProjectActor(em, viewer, newId())).rejects.toMatchObject({ code: "PROJECT_NOT_FOUND" });
  });

  it("a removed seat is none", async () => {
    await sit("moderator", workshop, new Date());
    await expect(findBoardActor(em, viewer, board)).rejects.toMatchObject({ code: "BOARD_NOT_FOUND" });
  });

  it("the strongest of several seats counts", async () => {
    await sit("observer", workshop);
    const moderating = await sit("moderator", null);
    await sit("contributor", workshop);
    const { actor } = await findBoardActor(em, viewer, board);
    expect(actor).toEqual({ participantId: moderating, role: "moderator", kind: "human", viewer });
  });

  it("of equal seats the one at the workshop counts", async () => {
    await sit("contributor", null);
    const near = await sit("contributor", workshop);
    expect((await findWorkshopActor(em, viewer, workshop)).actor.participantId).toBe(near);
  });

  it("moderating one workshop gives no right over the project", async () => {
    await sit("moderator", workshop);
    expect((await findProjectActor(em, viewer, project)).actor.role).toBe("observer");
    expect((await findWorkshopActor(em, viewer, workshop)).actor.role).toBe("moderator");
  });

  it("an integration acts as its own participant, on every board of its project", async () => {
    const participantId = await sit("contributor", null);
    await em.nativeUpdate(ParticipantSchema, { id: participantId }, { kind: "integration", person: null });
    const integration: Viewer = {
      kind: "integration",
      tokenId: newId(),
      participantId,
      projectId: project,
      scope: "write",
    };
    expect((await findBoardActor(em, integration, board)).actor).toEqual({
      participantId,
      role: "contributor",
      kind: "integration",
      viewer: integration,
    });
    const reading: Viewer = { ...integration, scope: "read" };
    expect((await findBoardActor(em, reading, board)).actor.role).toBe("observer");
  });
});
