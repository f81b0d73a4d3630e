import type { DecidedItem } from "../../document/decisions.ts";
import { defineBoard } from "../../document/define-board.ts";
import { choice } from "../../document/fields/choice.ts";
import { date } from "../../document/fields/date.ts";
import { links } from "../../document/fields/links.ts";
import { money } from "../../document/fields/money.ts";
import { organisation } from "../../document/fields/organisation.ts";
import { organisations } from "../../document/fields/organisations.ts";
import { provisions } from "../../document/fields/provisions.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy } from "../asked.ts";
import {
  CARD,
  COMES_FROM,
  inItsLanguage,
  LINE,
  PARAGRAPH,
  placed,
  SECTION,
  translated,
} from "../item-parts.ts";
import { MONITORING_KINDS } from "../monitoring-kinds.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.columns);

/** The points of ECCAR's plan of action, each a section of the strategy. */
export const ECCAR_SECTION_KEYS = [
  "E01",
  "E02",
  "E03",
  "E04",
  "E05",
  "E06",
  "E07",
  "E08",
  "E09",
  "E10",
] as const;

/** The way of a measure; agreeing and adopting are decisions. */
export const MEASURE_STATES = ["draft", "agreed", "adopted", "running", "done", "dropped"] as const;
export type MeasureStatus = (typeof MEASURE_STATES)[number];

/** The local anti-discrimination strategy: objectives and measures by ECCAR's ten points. */
export const localStrategy = defineBoard({
  kind: "local_strategy",
  structure: {
    type: "table",
    items: "measures",
    columns: [
      "objective",
      "measure",
      "grounds",
      "owner",
      "partners",
      "level",
      "budget",
      "resources",
      "indicator",
      "deadline",
      "status",
      "comesFrom",
    ],
  },
  ownSections: true,
  versions: { Initial: 1 },
  sections: templateSections(ECCAR_SECTION_KEYS, template.structure.sections),
  collections: {
    measures: {
      item: "row",
      names: { one: { en: "measure", it: "misura" }, many: { en: "measures", it: "misure" } },
      title: "measure",
      fields: {
        measure: asks("measure", text({ maxLength: CARD })),
        language: inItsLanguage,
        translations: translated(CARD),
        section: labelled(sectionRef(ECCAR_SECTION_KEYS), SECTION),
        objective: asks("objective", text({ maxLength: CARD })),
        grounds: asks("grounds", provisions({ frameworks: ["discrimination-grounds"], maxItems: 12 })),
        owner: asks("owner", organisation()),
        partners: asks("cso", organisations({ maxItems: 12 })),
        level: asks("level", text({ maxLength: PARAGRAPH })),
        budget: labelled(money(), { label: { en: "Budget", it: "Budget" }, column: "resources" }),
        resources: asks("resources", text({ maxLength: LINE }), { orElse: "budget" }),
        indicator: asks("indicator", links({ to: MONITORING_KINDS, leadsOn: true })),
        deadline: asks("deadline", date()),
        comesFrom: labelled(links(), COMES_FROM),
        ...placed,
      },
      decided: { status: asks("status", choice(MEASURE_STATES)) },
    },
  },
  migrations: [],
});

export type Measure = DecidedItem<typeof localStrategy, "measures">;

/** The provision of ECCAR's plan that a section answers. */
export const eccarOf: Readonly<Record<string, string>> = Object.fromEntries(
  template.structure.sections.map(({ id, eccar }) => [id, eccar]),
);
