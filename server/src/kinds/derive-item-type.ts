import type { BoardDefinition } from "@tavolo/schema";
import { Ctx, Field, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { Item } from "../items/item.graphql.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import { addHistory } from "./derive-decision-fields.ts";
import { deriveItemFields, type Surroundings } from "./derive-item-fields.ts";
import type { ItemType } from "./item-type.ts";
import { itemTypeName } from "./type-names.ts";

/** What an item of any kind answers by itself; no field may be called so and say something else. */
const TAKEN: readonly string[] = [
  "author",
  "board",
  "citedBy",
  "collection",
  "createdAt",
  "excerpt",
  "history",
  "id",
  "kind",
  "origins",
  "provisionIds",
  "results",
  "revision",
  "sectionKey",
  "updatedAt",
  "updatedBy",
];

/** The type of one collection’s items: what every item answers, and a field for each that is declared. */
export const deriveItemType = (
  board: BoardDefinition,
  collection: string,
  around: Omit<Surroundings, "name">,
): ItemType => {
  const name = itemTypeName(board, collection);
  class DerivedItem extends Item {
    constructor(row: BoardItem) {
      super(row, board);
    }
  }
  const { one } = board.collections[collection]!.names;
  ObjectType(name, {
    implements: Item,
    description: `One ${one.en ?? collection} on a board of the kind ${board.kind}.`,
  })(DerivedItem);
  for (const [field, derived] of Object.entries(deriveItemFields(board, collection, { ...around, name }))) {
    if (TAKEN.includes(field)) throw new Error(`${name}.${field}: every item answers ${field} already.`);
    const { type, nullable, description, resolve } = derived;
    // Apart from the names of instances’ own properties.
    const method = `tell ${field}`;
    const descriptor = {
      value(this: Item, context: GraphQLContext): unknown {
        return resolve(this, context);
      },
    };
    Object.defineProperty(DerivedItem.prototype, method, descriptor);
    Field(type as () => object, { name: field, nullable, description })(
      DerivedItem.prototype,
      method,
      descriptor,
    );
    Ctx()(DerivedItem.prototype, method, 0);
  }
  if (board.collections[collection]?.decided) addHistory(DerivedItem);
  return DerivedItem;
};
