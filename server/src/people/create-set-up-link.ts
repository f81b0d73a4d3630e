import { newId } from "@tavolo/schema";
import type { Config } from "../config.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { createSignInLink } from "./create-sign-in-link.ts";
import { PersonSchema } from "./person.entity.ts";

/**
 * The link that makes its user this server’s administrator; null once one has ever signed in. It is made
 * anew at each start, and the earlier ones, which may lie in an old terminal, stop working.
 */
export const createSetUpLink = async (
  em: EntityManager,
  config: Pick<Config, "publicUrl">,
): Promise<{ url: string } | null> =>
  em.transactional(async (tx) => {
    const [known] = await tx.execute<{ id: string; signed_in: boolean }[]>(
      `select id, exists (select from session where person = person.id) as signed_in
         from person where administrator order by signed_in desc limit 1`,
    );
    if (known?.signed_in) return null;
    const personId = known?.id ?? newId();
    if (!known) await tx.insert(PersonSchema, { id: personId, administrator: true });
    await tx.execute("update sign_in_link set expires_at = now() where person = ? and used_at is null", [
      personId,
    ]);
    return createSignInLink(tx, config, { personId });
  });
