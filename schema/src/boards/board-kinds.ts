import type { BoardDefinition } from "../document/define-board.ts";
import { swot } from "./swot/board.ts";

/** Every board kind by its name. */
export const boardKinds: ReadonlyMap<string, BoardDefinition> = new Map(
  [swot].map((board): [string, BoardDefinition] => [board.kind, board]),
);
