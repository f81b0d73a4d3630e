import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import type { DocumentMeta } from "./layout.ts";
import type { Field, InputOf, ValueOf } from "./field.ts";

type Simplify<T> = { [Key in keyof T]: T[Key] };

export type CollectionName<Board extends BoardDefinition> = keyof Board["collections"] & string;
type FieldsOf<Board extends BoardDefinition, Name extends string> = Board["collections"][Name]["fields"];

type MembersOf<Collection extends CollectionDefinition> = Collection extends {
  members: infer Members extends object;
}
  ? { readonly [List in keyof Members]: readonly string[] }
  : unknown;

/** An item as reading returns it: its id, its fields' values, and the member lists its collection declares. */
export type Item<Board extends BoardDefinition, Name extends CollectionName<Board>> = Simplify<
  { readonly id: string } & {
    readonly [Key in keyof FieldsOf<Board, Name>]: ValueOf<FieldsOf<Board, Name>[Key]>;
  } & MembersOf<Board["collections"][Name]>
>;

/** A whole board as reading returns it. */
export type BoardContent<Board extends BoardDefinition> = { readonly meta: DocumentMeta } & {
  readonly [Name in CollectionName<Board>]: readonly Item<Board, Name>[];
};

/** Names of the fields of one kind; any name where the board kind is not known. */
type NamesOf<Names, Kind extends Partial<Field>> = string extends keyof Names
  ? string
  : { [Key in keyof Names]: Names[Key] extends Kind ? Key : never }[keyof Names] & string;

/** Names of the fields that hold shared text. */
export type TextFieldName<Board extends BoardDefinition, Name extends CollectionName<Board>> = NamesOf<
  FieldsOf<Board, Name>,
  { readonly shared: "text" }
>;

type PointerName<Board extends BoardDefinition, Name extends CollectionName<Board>> = NamesOf<
  FieldsOf<Board, Name>,
  { readonly kind: "itemRef" }
>;

type Inputs<Fields> = { readonly [Key in keyof Fields]?: InputOf<Fields[Key]> };

type Section<Names> = string extends keyof Names ? never : Extract<"section", keyof Names>;

/** What `add` takes: the section where there are sections, and any other field that should not start out empty. */
export type NewItem<Board extends BoardDefinition, Name extends CollectionName<Board>> = Simplify<
  { readonly id?: string } & Omit<Inputs<FieldsOf<Board, Name>>, "removed" | "section"> &
    Required<Pick<Inputs<FieldsOf<Board, Name>>, Section<FieldsOf<Board, Name>>>>
>;

/** What `set` takes: any field that has no operation of its own. */
export type FieldChanges<Board extends BoardDefinition, Name extends CollectionName<Board>> = {
  readonly [
    Key in keyof FieldsOf<Board, Name> as Key extends "section" | "rank" | "removed"
      ? never
      : FieldsOf<Board, Name>[Key] extends { shared: "text" } | { kind: "itemRef" }
        ? never
        : Key
  ]?: InputOf<FieldsOf<Board, Name>[Key]>;
};

/** Where `move` brings an item; see `BoardEditor.move`. */
export type Destination<Board extends BoardDefinition, Name extends CollectionName<Board>> = {
  readonly section?: "section" extends keyof FieldsOf<Board, Name>
    ? InputOf<FieldsOf<Board, Name>["section"]>
    : never;
  readonly before?: string | null;
  readonly after?: string | null;
} & { readonly [Key in PointerName<Board, Name>]?: string | null };
