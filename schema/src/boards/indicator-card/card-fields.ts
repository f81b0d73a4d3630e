import { choice } from "../../document/fields/choice.ts";
import { choices } from "../../document/fields/choices.ts";
import { links } from "../../document/fields/links.ts";
import { number } from "../../document/fields/number.ts";
import { option } from "../../document/fields/option.ts";
import { organisation } from "../../document/fields/organisation.ts";
import { period } from "../../document/fields/period.ts";
import { provisions } from "../../document/fields/provisions.ts";
import { text } from "../../document/fields/text.ts";
import { labelled } from "../../document/labelled.ts";
import type { askedBy } from "../asked.ts";
import { COMES_FROM, inItsLanguage, LINE, PARAGRAPH, placed, translated } from "../item-parts.ts";
import { sensitivity, sensitivityNames } from "../sensitivity.ts";
import { INDICATOR_STATES } from "./lifecycle.ts";
import { DIMENSIONS, DIRECTIONS, listNames, PERIODICITIES, TERRITORY_LEVELS, UNITS } from "./lists.ts";
import model from "./model.json" with { type: "json" };

/** “PRO-02” and what a city makes of it. */
const CODE_LENGTH = 20;
const DECIMALS = 4;
const { card } = model;

/**
 * The card of an indicator: the columns that both monitoring templates ask for, and behind them what the monitoring
 * model adds so that a value can be computed and read. Both templates ask in the same words.
 */
export function cardFields(asks: ReturnType<typeof askedBy>, frameworks: readonly string[]) {
  return {
    code: asks("code", text({ maxLength: CODE_LENGTH })),
    title: asks("title", text({ maxLength: LINE })),
    language: inItsLanguage,
    translations: translated(LINE),
    standards: asks("standards", provisions({ frameworks, maxItems: 12 })),
    definition: asks("definition", text({ maxLength: PARAGRAPH })),
    definitionTranslations: translated(PARAGRAPH, "definition"),
    rationale: asks("rationale", text({ maxLength: PARAGRAPH })),
    rationaleTranslations: translated(PARAGRAPH, "rationale"),
    method: asks("method", text({ maxLength: PARAGRAPH })),
    methodTranslations: translated(PARAGRAPH, "method"),
    source: asks("source", text({ maxLength: LINE })),
    dataHolder: asks("data_holder", organisation()),
    dutyBearer: asks("duty_bearer", organisation()),
    periodicity: asks("periodicity", option(PERIODICITIES), { valueNames: listNames.periodicity }),
    disaggregation: asks("disaggregation", choices(DIMENSIONS), { valueNames: listNames.dimension }),
    direction: asks("direction", option(DIRECTIONS), { valueNames: listNames.direction }),
    baseline: asks("baseline", number({ decimals: DECIMALS, unitField: "unit" })),
    baselinePeriod: labelled(period(), {
      label: { en: "Period of the baseline", it: "Periodo del valore di partenza" },
      column: "baseline",
    }),
    target: asks("target", number({ decimals: DECIMALS, unitField: "unit" })),
    targetPeriod: labelled(period(), {
      label: { en: "By when", it: "Entro quando" },
      column: "target",
    }),
    sensitivity: asks("sensitivity", sensitivity(), { valueNames: sensitivityNames }),
    // From here on what the model's card has beside the template's columns.
    service: labelled(text({ maxLength: LINE }), { label: card.service }),
    unit: labelled(option(UNITS), { label: card.unit, toFill: true, valueNames: listNames.unit }),
    numerator: labelled(text({ maxLength: LINE }), { label: card.numerator }),
    denominator: labelled(text({ maxLength: LINE }), { label: card.denominator }),
    territoryLevel: labelled(option(TERRITORY_LEVELS), {
      label: card.territory_level,
      valueNames: listNames.territoryLevel,
    }),
    noBreakdown: labelled(text({ maxLength: LINE }), {
      label: { en: "Why there are no breakdowns", it: "Perché non ci sono disaggregazioni" },
    }),
    standardValue: labelled(number({ decimals: DECIMALS, unitField: "unit" }), {
      label: { en: "Value that a standard sets", it: "Valore fissato da uno standard" },
    }),
    standardText: labelled(text({ maxLength: LINE }), { label: card.standard }),
    proposedBy: labelled(organisation(), { label: card.proposed_by }),
    limits: labelled(text({ maxLength: PARAGRAPH }), { label: card.limits }),
    comesFrom: labelled(links(), COMES_FROM),
    ...placed,
  };
}

/** What is decided about a card: its status, its version, and how many objections stand. */
export function cardDecisions(asks: ReturnType<typeof askedBy>) {
  return {
    status: asks("status", choice(INDICATOR_STATES), { valueNames: listNames.status }),
    version: labelled(number({ min: 1 }), { label: card.version }),
    objections: asks("objections", number({ min: 0 })),
  };
}

/** The columns of the template in its order, with the fields that complete them. */
export const CARD_COLUMNS = [
  "standards",
  "definition",
  "rationale",
  "method",
  "numerator",
  "denominator",
  "unit",
  "source",
  "dataHolder",
  "dutyBearer",
  "periodicity",
  "disaggregation",
  "noBreakdown",
  "direction",
  "baseline",
  "baselinePeriod",
  "target",
  "targetPeriod",
  "sensitivity",
  "objections",
  "status",
  "version",
  "service",
  "territoryLevel",
  "standardValue",
  "standardText",
  "proposedBy",
  "limits",
  "comesFrom",
] as const;
