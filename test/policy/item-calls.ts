import { type BoardDefinition, boardKinds, type Field } from "@tavolo/schema";
import { itemTypeName, itemTypePlural } from "@tavolo/server/kinds/type-names.ts";
import { inCapitals } from "../support/ask-item.ts";
import type { Verb } from "./content-matrix.ts";

/** Every collection whose mutations follow from its declaration. */
export const derivedCollections: readonly (readonly [BoardDefinition, string])[] = [...boardKinds.values()]
  .filter(({ kind }) => kind !== "swot")
  .flatMap((definition) =>
    Object.keys(definition.collections).map((collection) => [definition, collection] as const),
  );

/** A mutation that does something to an item of a collection, and what it is called with. */
export interface ItemMutation {
  readonly verb: Verb;
  readonly mutation: string;
  inputFor(boardId: string, id: string): object;
}

/** No more than an item must have. */
export const leastInput = (definition: BoardDefinition, collection: string): Record<string, unknown> => {
  const fields: Readonly<Record<string, Field & { readonly values?: readonly string[] }>> =
    definition.collections[collection]!.fields;
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, { required }]) => required)
      .map(([name, { values = [] }]) => {
        const [section] = values;
        if (name !== "section") return [name, "New"];
        return [name, definition.ownSections ? section : inCapitals(section)];
      }),
  );
};

/** The mutations that are derived for a collection. */
export const itemMutations = (definition: BoardDefinition, collection: string): ItemMutation[] => {
  const item = leastInput(definition, collection);
  const one = itemTypeName(definition, collection);
  const many = itemTypePlural(definition, collection);
  return [
    { verb: "add", mutation: `add${one}`, inputFor: (boardId) => ({ boardId, item }) },
    { verb: "add", mutation: `add${many}`, inputFor: (boardId) => ({ boardId, items: [item] }) },
    { verb: "edit", mutation: `edit${one}`, inputFor: (boardId, id) => ({ boardId, item: { id } }) },
    { verb: "edit", mutation: `edit${many}`, inputFor: (boardId, id) => ({ boardId, items: [{ id }] }) },
  ];
};

/** Those for items of any kind. */
export const anyItemMutations = (collection: string): ItemMutation[] => [
  { verb: "move", mutation: "moveItem", inputFor: (boardId, id) => ({ boardId, collection, id }) },
  {
    verb: "remove",
    mutation: "removeItems",
    inputFor: (boardId, id) => ({ boardId, collection, ids: [id] }),
  },
  {
    verb: "restore",
    mutation: "restoreItems",
    inputFor: (boardId, id) => ({ boardId, collection, ids: [id] }),
  },
];
