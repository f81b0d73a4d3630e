import { type EntityName, UuidType } from "@mikro-orm/core";
import type { EntityManager } from "./entity-manager.ts";
import { HotStatement, type HotValue } from "./hot-statement.ts";

/** Which columns an entity is read from, and how they become one. */
export interface PlainReader<Row extends object> {
  /** All but those that are read only where they are asked for. */
  readonly columns: string;
  read(columns: Readonly<Record<string, unknown>>): Row;
}

/**
 * Reads rows as plain objects with the properties of their entity. For what is read with nearly every request and
 * only looked at: an entity is followed for changes, which costs several times what its statement does.
 */
export const plainReader = <Row extends object>(
  em: EntityManager,
  entity: EntityName<Row>,
  /** What stands for the table, and what goes before its columns’ names where others bear the same. */
  { table, prefix = "" }: { table?: string; prefix?: string } = {},
): PlainReader<Row> => {
  const platform = em.getPlatform();
  const { tableName, props } = em.getMetadata().get(entity);
  const fields = props
    .filter(({ lazy }) => !lazy)
    .map(({ name, fieldNames, runtimeType, customType }) => ({
      name,
      column: fieldNames[0]!,
      as: `${prefix}${fieldNames[0]!}`,
      convert:
        runtimeType === "Date"
          ? (value: string) => platform.parseDate(value)
          : customType && !(customType instanceof UuidType)
            ? (value: unknown) => customType.convertToJSValue(value, platform)
            : null,
    }));
  return {
    columns: fields.map(({ column, as }) => `${table ?? tableName}.${column} as ${as}`).join(", "),
    read(columns) {
      const row: Record<string, unknown> = {};
      for (const { name, as, convert } of fields) {
        const value = columns[as];
        row[name] = convert && value !== null ? convert(value as never) : value;
      }
      return row as Row;
    },
  };
};

/** Rows of an entity that are read many times a second, by a statement that is kept prepared; perhaps with more beside. */
export class PlainRows<Row extends object, Beside extends object = object> {
  #made: { reader: PlainReader<Row>; statement: HotStatement } | undefined;

  constructor(
    private readonly name: string,
    private readonly entity: EntityName<Row>,
    /** Writes the statement around the entity’s columns; `?` stands for a value. */
    private readonly statement: (columns: string) => string,
  ) {}

  async find(em: EntityManager, values: readonly HotValue[]): Promise<Row[]> {
    return (await this.findWith(em, values)).map(({ row }) => row);
  }

  /** The rows, each with what else was selected. */
  async findWith(em: EntityManager, values: readonly HotValue[]): Promise<{ row: Row; beside: Beside }[]> {
    const { reader, statement } = (this.#made ??= this.#make(em));
    const found = await statement.run<Beside & Record<string, unknown>>(em, values);
    return found.map((beside) => ({ row: reader.read(beside), beside }));
  }

  // What the entities are is known once the database is open.
  #make(em: EntityManager) {
    const reader = plainReader(em, this.entity);
    return { reader, statement: new HotStatement(this.name, this.statement(reader.columns)) };
  }
}

/** Ids as one value, so that a statement is the same for any number of them. */
export const idList = (ids: readonly string[]): string => `{${ids.join()}}`;
