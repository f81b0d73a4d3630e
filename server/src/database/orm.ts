import type { AbstractSqlDriver, MikroORM } from "@mikro-orm/sql";
import type { EntityManager } from "./entity-manager.ts";

/** The ORM on either database: both speak PostgreSQL. */
export type Orm = MikroORM<AbstractSqlDriver, EntityManager>;
