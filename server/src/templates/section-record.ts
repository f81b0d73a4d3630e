import { type AxisValue, boardKinds, type LocalisedText, type SectionDefinition } from "@tavolo/schema";

/** A section as a board kind declares it, with the names of its places on the axes where it has any. */
export interface SectionRecord extends SectionDefinition {
  readonly rowName: LocalisedText | null;
  readonly columnName: LocalisedText | null;
}

/** The sections of a board kind, in reading order. */
export const sectionRecords = (kind: string): SectionRecord[] => {
  const definition = boardKinds.get(kind);
  return (definition?.sections ?? []).map((section) => ({
    ...section,
    rowName: nameOf(definition?.axes?.rows, section.row),
    columnName: nameOf(definition?.axes?.columns, section.column),
  }));
};

const nameOf = (axis: readonly AxisValue[] | undefined, code: string | undefined): LocalisedText | null =>
  axis?.find((value) => value.code === code)?.name ?? null;
