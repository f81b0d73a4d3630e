import { isId } from "../../ids.ts";
import { STAKEHOLDER_GROUPS, type StakeholderGroup } from "../../people/stakeholder-groups.ts";
import { InvalidEdit } from "../invalid-edit.ts";
import { mapField, type MapField } from "../map-field.ts";
import { isStep } from "./rating.ts";

/** One edit may score against every item of a wide matrix for every group. */
const MOST_AT_ONCE = 600;

export interface ScoresField extends MapField<number> {
  /** The collection whose items this one is scored against. */
  readonly against: string;
  readonly min: number;
  readonly max: number;
}

/** A score of one pair by one group. */
export interface PairScore {
  readonly against: string;
  readonly group: StakeholderGroup;
  readonly score: number;
}

/**
 * How strongly an item meets items of `against`, by stakeholder group; a pair that nobody scored is blank. Each score
 * is an entry of its own, so that groups scoring at once never undo each other's.
 */
export function scores(options: { against: string; min: number; max: number }): ScoresField {
  const { against, min, max } = options;
  const field = mapField<number>({
    kind: "scores",
    maxItems: MOST_AT_ONCE,
    readEntry: (key, raw) => (readScoreKey(key) && isStep(raw, options) ? raw + 0 : null),
    checkEntry(key, value, name) {
      if (!readScoreKey(key)) {
        throw new InvalidEdit("UNKNOWN_REFERENCE", name, `${name} is given by item and stakeholder group.`);
      }
      if (!isStep(value, options)) {
        throw new InvalidEdit("INVALID_VALUE", name, `${name} must be whole numbers from ${min} to ${max}.`);
      }
      return value + 0;
    },
  });
  return { ...field, against, min, max };
}

/** The key of one group's score against one item. */
export function scoreKey(against: string, group: StakeholderGroup): string {
  return `${against}/${group}`;
}

/** The scores that a field read, in the order of the table's sides. */
export function scoresOf(value: Readonly<Record<string, number>>): PairScore[] {
  return Object.entries(value).flatMap(([key, score]) => {
    const read = readScoreKey(key);
    return read ? [{ ...read, score }] : [];
  });
}

function readScoreKey(key: string): { against: string; group: StakeholderGroup } | null {
  const [against, name, ...more] = key.split("/");
  const group = STAKEHOLDER_GROUPS.find((known) => known === name);
  return isId(against) && group && more.length === 0 ? { against, group } : null;
}
