import { addressKey, linkText } from "../../document/fields/links.ts";
import { compareCodeUnits } from "../../document/ranks.ts";
import { SWOT_SECTION_KEYS } from "../swot/sections.ts";
import type { SwotCluster } from "../swot/board.ts";
import template from "./template.json" with { type: "json" };

/** How many groups of each SWOT section the template confronts: four rows or columns a side stay readable. */
export const FACTORS_PER_SIDE = template.structure.rows_from.top_n;

/**
 * The top groups of a SWOT as factors to confront, up to `topN` of each section in its order. What weighs more stands
 * higher: votes where there were some, otherwise the notes of a group; of equal ones the one that stands higher on
 * the board. Each factor links to its group.
 */
export function factorsOfSwot(
  clusters: readonly Pick<
    SwotCluster,
    "id" | "name" | "language" | "section" | "rank" | "removed" | "noteIds"
  >[],
  {
    board,
    topN = FACTORS_PER_SIDE,
    votes,
  }: { board: string; topN?: number; votes?: ReadonlyMap<string, number> },
) {
  const weightOf = ({ id, noteIds }: (typeof clusters)[number]) =>
    votes?.get(id) ?? (votes ? 0 : noteIds.length);
  return SWOT_SECTION_KEYS.flatMap((side) =>
    clusters
      .filter(({ section, removed }) => section === side && !removed)
      .toSorted(
        (a, b) =>
          weightOf(b) - weightOf(a) || compareCodeUnits(a.rank, b.rank) || compareCodeUnits(a.id, b.id),
      )
      .slice(0, topN)
      .map(({ id, name, language }) => ({
        text: linkText(name),
        language,
        side,
        source: {
          [addressKey({ board, collection: "clusters", item: id })]: { kind: "swot", text: linkText(name) },
        },
      })),
  );
}
