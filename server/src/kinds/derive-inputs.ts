import type { BoardDefinition, Field as DeclaredField } from "@tavolo/schema";
import { type ClassType, Field, ID, InputType } from "type-graphql";
import type { FieldShape } from "./field-shapes.ts";
import { type InputShape, inputShapeOf } from "./input-shapes.ts";
import { itemTypeName, sentence } from "./type-names.ts";

/** A field that can be given, and how. */
export interface Given extends InputShape {
  readonly declared: DeclaredField;
}

export interface DerivedInputs {
  readonly given: Readonly<Record<string, Given>>;
  /** A new item: `NewPestelFactor`. */
  readonly added: ClassType<NewRow>;
  /** What changes of an item: `PestelFactorChanges`. */
  readonly changed: ClassType<ChangedRow>;
}

export interface NewRow {
  readonly id?: string | null;
  readonly [field: string]: unknown;
}

export interface ChangedRow {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** Fields that have a mutation of their own. */
const MOVED: readonly string[] = ["section", "rank"];
const BINNED = "removed";

/** The inputs of one collection: everything that a person writes, nothing that is decided, computed or belongs to it. */
export const deriveInputs = (
  definition: BoardDefinition,
  collection: string,
  shapes: Readonly<Record<string, FieldShape>>,
): DerivedInputs => {
  const name = itemTypeName(definition, collection);
  const { fields, names } = definition.collections[collection]!;
  const one = names.one.en ?? collection;
  const given: Record<string, Given> = {};
  for (const [field, declared] of Object.entries<DeclaredField>(fields)) {
    const shape = field === BINNED ? null : inputShapeOf(declared, shapes[field]);
    if (shape) given[field] = { ...shape, declared };
  }

  class Added {
    id?: string | null;
  }
  InputType(`New${name}`, { description: `A ${one} to add, behind what is there.` })(Added);
  Field(() => ID, {
    nullable: true,
    description: "A UUID of the caller’s own; a second item under it is refused.",
  })(Added.prototype, "id");
  class Changed {
    id!: string;
  }
  InputType(`${name}Changes`, { description: `Changes to a ${one}; what is not given stays, null empties.` })(
    Changed,
  );
  Field(() => ID, { description: "Which one." })(Changed.prototype, "id");

  for (const [field, { type, list = false, byEntry, declared }] of Object.entries(given)) {
    const typeOf = () => (list ? [type] : type) as object;
    const words = sentence(declared.label?.en ?? field, declared.hint?.en);
    Field(typeOf, { nullable: !declared.required, description: words })(Added.prototype, field);
    if (MOVED.includes(field)) continue;
    const description = byEntry ? `${words} Those that are named are changed, the others stay.` : words;
    Field(typeOf, { nullable: true, description })(Changed.prototype, field);
  }
  return { given, added: Added as ClassType<NewRow>, changed: Changed as ClassType<ChangedRow> };
};
