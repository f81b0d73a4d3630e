/** Kinds of fields that fit into a cell while they are edited; the others are edited in the card. */
const INLINE = new Set([
  "text",
  "number",
  "money",
  "date",
  "period",
  "option",
  "choice",
  "rating",
  "mark",
  "url",
  "organisation",
]);

/** Whether a field of this kind is edited in its cell. */
export const isInline = (kind: string): boolean => INLINE.has(kind);
