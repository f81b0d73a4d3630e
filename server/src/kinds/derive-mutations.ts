import type { BoardDefinition } from "@tavolo/schema";
import { Arg, type ClassType, Ctx, Field, ID, InputType, Int, Mutation, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { limits } from "../graphql/limits.ts";
import { ItemsPayload, KEY_DESCRIPTION } from "../items/item-rows.graphql.ts";
import { itemWritten, rowsWritten } from "../items/rows-written.ts";
import { type ItemVerb, writeRows } from "../items/write-rows.ts";
import { type ChangedRow, deriveInputs, type NewRow } from "./derive-inputs.ts";
import type { FieldShape } from "./field-shapes.ts";
import type { ItemType } from "./item-type.ts";
import { takeChanges, takeNewFields } from "./take-fields.ts";
import { itemTypeName, itemTypePlural } from "./type-names.ts";

/** The input of a derived mutation: rows of a board, or a single one. */
interface RowsInput<Row> {
  readonly boardId: string;
  readonly idempotencyKey?: string | null;
  readonly item?: Row;
  readonly items?: readonly Row[];
}

interface Collection {
  readonly definition: BoardDefinition;
  readonly collection: string;
  readonly shapes: Readonly<Record<string, FieldShape>>;
  readonly type: ItemType;
}

/** Gives a resolver what adds and edits the items of a collection, one or several. */
export const deriveMutations = (
  resolver: ClassType,
  { definition, collection, shapes, type }: Collection,
): void => {
  const name = itemTypeName(definition, collection);
  const plural = itemTypePlural(definition, collection);
  const {
    one: { en: one = name },
    many: { en: many = plural },
  } = definition.collections[collection]!.names;
  const { given, added, changed } = deriveInputs(definition, collection, shapes);
  const Payload = payloadType(name, one, type);
  const { kind } = definition;

  const add = async (context: GraphQLContext, mutation: string, input: RowsInput<NewRow>) =>
    writeRows(context, {
      ...placeOf(mutation, "add", input),
      prepare: async (row, board) => ({
        id: row.id ?? undefined,
        fields: await takeNewFields(context, board, given, row),
      }),
      apply: (editor, { id, fields }) =>
        editor.add(collection, id === undefined ? fields : { ...fields, id }),
    });
  const edit = async (context: GraphQLContext, mutation: string, input: RowsInput<ChangedRow>) =>
    writeRows(context, {
      ...placeOf(mutation, "edit", input),
      prepare: async (row, board) => ({
        id: row.id,
        fields: await takeChanges(context, board, given, row),
      }),
      apply: (editor, { id, fields }) => {
        editor.change(collection, id, fields);
        return id;
      },
    });
  const placeOf = <Row>(mutation: string, verb: ItemVerb, input: RowsInput<Row>) => ({
    mutation,
    boardId: input.boardId,
    kind,
    collection,
    verb,
    rows: input.item === undefined ? (input.items ?? []) : [input.item],
    ...(input.item === undefined ? {} : { alone: true as const }),
    idempotencyKey: input.idempotencyKey,
  });
  const toItem = (row: ConstructorParameters<ItemType>[0]) => new type(row);

  const single = <Row>(
    mutation: string,
    row: ClassType,
    description: string,
    write: (context: GraphQLContext, mutation: string, input: RowsInput<Row>) => ReturnType<typeof add>,
  ) =>
    addMutation(resolver, {
      name: mutation,
      description,
      input: inputType(mutation, { item: row }, one),
      answer: Payload,
      resolve: async (input: RowsInput<Row>, context) =>
        itemWritten(context, await write(context, mutation, input), toItem),
    });
  const several = <Row>(
    mutation: string,
    row: ClassType,
    description: string,
    write: (context: GraphQLContext, mutation: string, input: RowsInput<Row>) => ReturnType<typeof add>,
  ) =>
    addMutation(resolver, {
      name: mutation,
      description,
      input: inputType(mutation, { items: row }, many),
      answer: ItemsPayload,
      resolve: async (input: RowsInput<Row>, context) =>
        rowsWritten(context, await write(context, mutation, input), toItem),
    });

  single<NewRow>(`add${name}`, added, `Adds a ${one} to a board of the kind ${kind}.`, add);
  several<NewRow>(
    `add${plural}`,
    added,
    `Adds ${many} to a board of the kind ${kind}, all in one edit.`,
    add,
  );
  single<ChangedRow>(`edit${name}`, changed, `Changes a ${one} on a board of the kind ${kind}.`, edit);
  several<ChangedRow>(
    `edit${plural}`,
    changed,
    `Changes ${many} on a board of the kind ${kind}, all in one edit.`,
    edit,
  );
};

const payloadType = (name: string, one: string, type: ItemType): ClassType => {
  class Payload {
    item!: object;
    revision!: number;
  }
  ObjectType(`${name}Payload`, { description: `A ${one} after a change.` })(Payload);
  Field(() => type, { description: "It as it is now." })(Payload.prototype, "item");
  Field(() => Int, { description: "The board’s revision that holds the change." })(
    Payload.prototype,
    "revision",
  );
  return Payload;
};

const inputType = (
  mutation: string,
  { item, items }: { item?: ClassType; items?: ClassType },
  words: string,
): ClassType => {
  class Input {
    boardId!: string;
    idempotencyKey?: string | null;
  }
  InputType(`${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`, {
    description: `What \`${mutation}\` is called with.`,
  })(Input);
  Field(() => ID, { description: "The board." })(Input.prototype, "boardId");
  if (item) Field(() => item, { description: `The ${words}.` })(Input.prototype, "item");
  if (items)
    Field(() => [items], { description: `The ${words}, at most ${limits.rows} at once.` })(
      Input.prototype,
      "items",
    );
  Field(() => String, { nullable: true, description: KEY_DESCRIPTION })(Input.prototype, "idempotencyKey");
  return Input;
};

interface DerivedMutation<Input> {
  readonly name: string;
  readonly description: string;
  readonly input: ClassType;
  readonly answer: ClassType;
  readonly resolve: (input: Input, context: GraphQLContext) => Promise<object>;
}

const addMutation = <Input>(
  { prototype }: ClassType,
  { name, description, input, answer, resolve }: DerivedMutation<Input>,
): void => {
  const descriptor = {
    value(given: Input, context: GraphQLContext): Promise<object> {
      return resolve(given, context);
    },
  };
  Object.defineProperty(prototype, name, descriptor);
  Mutation(() => answer, { description })(prototype, name, descriptor);
  Arg("input", () => input, { description: "What to write." })(prototype, name, 0);
  Ctx()(prototype, name, 1);
};
