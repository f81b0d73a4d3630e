import { newId } from "@tavolo/schema";
import type { Config } from "../config.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { createSignInLink } from "./create-sign-in-link.ts";
import { goodSession } from "./credential.ts";
import { PersonSchema } from "./person.entity.ts";

/**
 * The link that makes its user this server’s administrator; null while one of them can still get in: by a live
 * session, a password, a sign-in provider, or a mail to a confirmed address where the server sends any. It is made
 * anew at each start, and the earlier ones, which may lie in an old terminal, stop working.
 */
export const createSetUpLink = async (
  em: EntityManager,
  config: Pick<Config, "publicUrl"> & Partial<Pick<Config, "smtpUrl">>,
): Promise<{ url: string } | null> =>
  em.transactional(async (tx) => {
    const [known] = await tx.execute<{ id: string; gets_in: boolean }[]>(
      `select id, password_hash is not null
              or (? and email_confirmed_at is not null)
              or exists (select from provider_identity where person = person.id)
              or exists (select from session where person = person.id and ${goodSession("session")}) as gets_in
         from person where administrator order by gets_in desc, created_at, id limit 1`,
      [Boolean(config.smtpUrl)],
    );
    if (known?.gets_in) return null;
    const personId = known?.id ?? newId();
    if (!known) await tx.insert(PersonSchema, { id: personId, administrator: true });
    await tx.execute(
      "update sign_in_link set expires_at = now() where person = ? and purpose = 'set_up' and used_at is null",
      [personId],
    );
    return createSignInLink(tx, config, { personId, purpose: "set_up" });
  });
