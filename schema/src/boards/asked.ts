import type { Field, FieldWords } from "../document/field.ts";
import { labelled, type Labelled } from "../document/labelled.ts";
import type { LocalisedText } from "../reference/localised-text.ts";

/** A column of a template, or a field of its notes. */
interface AskedField {
  readonly id: string;
  readonly name: LocalisedText;
  readonly required?: boolean;
  readonly options?: readonly { readonly code: string; readonly name: LocalisedText }[];
}

interface MoreWords {
  readonly hint?: LocalisedText;
  readonly orElse?: string;
  /** Values that the template lists and nobody chooses, since they follow. */
  readonly computed?: readonly string[];
  readonly valueNames?: Readonly<Record<string, LocalisedText>>;
}

/**
 * Binds a template's columns to the fields that answer them: label, what is still to fill and the names of options
 * come from the template. Throws where the template does not ask, or its options are not those of the field.
 */
export function askedBy(columns: readonly AskedField[]) {
  const words = (id: string, more: MoreWords = {}): FieldWords => {
    const asked = columns.find((column) => column.id === id);
    if (!asked) throw new Error(`The template does not ask for ${id}.`);
    const options = asked.options && namesOf(asked.options);
    const valueNames = more.valueNames ?? options;
    return {
      label: asked.name,
      column: id,
      toFill: asked.required ?? false,
      ...(valueNames && { valueNames }),
      ...(more.hint && { hint: more.hint }),
      ...(more.orElse !== undefined && { orElse: more.orElse }),
    };
  };
  const asks = <F extends Field>(id: string, field: F, more: MoreWords = {}): Labelled<F> => {
    const told = words(id, more);
    const values: unknown = "values" in field ? field.values : undefined;
    if (Array.isArray(values) && told.valueNames) {
      const known = [...values, ...(more.computed ?? [])].map(String).toSorted().join();
      if (known !== Object.keys(told.valueNames).toSorted().join()) {
        throw new Error(`The options of ${id} are not those of the template.`);
      }
    }
    return labelled(field, told);
  };
  return Object.assign(asks, { words });
}

/** Names by code, from a list as the templates have it. */
export function namesOf(
  options: readonly { readonly code: string; readonly name: LocalisedText }[],
): Record<string, LocalisedText> {
  return Object.fromEntries(options.map(({ code, name }) => [code, name]));
}
