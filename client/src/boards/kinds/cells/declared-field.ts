import type { CodeList, Field, LocalisedText } from "@tavolo/schema";

/** A field as editors and words meet it: what its declaration may say beside its kind, whatever that is. */
export interface DeclaredField extends Field {
  readonly values?: readonly string[];
  readonly parts?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  readonly unit?: LocalisedText;
  readonly unitField?: string;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly frameworks?: readonly string[];
  readonly framework?: CodeList;
  readonly collection?: string;
  readonly to?: readonly string[];
  readonly of?: string;
}
