import type { MigrationObject } from "@mikro-orm/core";
import { Migration20261121_Initial } from "./migration-20261121-initial.ts";

/** Every migration, oldest first; the names are stored, so that a bundle’s renamed classes do no harm. */
export const migrations: MigrationObject[] = [
  { name: "Migration20261121_Initial", class: Migration20261121_Initial },
];
