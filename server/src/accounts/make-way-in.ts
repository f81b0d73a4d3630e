import type { Config } from "../config.ts";
import { openDatabase } from "../database/open-database.ts";
import { createSignInLink } from "../people/create-sign-in-link.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { normalisedEmail } from "./email-address.ts";

/** Somebody stands at the machine and will use it now. */
const HOURS = 1;

/**
 * A one-time link for somebody who has lost every other way in: the account with the given address, or without
 * one the first administrator. Null where there is no such account. Whoever may run this reads the database anyway.
 */
export const makeWayIn = async (config: Config, address: string | undefined): Promise<string | null> => {
  const database = await openDatabase(config);
  try {
    const em = database.orm.em.fork();
    const person = address
      ? await em.findOne(PersonSchema, { email: normalisedEmail(address) })
      : await em.findOne(PersonSchema, { administrator: true }, { orderBy: { createdAt: "asc", id: "asc" } });
    if (!person) return null;
    const link = await createSignInLink(em, config, { personId: person.id, hours: HOURS, goOnAt: "account" });
    return link.url;
  } finally {
    await database.close();
  }
};
