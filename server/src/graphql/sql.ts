/** A piece of SQL with its values, so that a value never becomes part of the statement. */
export interface Sql {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Writes a piece of SQL: what is put in is a value, or another piece. */
export const sql = (strings: TemplateStringsArray, ...parts: readonly unknown[]): Sql => {
  let text = strings[0] ?? "";
  const values: unknown[] = [];
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += "?";
      values.push(part);
    }
    text += strings[index + 1] ?? "";
  });
  return { text, values };
};

/** All of the conditions; none of them is always true. */
export const allOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? sql`true`
    : {
        text: conditions.map(({ text }) => `(${text})`).join(" and "),
        values: conditions.flatMap(({ values }) => values),
      };

const isSql = (part: unknown): part is Sql =>
  typeof part === "object" && part !== null && "text" in part && "values" in part;

/** Any of the conditions; none of them is never true. */
export const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0
    ? sql`false`
    : {
        text: conditions.map(({ text }) => `(${text})`).join(" or "),
        values: conditions.flatMap(({ values }) => values),
      };

/** Whether a column has one of the values. */
export const isOneOf = (column: string, values: readonly (string | number)[]): Sql =>
  values.length === 0 ? sql`false` : { text: `${column} in (?)`, values: [values] };
