import { equalityDeep } from "lib0/function";

/** What makes two values of an indicator comparable: when one of these changes, the series breaks. */
export const DEFINING_FIELDS = [
  "definition",
  "unit",
  "numerator",
  "denominator",
  "method",
  "direction",
  "territoryLevel",
] as const;
export type DefiningField = (typeof DEFINING_FIELDS)[number];

/** A card as far as its definition goes. */
export type CardDefinition = Readonly<Record<DefiningField, unknown>>;

/** The definition of a card as it stands, to be kept with an agreement. */
export function definitionOf(card: CardDefinition): CardDefinition {
  const kept = Object.fromEntries(DEFINING_FIELDS.map((field) => [field, tidy(card[field])]));
  return kept as CardDefinition;
}

/** The fields by which two definitions differ; spaces at the ends and between words make no difference. */
export function changedFields(before: CardDefinition, after: CardDefinition): DefiningField[] {
  return DEFINING_FIELDS.filter((field) => !equalityDeep(tidy(before[field]), tidy(after[field])));
}

export function isSameDefinition(before: CardDefinition, after: CardDefinition): boolean {
  return changedFields(before, after).length === 0;
}

function tidy(value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim() : value;
}
