import { sql } from "@mikro-orm/core";
import type { EntityManager } from "../database/entity-manager.ts";
import { SessionSchema } from "./session.entity.ts";

/** Signs one browser out; its cookie is worth nothing from then on. */
export const endSession = async (em: EntityManager, { sessionId }: { sessionId: string }): Promise<void> => {
  await em.nativeUpdate(SessionSchema, { id: sessionId, revokedAt: null }, { revokedAt: sql.now() });
};
