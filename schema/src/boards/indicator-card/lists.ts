import { namesOf } from "../asked.ts";
import model from "./model.json" with { type: "json" };

/** The OHCHR's three types of indicators: commitment, effort, enjoyment. */
export const INDICATOR_TYPES = ["STRUCTURAL", "PROCESS", "OUTCOME"] as const;
export type IndicatorType = (typeof INDICATOR_TYPES)[number];

export const PERIODICITIES = ["month", "quarter", "half_year", "year", "two_years", "ad_hoc"] as const;
export type Periodicity = (typeof PERIODICITIES)[number];

export const UNITS = ["percent", "count", "per_10000", "days", "eur", "scale_0_4", "ratio"] as const;
export type Unit = (typeof UNITS)[number];

/** What a change of the value means; it drives every status and colour. */
export const DIRECTIONS = ["higher_better", "lower_better", "closer_to_target", "descriptive"] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const TERRITORY_LEVELS = [
  "neighbourhood",
  "municipality",
  "metropolitan",
  "region",
  "country",
] as const;

/** What values can be broken down by; codes of the monitoring model. */
export const DIMENSIONS = [
  "sex",
  "age",
  "disability",
  "citizenship",
  "origin",
  "income",
  "neighbourhood",
  "language",
  "education",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Bands of age as the monitoring model has them, in Eurostat's style. */
export const AGE_BANDS = ["Y_LT18", "Y18-29", "Y30-64", "Y_GE65", "UNK"] as const;
export const SEXES = ["F", "M", "X", "NR"] as const;

/** Names of a dimension's parts, such as the age bands. */
export function partNames(dimension: Dimension) {
  return namesOf(model.dimensions.find(({ code }) => code === dimension)?.values ?? []);
}

/** What each step of the scale of agreement is called, 5 to 1, in the model's words. */
export const agreementNames = namesOf(
  model.lifecycle.agreement_scale.map(({ value, title }) => ({ code: String(value), name: title })),
);

/** The names of the card's lists, in the model's words. */
export const listNames = {
  periodicity: namesOf(model.lists.periodicity),
  unit: namesOf(model.lists.units),
  direction: namesOf(model.lists.directions),
  territoryLevel: namesOf(model.lists.territoryLevels),
  dimension: namesOf(model.dimensions),
  status: namesOf(model.lifecycle.states.map(({ code, title }) => ({ code, name: title }))),
};
