import type { BoardDefinition } from "@tavolo/schema";
import type { DeclaredField } from "../cells/declared-field.ts";
import { isEdited } from "../cells/field-kinds.ts";

/** The fields of a card by name, in the order in which they are asked. */
export interface CardGroups {
  /** What the template asks, in its order. */
  readonly asked: readonly string[];
  /** Links that say where an item comes from, where the template does not ask for them. */
  readonly links: readonly string[];
  /** What the method knows beyond that; behind a fold. */
  readonly more: readonly string[];
}

/** Fields that stand at the head of a card or beside the text they belong to. */
const BESIDE = new Set(["language", "section", "translations"]);

/** How a card arranges what its items carry; what a board's own template leaves out is left out. */
export function cardGroups(definition: BoardDefinition, collection: string): CardGroups {
  const { fields, title } = definition.collections[collection]!;
  const { structure } = definition;
  const order =
    structure.type === "table" && structure.items === collection ? structure.columns : Object.keys(fields);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const shown = Object.entries(fields)
    .filter(
      ([name, { hidden, kind }]) => isEdited(name, kind) && !BESIDE.has(kind) && !hidden && name !== title,
    )
    .map(([name, field]) => ({ name, field: field as DeclaredField }));
  const isAsked = ({ field }: (typeof shown)[number]) => field.column !== undefined || field.toFill === true;
  const names = (some: typeof shown) => some.map(({ name }) => name).toSorted((a, b) => place(a) - place(b));
  const rest = shown.filter((one) => !isAsked(one));
  return {
    asked: names(shown.filter(isAsked)),
    links: names(rest.filter(({ field }) => field.kind === "links")),
    more: names(rest.filter(({ field }) => field.kind !== "links")),
  };
}
