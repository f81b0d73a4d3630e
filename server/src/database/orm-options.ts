import { Migrator } from "@mikro-orm/migrations";
import { entities } from "./entities.ts";
import { migrations } from "./migrations/migrations.ts";
import { TavoloNamingStrategy } from "./naming-strategy.ts";

/** What both databases have in common. */
export const ormOptions = () => ({
  entities,
  namingStrategy: TavoloNamingStrategy,
  extensions: [Migrator],
  migrations: { tableName: "migration", migrationsList: migrations, snapshot: false, silent: true },
  // The functions that search uses are of the migrations alone.
  schemaGenerator: { ignoreRoutines: true },
  // Queries may carry what people wrote: they never reach a log.
  debug: false,
  logger: () => {},
});
