import { textTooLong, textTooShort } from "../errors.ts";
import { type Sql, sql } from "../graphql/sql.ts";
import { hasBeginning, LONGEST_SEARCH, searchWords } from "./search-words.ts";

/** Whether a column of words has every word of a text as the beginning of one; throws where there is none to look for. */
export const saysAll = (column: "words" | "item.words", text: string): Sql => {
  if (text.trim().length > LONGEST_SEARCH) throw textTooLong("text", LONGEST_SEARCH);
  const wanted = hasBeginning(text) ? searchWords(text) : null;
  if (!wanted) throw textTooShort("text");
  return sql`${{ text: column, values: [] }} @@ cast(${wanted} as tsquery)`;
};
