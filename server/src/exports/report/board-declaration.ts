import { type BoardDefinition, boardKinds } from "@tavolo/schema";
import type { Board } from "../../boards/board.entity.ts";

/** What a board’s kind declares, in the words of its own template. */
export const declarationOf = ({ kind }: Pick<Board, "kind">): BoardDefinition => {
  const declared = boardKinds.get(kind);
  if (!declared) throw new Error(`There are no boards of the kind ${kind}.`);
  return declared;
};
