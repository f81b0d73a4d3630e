import { newId } from "@tavolo/schema";
import type { Config } from "../config.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { hashSecret, newSecret } from "./secret.ts";
import { type LinkPurpose, SignInLinkSchema } from "./sign-in-link.entity.ts";

export const SIGN_IN_LINK_HOURS = 72;

/** The screens that use a link. */
const screens: Record<LinkPurpose, string> = {
  sign_in: "/sign-in",
  set_up: "/set-up",
  confirm_email: "/confirm-email",
};

export interface LinkWishes {
  personId: string;
  hours?: number;
  purpose?: LinkPurpose;
  /** The address it is mailed to. */
  email?: string | null;
  /** The screen to go on at. */
  goOnAt?: "account" | null;
}

/** Makes a link that signs a person in, once. The token is in the fragment: no server or proxy logs it. */
export const createSignInLink = async (
  em: EntityManager,
  config: Pick<Config, "publicUrl">,
  { personId, hours = SIGN_IN_LINK_HOURS, purpose = "sign_in", email = null, goOnAt = null }: LinkWishes,
): Promise<{ url: string; expiresAt: Date }> => {
  const token = newSecret();
  const expiresAt = new Date(Date.now() + hours * 3_600_000);
  await em.insert(SignInLinkSchema, {
    id: newId(),
    person: personId,
    tokenHash: hashSecret(token),
    purpose,
    email,
    expiresAt,
  });
  return {
    url: `${config.publicUrl}${screens[purpose]}${goOnAt ? `?then=${goOnAt}` : ""}#${token}`,
    expiresAt,
  };
};
