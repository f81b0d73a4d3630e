import { type AxisValue, boardKinds, type LocalisedText, type MatrixSection } from "@tavolo/schema";

/** A section as a board kind declares it, with the names of its places on the axes. */
export interface SectionRecord extends MatrixSection {
  readonly rowName: LocalisedText;
  readonly columnName: LocalisedText;
}

/** The sections of a board kind, in reading order. */
export const sectionRecords = (kind: string): SectionRecord[] => {
  const definition = boardKinds.get(kind);
  return (definition?.sections ?? []).map((section) => {
    const { row = "", column = "", icon = "", colourToken = "" } = section;
    return {
      ...section,
      row,
      column,
      icon,
      colourToken,
      rowName: nameOf(definition?.axes?.rows, row),
      columnName: nameOf(definition?.axes?.columns, column),
    };
  });
};

const nameOf = (axis: readonly AxisValue[] | undefined, code: string): LocalisedText =>
  axis?.find((value) => value.code === code)?.name ?? { en: code };
