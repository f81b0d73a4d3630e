import type { Field } from "../field.ts";
import { choice, type ChoiceField } from "./choice.ts";

export interface SectionField<Section extends string = string> extends ChoiceField<Section> {
  readonly kind: "section";
}

/**
 * The section an item stands in. An unknown section reads as the board's first. It is the least bad of three:
 * leaving the item out would lose someone's words, and "no section" would put a case into every view, export
 * and query that no honest client can produce. So the item stays in sight, at the same place for everybody, and a
 * person can move it; the document itself is not changed by reading.
 */
export function sectionRef<const Section extends string>(
  sections: readonly [Section, ...Section[]],
): SectionField<Section> {
  const field = choice(sections, { code: "UNKNOWN_SECTION", required: true });
  return { ...field, kind: "section" };
}

export function isSectionRef(field: Field | undefined): field is SectionField {
  return field?.kind === "section";
}
