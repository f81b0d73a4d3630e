import { type LanguageCode, newId } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";
import { textLimits } from "../../graphql/checked-text.ts";
import { PersonSchema } from "../../people/person.entity.ts";
import { normalisedEmail } from "../email-address.ts";
import { ProviderIdentitySchema } from "../provider-identity.entity.ts";
import type { ProviderIdentity } from "./sign-in-provider.ts";

/** A newcomer whose address is not of a domain that may make accounts. */
export class StrangeDomain extends Error {
  override readonly name = "StrangeDomain";
}

/**
 * Whom a provider’s identity is here: whoever signed in by it before; else the account with the same address,
 * confirmed at both ends, since an address that somebody only typed must not catch its real owner’s sign-in; else
 * a new account, which may do nothing until it is invited. Throws StrangeDomain.
 */
export const findPersonOf = async (
  tx: EntityManager,
  identity: ProviderIdentity,
  { domains, language }: { domains: readonly string[] | null; language: LanguageCode },
): Promise<string> => {
  const { issuer, subject } = identity;
  const known = await tx.findOne(ProviderIdentitySchema, { issuer, subject });
  if (known) return known.person;
  const email = identity.confirmedEmail ? normalisedEmail(identity.confirmedEmail) : null;
  const owner = email ? await tx.findOne(PersonSchema, { email }) : null;
  const linked = owner?.emailConfirmedAt ? owner.id : null;
  const person = linked ?? newId();
  if (!linked) {
    if (domains && !domains.includes(email?.split("@").at(-1) ?? "")) throw new StrangeDomain();
    await tx.insert(PersonSchema, {
      id: person,
      displayName: nameOf(identity),
      // Taken, though unconfirmed, by another account: that keeps it, and this one is known by its subject.
      ...(email && !owner && { email, emailConfirmedAt: new Date() }),
      language,
    });
  }
  await tx.insert(ProviderIdentitySchema, { id: newId(), issuer, subject, person });
  return person;
};

const nameOf = ({ name }: ProviderIdentity): string | null =>
  name?.replaceAll(/\s+/g, " ").trim().slice(0, textLimits.displayName) || null;
