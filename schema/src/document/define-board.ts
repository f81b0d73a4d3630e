import type * as Y from "yjs";
import type { ItemNoun } from "../people/policy.ts";
import type { LocalisedText } from "../reference/localised-text.ts";
import type { Field } from "./field.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { isSectionRef } from "./fields/section-ref.ts";

/** The fields of one collection. Every item has a rank and can be removed; `section` is read where it is declared. */
export interface Fields {
  readonly [name: string]: Field;
  readonly rank: Field<string, "plain">;
  readonly removed: Field<boolean, "plain">;
}

/** A list of ids that reading derives: the items of `collection` whose field `field` points to this item. */
export interface MemberList {
  readonly collection: string;
  readonly field: string;
}

export interface CollectionDefinition {
  /** What the policy table calls one item. */
  readonly item: ItemNoun;
  readonly fields: Fields;
  readonly members?: Readonly<Record<string, MemberList>>;
}

/** A value on one of a board's axes, such as *helpful* or *internal*. */
export interface AxisValue {
  readonly code: string;
  readonly name: LocalisedText;
}

/** A section as every view needs it; `row` and `column` are codes of the board's axes. */
export interface SectionDefinition<Key extends string = string> {
  readonly key: Key;
  readonly name: LocalisedText;
  readonly guidingQuestions: readonly LocalisedText[];
  readonly row: string;
  readonly column: string;
  readonly icon: string;
  readonly colourToken: string;
}

/** The step to one document version; additive only, and safe to run twice (two servers may both take it). */
export interface Migration {
  /** The name of the version that this step leads to. */
  readonly to: string;
  migrate(document: MigratedDocument): void;
}

/** What a migration step works on. */
export interface MigratedDocument {
  readonly items: (collection: string) => Iterable<readonly [id: string, item: Y.Map<unknown>]>;
}

export interface BoardDefinition {
  readonly kind: string;
  /** Document versions by name, numbered 1, 2, 3 … */
  readonly versions: Readonly<Record<string, number>>;
  readonly sections: readonly SectionDefinition[];
  readonly axes?: { readonly rows: readonly AxisValue[]; readonly columns: readonly AxisValue[] };
  readonly collections: Readonly<Record<string, CollectionDefinition>>;
  readonly migrations: readonly Migration[];
}

/**
 * Declares a board kind. Document layout, reading, editing, the gate and the projection follow from it. Throws when
 * the declaration contradicts itself, so that a wrong one cannot be shipped.
 */
export function defineBoard<const Board extends BoardDefinition>(board: Board): Board {
  const versions = Object.entries(board.versions);
  const steps = versions.slice(1).map(([name]) => name);
  insist(
    versions.length > 0 && versions.every(([, number], index) => number === index + 1),
    `${board.kind}: versions must be numbered 1, 2, 3 …`,
  );
  insist(
    steps.join() === board.migrations.map((migration) => migration.to).join(),
    `${board.kind}: each version after the first needs its migration, in order`,
  );
  insist(!("meta" in board.collections), `${board.kind}: the root "meta" is taken`);
  const keys = board.sections.map(({ key }) => key).join();
  for (const [name, { fields, members = {} }] of Object.entries(board.collections)) {
    const section = fields["section"];
    const standsThere = !section || (isSectionRef(section) && section.values.join() === keys);
    insist(standsThere, `${board.kind}: the sections of ${name} are not those of the board`);
    for (const [pointer, field] of Object.entries(fields)) {
      const leads = !isItemRef(field) || field.collection in board.collections;
      insist(leads, `${board.kind}: ${name}.${pointer} points to no collection`);
    }
    for (const [list, { collection, field }] of Object.entries(members)) {
      const pointer = board.collections[collection]?.fields[field];
      const leadsBack = isItemRef(pointer) && pointer.collection === name;
      insist(leadsBack, `${board.kind}: ${name}.${list} must name a pointer to ${name}`);
    }
  }
  return board;
}

/** The version of documents that this code writes. */
export function currentVersion(board: BoardDefinition): number {
  return Math.max(...Object.values(board.versions));
}

function insist(holds: boolean, message: string): void {
  if (!holds) throw new Error(message);
}
