import type { BoardDefinition, CollectionDefinition } from "./define-board.ts";
import { isItemRef } from "./fields/item-ref.ts";

/** Items in the fields of a matrix; the board's axes name its rows and columns. */
export interface MatrixStructure {
  readonly type: "matrix";
  readonly items: string;
}

/** Items side by side in the board's sections. */
export interface ColumnsStructure {
  readonly type: "columns";
  readonly items: string;
}

/** Rows with typed cells: under the headings of the board's sections, or with the sections over the columns. */
export interface TableStructure {
  readonly type: "table";
  readonly items: string;
  /** Fields, decided and computed columns in the order of the template. */
  readonly columns: readonly string[];
  /** Which columns each section stands over, where sections are steps of one row and not groups of rows. */
  readonly sectionColumns?: Readonly<Record<string, readonly string[]>>;
}

/** Items scored against each other; what comes of strong pairs is written in the board's sections. */
export interface ScoreMatrixStructure {
  readonly type: "scoreMatrix";
  readonly items: string;
  /** The choice that says which side an item is on, its values down the rows and across the columns. */
  readonly side: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly scores: string;
  readonly outcomes: string;
}

/** Items on a plane of two ratings; the sections are its quarters and follow from the ratings. */
export interface Grid2dStructure {
  readonly type: "grid2d";
  readonly items: string;
  readonly x: string;
  readonly y: string;
  readonly size?: string;
}

/** Items in columns, joined by arrows. */
export interface GraphStructure {
  readonly type: "graph";
  readonly items: string;
  readonly links: string;
  readonly from: string;
  readonly to: string;
  /** Whether strict editing refuses an arrow that closes a circle. */
  readonly acyclic: boolean;
}

/** Anything anywhere. */
export interface CanvasStructure {
  readonly type: "canvas";
}

/** How the items of a board stand to each other: what generic views and exports derive from. */
export type Structure =
  | MatrixStructure
  | ColumnsStructure
  | TableStructure
  | ScoreMatrixStructure
  | Grid2dStructure
  | GraphStructure
  | CanvasStructure;

type Laid = Pick<BoardDefinition, "structure" | "collections" | "axes">;

/** What a structure says that its board does not have, as a sentence; null where it holds. */
export function structureFault(board: Laid): string | null {
  const { structure } = board;
  if (structure.type === "canvas") return null;
  const items = board.collections[structure.items];
  if (!items) return `there are no ${structure.items} to lay out`;
  const holds: Record<Exclude<Structure["type"], "canvas">, string> = {
    matrix: "a matrix has axes, and items in sections",
    columns: "columns hold items in sections",
    table: "a table has the columns that it names",
    scoreMatrix: "a score matrix has sides, scores and outcomes",
    grid2d: "a grid lies on ratings",
    graph: "a graph's links lead from its items to its items",
  };
  return fits(board, structure, items) ? null : holds[structure.type];
}

function fits(
  board: Laid,
  structure: Exclude<Structure, CanvasStructure>,
  items: CollectionDefinition,
): boolean {
  const { fields } = items;
  switch (structure.type) {
    case "matrix":
      return board.axes !== undefined && fields["section"] !== undefined;
    case "columns":
      return fields["section"] !== undefined;
    case "table":
      return [structure.columns, ...Object.values(structure.sectionColumns ?? {})]
        .flat()
        .every((name) => isColumn(items, name));
    case "scoreMatrix":
      return (
        fields[structure.side] !== undefined &&
        fields[structure.scores]?.kind === "scores" &&
        structure.outcomes in board.collections
      );
    case "grid2d":
      return [structure.x, structure.y, structure.size]
        .filter((axis) => axis !== undefined)
        .every((axis) => fields[axis]?.kind === "rating");
    case "graph":
      break;
  }
  return [structure.from, structure.to]
    .map((end) => board.collections[structure.links]?.fields[end])
    .every((end) => isItemRef(end) && end.collection === structure.items);
}

/** Whether a collection has a column of that name: a field, or one that is decided or computed. */
function isColumn({ fields, decided = {}, computed = {} }: CollectionDefinition, name: string): boolean {
  return [fields, decided, computed].some((columns) => Object.hasOwn(columns, name));
}
