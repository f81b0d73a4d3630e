import type * as Y from "yjs";
import type { ItemNoun } from "../people/policy.ts";
import type { LocalisedText } from "../reference/localised-text.ts";
import type { ComputedFields } from "./computed.ts";
import type { Field } from "./field.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { isSectionRef } from "./fields/section-ref.ts";
import { structureFault, type Structure } from "./structure.ts";

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

/** What one item and several of them are called. */
export interface CollectionNames {
  readonly one: LocalisedText;
  readonly many: LocalisedText;
}

/** Fields that a group decides: rows of the server, no part of the document; see `decisions.ts`. */
export type DecidedFields = Readonly<Record<string, Field<unknown, "plain">>>;

export interface CollectionDefinition {
  /** What the policy table calls one item. */
  readonly item: ItemNoun;
  readonly names: CollectionNames;
  /** The text that says what an item is: what links, pickers and events call it by. */
  readonly title?: string;
  readonly fields: Fields;
  readonly decided?: DecidedFields;
  /** Columns that follow from the item, such as a difference; never stored. */
  readonly computed?: ComputedFields;
  /** The sections in which `toFill` fields are to be filled, where not in all. */
  readonly toFillIn?: readonly string[];
  readonly members?: Readonly<Record<string, MemberList>>;
}

/**
 * A form that people fill each for themselves, or a register that is only read in sums. Its records are rows of the
 * server and never in the document: everybody at the board receives the document.
 */
export interface FormDefinition {
  readonly names: CollectionNames;
  readonly fields: Readonly<Record<string, Field>>;
}

/** An item that every new board of a kind starts with. */
export interface StartingItem {
  readonly collection: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A value on one of a board's axes, such as *helpful* or *internal*. */
export interface AxisValue {
  readonly code: string;
  readonly name: LocalisedText;
}

/** A section as every view needs it. */
export interface SectionDefinition<Key extends string = string> {
  readonly key: Key;
  readonly name: LocalisedText;
  readonly guidingQuestions: readonly LocalisedText[];
  /** Codes of the board's axes, where it has axes. */
  readonly row?: string;
  readonly column?: string;
  /** Names that a template gives; a view has its own for sections without. */
  readonly icon?: string;
  readonly colourToken?: string;
}

/** A section of a matrix: it stands where a row and a column meet. */
export type MatrixSection<Key extends string = string> = Required<SectionDefinition<Key>>;

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
  /** How views and exports lay the items out. */
  readonly structure: Structure;
  /** Document versions by name, numbered 1, 2, 3 … */
  readonly versions: Readonly<Record<string, number>>;
  readonly sections: readonly SectionDefinition[];
  /** Whether a board's template may have other sections; otherwise they are part of the method. */
  readonly ownSections?: boolean;
  readonly axes?: { readonly rows: readonly AxisValue[]; readonly columns: readonly AxisValue[] };
  readonly collections: Readonly<Record<string, CollectionDefinition>>;
  readonly forms?: Readonly<Record<string, FormDefinition>>;
  readonly starts?: readonly StartingItem[];
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
  const fault = structureFault(board);
  insist(fault === null, `${board.kind}: ${fault}`);
  const start = board.starts?.find(({ collection }) => !(collection in board.collections));
  insist(!start, `${board.kind}: it starts with ${start?.collection}, which it does not have`);
  for (const [name, definition] of Object.entries(board.collections)) {
    const { fields, title, decided = {}, computed = {}, members = {} } = definition;
    const named = title === undefined || fields[title]?.shared === "text";
    insist(named, `${board.kind}: the title of ${name} is no text`);
    const apart = [...Object.keys(decided), ...Object.keys(computed)].find((other) => other in fields);
    insist(apart === undefined, `${board.kind}: ${name}.${apart} cannot be written and decided at once`);
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
