import { LockMode } from "@mikro-orm/core";
import type { EntityManager } from "../database/entity-manager.ts";
import { inArchive } from "../errors.ts";
import { WorkshopSchema } from "./workshop.entity.ts";

/** Keeps a workshop from leaving for the archive until the transaction ends; throws ARCHIVED where it has left. */
export const holdWorkshop = async (tx: EntityManager, id: string): Promise<void> => {
  const lockMode = LockMode.PESSIMISTIC_READ;
  if (!(await tx.findOne(WorkshopSchema, { id, archivedAt: null }, { lockMode }))) throw inArchive();
};
