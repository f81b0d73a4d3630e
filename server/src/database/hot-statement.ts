import { PostgreSqlConnection } from "@mikro-orm/postgresql";
import type { EntityManager } from "./entity-manager.ts";

/** Bytes come as a Buffer only. */
export type HotValue = string | number | Buffer;

/**
 * A statement that comes many times a second and is a transaction of its own: one round trip, with its values beside
 * it. PostgreSQL keeps it prepared under its name. `?` stands for a value.
 */
export class HotStatement {
  readonly #numbered: string;

  constructor(
    readonly name: string,
    readonly sql: string,
  ) {
    let values = 0;
    this.#numbered = sql.replaceAll("?", () => `$${++values}`);
  }

  async run<Row extends object>(em: EntityManager, values: readonly HotValue[]): Promise<Row[]> {
    const connection = em.getConnection();
    // The embedded database has one connection, whose turns the ORM keeps; so it does those of a transaction.
    if (!(connection instanceof PostgreSqlConnection) || em.isInTransaction())
      return em.execute<Row[]>(this.sql, [...values]);
    const pool = await connection.getNativeClient();
    const { rows } = await pool.query<Row>({ name: this.name, text: this.#numbered, values: [...values] });
    return rows;
  }
}
