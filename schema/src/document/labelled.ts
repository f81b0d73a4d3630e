import type { Field, FieldWords } from "./field.ts";

/** A field with what a person is told about it. */
export type Labelled<F extends Field> = F & FieldWords;

/** Gives a field its words; what it reads and checks stays as it is. */
export function labelled<F extends Field>(field: F, words: FieldWords): Labelled<F> {
  return { ...field, ...words };
}
