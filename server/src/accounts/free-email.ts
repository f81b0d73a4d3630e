import { UniqueConstraintViolationException } from "@mikro-orm/core";
import type { EntityManager } from "../database/entity-manager.ts";
import { emailTaken } from "../errors.ts";
import { PersonSchema } from "../people/person.entity.ts";

/** Throws EMAIL_TAKEN where another account has the address. */
export const insistOnFreeEmail = async (
  em: EntityManager,
  email: string,
  personId: string | null,
): Promise<void> => {
  const owner = await em.findOne(PersonSchema, { email });
  if (owner && owner.id !== personId) throw emailTaken();
};

/** Of two who take one address at once, the second is told so. */
export const takenByAnother = (error: unknown): never => {
  throw error instanceof UniqueConstraintViolationException ? emailTaken() : error;
};
