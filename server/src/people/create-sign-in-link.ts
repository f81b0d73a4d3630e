import { newId } from "@tavolo/schema";
import type { Config } from "../config.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { hashSecret, newSecret } from "./secret.ts";
import { SignInLinkSchema } from "./sign-in-link.entity.ts";

export const SIGN_IN_LINK_HOURS = 72;

/** Makes a link that signs a person in, once. The token is in the fragment: no server or proxy logs it. */
export const createSignInLink = async (
  em: EntityManager,
  config: Pick<Config, "publicUrl">,
  { personId, hours = SIGN_IN_LINK_HOURS }: { personId: string; hours?: number },
): Promise<{ url: string; expiresAt: Date }> => {
  const token = newSecret();
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  await em.insert(SignInLinkSchema, {
    id: newId(),
    person: personId,
    tokenHash: hashSecret(token),
    expiresAt,
  });
  return { url: `${config.publicUrl}/sign-in#${token}`, expiresAt };
};
