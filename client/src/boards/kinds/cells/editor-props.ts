import type { AnyItem } from "@tavolo/schema";
import type { Finish } from "../../writing/SharedTextArea.vue";
import type { DeclaredField } from "./declared-field.ts";

/** What the editor of one field kind is given. */
export interface EditorProps {
  readonly collection: string;
  readonly item: AnyItem;
  readonly name: string;
  readonly field: DeclaredField;
  readonly value: unknown;
  readonly label: string;
  readonly hint: string;
  /** The id that the label points to. */
  readonly controlId: string;
  readonly describedby: string | undefined;
  readonly invalid: true | undefined;
  readonly compact: boolean;
  readonly autofocus: boolean;
}

/** What it tells: a value to be checked and written, or that the person is through with it. */
export interface EditorEmits {
  change: [value: unknown];
  finish: [how: Finish];
}
