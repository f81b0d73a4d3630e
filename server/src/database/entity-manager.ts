export type { BasePostgreSqlEntityManager as EntityManager } from "@mikro-orm/sql";
