import type { LocalisedText } from "../reference/localised-text.ts";

/** How a field lies in the Yjs document: a JSON value set whole, a `Y.Text`, or a `Y.Map` of JSON values. */
export type SharedLayout = "plain" | "text" | "map";

/** What a person is told about a field; where a template asks for it, in the template’s words. */
export interface FieldWords {
  readonly label: LocalisedText;
  readonly hint?: LocalisedText;
  /** Whether an item without it counts as not finished; unlike `required` it never keeps anybody from writing. */
  readonly toFill?: boolean;
  /** Whether a board's own template leaves it out of views and exports; it is read and written all the same. */
  readonly hidden?: boolean;
  /** Another field that answers the same question: one of both is enough. */
  readonly orElse?: string;
  /** The template’s own id for it, which the heads of exported columns carry. */
  readonly column?: string;
  /** What the values of a choice, the steps of a rating or the parts of a breakdown are called. */
  readonly valueNames?: Readonly<Record<string, LocalisedText>>;
}

/**
 * One kind of field. Everything that handles documents (reading, editing, the gate, the projection) derives
 * from this declaration. `Input` is what an edit may give where it differs from what reading returns.
 */
export interface Field<
  Value = unknown,
  Layout extends SharedLayout = SharedLayout,
  Input = Value,
> extends Partial<FieldWords> {
  readonly kind: string;
  readonly shared: Layout;
  /** What a new item holds when the edit does not say, and what unreadable content reads as. */
  readonly initial: Value;
  /** Whether `add` refuses an item that does not give this field. */
  readonly required: boolean;
  /** Reads what stands in a document; total: whatever stands there, it returns a value and never throws. */
  read(raw: unknown): Value;
  /** Whether the strict editor could have written this entry; for fields whose layout is a map. */
  admitsEntry?(key: string, raw: unknown): boolean;
  /** Checks what an edit wants to write and returns it tidied; throws `InvalidEdit` naming the field. */
  check(value: unknown, name?: string): Input;
}

/** What reading a field returns. */
export type ValueOf<F> = F extends { read(raw: unknown): infer Value } ? Value : never;

/** What an edit may give for a field. */
export type InputOf<F> = F extends { check(value: unknown, name?: string): infer Input } ? Input : never;
