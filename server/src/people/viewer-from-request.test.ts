import { newId } from "@tavolo/schema";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { EntityManager } from "../database/entity-manager.ts";
import { type Database, openDatabase } from "../database/open-database.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { ApiTokenSchema } from "../tokens/api-token.entity.ts";
import { newAccessToken } from "./access-token.ts";
import { endSession } from "./end-session.ts";
import { PersonSchema } from "./person.entity.ts";
import { sessionCookie } from "./session-cookie.ts";
import { SessionSchema } from "./session.entity.ts";
import { startSession } from "./start-session.ts";
import { viewerFromRequest } from "./viewer-from-request.ts";

const config = { publicUrl: "http://127.0.0.1:4000" };

describe("who makes a request", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ database: { kind: "embedded", dataDir: "memory://" } });
  });
  afterAll(() => database.close());

  let em: EntityManager;
  beforeEach(() => {
    em = database.orm.em.fork();
  });
  const viewerOf = (headers: { cookie?: string; authorization?: string }) =>
    viewerFromRequest(database.orm.em.fork(), { headers }, config);

  const signIn = async () => {
    const personId = newId();
    await em.insert(PersonSchema, { id: personId });
    const { sessionId, token } = await startSession(em, { personId });
    const cookie = sessionCookie(config, token).split(";", 1)[0]!;
    return { personId, sessionId, cookie };
  };

  const integrate = async () => {
    const [project, participant] = [newId(), newId()];
    const { token, tokenHash } = newAccessToken();
    await em.insert(ProjectSchema, { id: project, name: { en: "P" }, language: "en", country: "IT" });
    const seat = {
      project,
      kind: "integration",
      role: "contributor",
      displayName: "Bot",
      language: "en",
    } as const;
    await em.insert(ParticipantSchema, { id: participant, ...seat });
    const id = newId();
    await em.insert(ApiTokenSchema, {
      id,
      project,
      participant,
      createdBy: participant,
      name: "Bot",
      tokenHash,
      scope: "write",
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    return { id, project, participant, authorization: `Bearer ${token}` };
  };

  it("is nobody without a cookie, and with one that opens nothing", async () => {
    expect(await viewerOf({})).toEqual({ kind: "anonymous" });
    expect(await viewerOf({ cookie: "tavolo_session=guessed; other=1" })).toEqual({ kind: "anonymous" });
  });

  it("is the person whose session the cookie names, among other cookies", async () => {
    const { personId, sessionId, cookie } = await signIn();
    expect(await viewerOf({ cookie: `a=b; ${cookie}; c=d` })).toEqual({
      kind: "person",
      personId,
      sessionId,
    });
  });

  it("is nobody once the session has ended or run out", async () => {
    const ended = await signIn();
    await endSession(em, ended);
    expect(await viewerOf(ended)).toEqual({ kind: "anonymous" });
    const late = await signIn();
    await em.nativeUpdate(SessionSchema, { id: late.sessionId }, { expiresAt: new Date(Date.now() - 1_000) });
    expect(await viewerOf(late)).toEqual({ kind: "anonymous" });
  });

  it("is the integration whose token is borne, whatever cookie comes along", async () => {
    const { cookie } = await signIn();
    const { id, project, participant, authorization } = await integrate();
    const expected = {
      kind: "integration",
      scope: "write",
      tokenId: id,
      participantId: participant,
      projectId: project,
    };
    expect(await viewerOf({ cookie, authorization })).toEqual(expected);
    expect((await database.orm.em.fork().findOneOrFail(ApiTokenSchema, { id })).lastUsedAt).toBeInstanceOf(
      Date,
    );
  });

  it("is told that a token is unknown or revoked", async () => {
    for (const authorization of ["Bearer tvl_unknown", "Basic dXNlcg==", "Bearer", ""]) {
      await expect(viewerOf({ authorization })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    }
    const { id, authorization } = await integrate();
    await em.nativeUpdate(ApiTokenSchema, { id }, { revokedAt: new Date() });
    await expect(viewerOf({ authorization })).rejects.toMatchObject({ code: "TOKEN_REVOKED" });
  });
});
