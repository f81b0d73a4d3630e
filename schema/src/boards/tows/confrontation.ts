import { scoresOf } from "../../document/fields/scores.ts";
import type { StakeholderGroup } from "../../people/stakeholder-groups.ts";
import type { TowsFactor, TowsQuadrant } from "./board.ts";

/** “Clear” on the template's scale: from here on a pair is strong enough to become a strategy. */
export const STRONG_ENOUGH = 2;

/** A pair of factors with what the groups make of it; `mean` and `spread` are null as long as nobody scored it. */
export interface TowsCell {
  readonly internal: string;
  readonly external: string;
  readonly quadrant: TowsQuadrant;
  readonly scores: readonly { readonly group: StakeholderGroup; readonly score: number }[];
  readonly mean: number | null;
  /** Highest minus lowest: how far the groups are apart. */
  readonly spread: number | null;
}

/** A row, a column or a quadrant: how many of its pairs were scored, the sum of their means, and the mean of it. */
export interface TowsTotal {
  readonly scored: number;
  readonly sum: number;
  readonly mean: number | null;
}

export interface Confrontation {
  readonly cells: readonly TowsCell[];
  readonly rows: ReadonlyMap<string, TowsTotal>;
  readonly columns: ReadonlyMap<string, TowsTotal>;
  readonly quadrants: ReadonlyMap<TowsQuadrant, TowsTotal>;
}

type Factor = Pick<TowsFactor, "id" | "side" | "scores" | "removed">;

/**
 * The confrontation of all factors that are not in the bin, row by row in the order given. Blank pairs count for
 * nothing: a mean is taken over the groups that scored a pair, a total over the pairs that were scored.
 */
export function confront(factors: readonly Factor[]): Confrontation {
  const standing = factors.filter(({ removed }) => !removed);
  const [strengths, weaknesses, opportunities, threats] = (["S", "W", "O", "T"] as const).map((side) =>
    standing.filter((factor) => factor.side === side),
  );
  const outside = [...(opportunities ?? []), ...(threats ?? [])];
  const inside = [...(strengths ?? []), ...(weaknesses ?? [])];
  const cells = inside.flatMap((internal) => outside.map((external) => cellOf(internal, external)));
  const totals = <Key>(keys: readonly Key[], keyOf: (cell: TowsCell) => Key) =>
    new Map(keys.map((key) => [key, totalOf(cells.filter((cell) => keyOf(cell) === key))]));
  return {
    cells,
    rows: totals(
      inside.map(({ id }) => id),
      (cell) => cell.internal,
    ),
    columns: totals(
      outside.map(({ id }) => id),
      (cell) => cell.external,
    ),
    quadrants: totals(["SO", "WO", "ST", "WT"], (cell) => cell.quadrant),
  };
}

/** The pairs strong enough to become strategies, the strongest first; of equal ones the less disputed. */
export function strongPairs({ cells }: Pick<Confrontation, "cells">, from = STRONG_ENOUGH): TowsCell[] {
  return cells
    .filter(({ mean }) => mean !== null && mean >= from)
    .toSorted((a, b) => Number(b.mean) - Number(a.mean) || Number(a.spread) - Number(b.spread));
}

function cellOf(internal: Factor, external: Factor): TowsCell {
  const scores = scoresOf(internal.scores)
    .filter(({ against }) => against === external.id)
    .map(({ group, score }) => ({ group, score }));
  const values = scores.map(({ score }) => score);
  const scored = values.length > 0;
  const side = external.side === "O" ? "O" : "T";
  return {
    internal: internal.id,
    external: external.id,
    quadrant: internal.side === "S" ? `S${side}` : `W${side}`,
    scores,
    mean: scored ? values.reduce((sum, score) => sum + score, 0) / values.length : null,
    spread: scored ? Math.max(...values) - Math.min(...values) : null,
  };
}

function totalOf(cells: readonly TowsCell[]): TowsTotal {
  const means = cells.map(({ mean }) => mean).filter((mean) => mean !== null);
  const sum = means.reduce((total, mean) => total + mean, 0);
  return { scored: means.length, sum, mean: means.length === 0 ? null : sum / means.length };
}
