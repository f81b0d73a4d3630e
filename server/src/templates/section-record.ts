import type { AxisValue, LocalisedText, SectionDefinition } from "@tavolo/schema";
import type { Board } from "../boards/board.entity.ts";
import { boardDefinition } from "../boards/board-definition.ts";

/** A section as a board declares it, with the names of its places on the axes where it has any. */
export interface SectionRecord extends SectionDefinition {
  readonly rowName: LocalisedText | null;
  readonly columnName: LocalisedText | null;
}

/** The sections of a board, or of a template’s boards, in reading order. */
export const sectionRecords = (board: Pick<Board, "kind" | "templateContent">): SectionRecord[] => {
  const { sections, axes } = boardDefinition(board);
  return sections.map((section) => ({
    ...section,
    rowName: nameOf(axes?.rows, section.row),
    columnName: nameOf(axes?.columns, section.column),
  }));
};

/** The keys of a board’s sections, in reading order. */
export const sectionKeys = (board: Pick<Board, "kind" | "templateContent">): string[] =>
  boardDefinition(board).sections.map(({ key }) => key);

const nameOf = (axis: readonly AxisValue[] | undefined, code: string | undefined): LocalisedText | null =>
  axis?.find((value) => value.code === code)?.name ?? null;
