import type { BoardDefinition, SectionDefinition } from "@tavolo/schema";
import { Arg, Args, type ClassType, Ctx, Field, InputType, ObjectType, Resolver } from "type-graphql";
import { Board } from "../boards/board.graphql.ts";
import { collectionOfBoard, type CollectionFilter } from "../boards/load-collection.ts";
import { connectionType, PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { describedEnum } from "../graphql/enums.ts";
import type { Board as BoardRow } from "../boards/board.entity.ts";
import { deriveItemType } from "./derive-item-type.ts";
import { deriveMutations } from "./derive-mutations.ts";
import { shapesOf } from "./field-shapes.ts";
import type { ItemType } from "./item-type.ts";
import { boardTypeName, enumValueName, itemTypeName, pageName, pascal, sentence } from "./type-names.ts";

export type BoardType = new (row: BoardRow) => Board;

/** The GraphQL types of one kind. */
export interface DerivedKind {
  readonly board: BoardType;
  readonly items: Readonly<Record<string, ItemType>>;
  /** The mutations that write its items, as a resolver. */
  readonly mutations: ClassType;
}

/**
 * Makes the types of a kind from its declaration alone: its boards, the items of its collections with their enums,
 * pages and filters. `written` are types that exist already, by collection: for these nothing is derived.
 */
export const deriveKind = (
  definition: BoardDefinition,
  { written = {}, description }: { written?: Readonly<Record<string, ItemType>>; description: string },
): DerivedKind => {
  const { kind, collections, sections } = definition;
  class DerivedBoard extends Board {}
  ObjectType(boardTypeName(kind), { implements: Board, description })(DerivedBoard);

  const toDerive = Object.keys(collections).filter((collection) => !written[collection]);
  const items: Record<string, ItemType> = { ...written };
  const typeOf = (collection: string): ItemType => {
    const type = items[collection];
    if (!type) throw new Error(`A ${kind} board has no ${collection}.`);
    return type;
  };
  // A template of one’s own may have other sections: their keys are no closed list.
  const closed = !definition.ownSections && toDerive.length > 0 && sections.length > 0;
  const section = closed ? sectionEnum(kind, sections) : String;
  class DerivedMutations {
    readonly kind = kind;
  }
  Resolver()(DerivedMutations);
  for (const collection of toDerive) {
    const shapes = shapesOf(collections[collection]!, itemTypeName(definition, collection), section);
    items[collection] = deriveItemType(definition, collection, { shapes, typeOf });
    deriveMutations(DerivedMutations, { definition, collection, shapes, type: items[collection] });
    addConnection(DerivedBoard, definition, collection, { section, type: items[collection] });
  }
  return { board: DerivedBoard, items, mutations: DerivedMutations };
};

const sectionEnum = (kind: string, sections: readonly SectionDefinition[]): object =>
  describedEnum(
    `${pascal(kind)}Section`,
    `A section of a board of the kind ${kind}.`,
    Object.fromEntries(
      sections.map(({ key, name }) => [enumValueName(key), [key, sentence(name.en ?? key)] as const]),
    ),
  );

/** The page of a collection’s items on its board: `factors(first, after, filter)`. */
const addConnection = (
  board: BoardType,
  definition: BoardDefinition,
  collection: string,
  { section, type }: { section: object; type: ItemType },
): void => {
  const name = itemTypeName(definition, collection);
  const declared = definition.collections[collection]!;
  const many = declared.names.many.en ?? collection;
  const Connection = connectionType(name, () => type as ClassType<InstanceType<ItemType>>, many);
  const Filter = filterType(name, many, declared.fields["section"] ? section : null);
  const method = `page of ${collection}`;
  const descriptor = {
    value(this: Board, page: PageArgs, filter: CollectionFilter | null | undefined, context: GraphQLContext) {
      const toNode = (row: ConstructorParameters<ItemType>[0]) => new type(row);
      return collectionOfBoard(context, this.row, { collection, page, filter: filter ?? {}, toNode });
    },
  };
  Object.defineProperty(board.prototype, method, descriptor);
  Field(() => Connection, {
    name: pageName(definition.kind, collection),
    description: `Its ${many}: ${section ? "by section, " : ""}in their order.`,
  })(board.prototype, method, descriptor);
  Args(() => PageArgs)(board.prototype, method, 0);
  Arg("filter", () => Filter, {
    nullable: true,
    description: `Which ${many}; else all that are not in the bin.`,
  })(board.prototype, method, 1);
  Ctx()(board.prototype, method, 2);
};

const filterType = (name: string, many: string, section: object | null): ClassType => {
  class Filter implements CollectionFilter {
    section?: string | null;
    text?: string | null;
    removed?: boolean | null;
  }
  InputType(`${name}Filter`, { description: `Which ${many} to list.` })(Filter);
  if (section) {
    Field(() => section, { nullable: true, description: "Only those of this section." })(
      Filter.prototype,
      "section",
    );
  }
  Field(() => String, {
    nullable: true,
    description:
      "Only those that have every one of these words, as the beginning of one; accents and case do not matter.",
  })(Filter.prototype, "text");
  Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only those in the bin; false: only those on the board; null: both.",
  })(Filter.prototype, "removed");
  return Filter;
};
