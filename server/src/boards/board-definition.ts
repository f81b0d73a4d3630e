import { type BoardDefinition, boardKinds, withTemplate } from "@tavolo/schema";
import type { Board } from "./board.entity.ts";

/**
 * The declaration of one board: its kind’s, in the words and with the sections of the own template it was made from.
 * Whatever looks at a board’s content asks here and never for its kind’s alone.
 */
export const boardDefinition = ({
  kind,
  templateContent,
}: Pick<Board, "kind" | "templateContent">): BoardDefinition => {
  const declared = boardKinds.get(kind);
  if (!declared) throw new Error(`There is no board of the kind ${kind}.`);
  return withTemplate(declared, templateContent ?? null);
};
