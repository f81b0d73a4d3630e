import {
  type BoardDefinition,
  computedOf,
  type ComputedField,
  isItemRef,
  readDecisions,
} from "@tavolo/schema";
import { Float } from "type-graphql";
import { loadItem } from "../boards/load-item.ts";
import { loadMembers } from "../boards/load-members.ts";
import { loadDecided } from "../decisions/load-decided.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { describedEnum } from "../graphql/enums.ts";
import type { Item } from "../items/item.graphql.ts";
import { agreementFields } from "./derive-decision-fields.ts";
import type { ItemType } from "./item-type.ts";
import { type FieldShape, shapeIn } from "./field-shapes.ts";
import { enumValueName, pascal, sentence } from "./type-names.ts";

/** A field of an item’s type: how it is told, and where that comes from. */
export interface DerivedField {
  readonly type: () => unknown;
  readonly nullable: boolean;
  readonly description: string;
  readonly resolve: (item: Item, context: GraphQLContext) => unknown;
}

export interface Surroundings {
  /** The name of the items’ type, with which those of its enums begin. */
  readonly name: string;
  /** How each field that is written or decided is told, the pointers left out. */
  readonly shapes: Readonly<Record<string, FieldShape>>;
  /** The type of another collection of the board; asked once all of them are made. */
  readonly typeOf: (collection: string) => ItemType;
}

type DerivedFields = Record<string, DerivedField>;

/** Everything that a collection’s items say, by its name: written, decided, computed, and what belongs to them. */
export const deriveItemFields = (
  board: BoardDefinition,
  collection: string,
  around: Surroundings,
): DerivedFields => ({
  ...writtenFields(board, collection, around),
  ...decidedFields(board, collection, around),
  ...agreementFields(board, collection),
  ...computedFields(board, collection, around),
  ...memberFields(board, collection, around),
});

const writtenFields = (
  { collections }: BoardDefinition,
  collection: string,
  { shapes, typeOf }: Surroundings,
): DerivedFields =>
  fieldsBy(collections[collection]?.fields, (declared, field) => {
    const description = sentence(declared.label?.en ?? field, declared.hint?.en);
    if (isItemRef(declared)) {
      const target = declared.collection;
      return {
        type: () => typeOf(target),
        nullable: true,
        description,
        resolve: async ({ row }, context) => {
          const id = row.content[field];
          if (typeof id !== "string") return null;
          const found = await loadItem(context, { board: row.board, collection: target, id });
          return found && new (typeOf(target))(found);
        },
      };
    }
    const shape = shapeIn(shapes, field);
    return { ...shaped(shape), description, resolve: ({ row }) => tellBy(shape, row.content[field]) };
  });

/** As long as no row says what was decided, a field holds what is declared. */
const decidedFields = (
  { collections }: BoardDefinition,
  collection: string,
  { shapes }: Surroundings,
): DerivedFields =>
  fieldsBy(collections[collection]?.decided, (declared, field) => {
    const shape = shapeIn(shapes, field);
    return {
      ...shaped(shape),
      nullable: true,
      description: `${sentence(declared.label?.en ?? field, declared.hint?.en)} It is decided, and never written as the rest.`,
      resolve: async ({ definition, row }, context) => {
        const decided = await loadDecided(context, row);
        return tellBy(shape, readDecisions(definition, decided?.values ?? null)[field]);
      },
    };
  });

const computedFields = (
  { collections }: BoardDefinition,
  collection: string,
  { name }: Surroundings,
): DerivedFields =>
  fieldsBy(collections[collection]?.computed, (declared, field) => ({
    type: computedType(declared, `${name}${pascal(field)}`),
    nullable: true,
    description: `${sentence(declared.label.en ?? field, declared.hint?.en)} It follows from the others.`,
    resolve: ({ definition, row }) => {
      const { content, rank, removed } = row;
      return computedOf(definition, { ...content, rank, removed }, today())[field];
    },
  }));

const memberFields = (
  { collections }: BoardDefinition,
  collection: string,
  { typeOf }: Surroundings,
): DerivedFields =>
  Object.fromEntries(
    Object.entries(collections[collection]?.members ?? {}).map(([list, { collection: target, field }]) => [
      list.replace(/Ids$/, "s"),
      {
        type: () => [typeOf(target)],
        nullable: false,
        description: `Its ${collections[target]?.names.many.en ?? target}, in their order.`,
        resolve: async ({ row }, context) => {
          const members = await loadMembers(context, {
            board: row.board,
            collection: target,
            field,
            of: row.id,
          });
          return members.map((member) => new (typeOf(target))(member));
        },
      },
    ]),
  );

const fieldsBy = <Declared>(
  declared: Readonly<Record<string, Declared>> | undefined,
  derive: (declared: Declared, name: string) => DerivedField,
): DerivedFields =>
  Object.fromEntries(Object.entries(declared ?? {}).map(([name, field]) => [name, derive(field, name)]));

const shaped = ({ type, list = false, nullable = false }: FieldShape) => ({
  type: () => (list ? [type] : type),
  nullable,
});

const tellBy = ({ tell }: FieldShape, value: unknown): unknown => (tell ? tell(value as never) : value);

const computedType = ({ gives, label, valueNames = {} }: ComputedField, enumName: string) => {
  if (gives === "number") return () => Float;
  if (gives === "mark") return () => Boolean;
  const codes = describedEnum(
    enumName,
    sentence(label.en ?? enumName),
    Object.fromEntries(
      Object.entries(valueNames).map(([code, words]) => [
        enumValueName(code),
        [code, sentence(words.en ?? code)] as const,
      ]),
    ),
  );
  return () => codes;
};

const today = (): string => new Date().toISOString().slice(0, 10);
