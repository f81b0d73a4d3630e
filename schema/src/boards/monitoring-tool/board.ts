import { defineBoard } from "../../document/define-board.ts";
import type { DecidedItem } from "../../document/decisions.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { askedBy } from "../asked.ts";
import { CARD_COLUMNS, cardDecisions, cardFields } from "../indicator-card/card-fields.ts";
import { INDICATOR_TYPES } from "../indicator-card/lists.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.columns);

/**
 * The human rights monitoring tool: indicator cards under the types structural, process and outcome. The section is
 * the type, so that a card cannot say two things about it.
 */
export const monitoringTool = defineBoard({
  kind: "monitoring_tool",
  structure: {
    type: "table",
    items: "indicators",
    columns: ["code", "title", "section", ...CARD_COLUMNS],
  },
  versions: { Initial: 1 },
  sections: templateSections(INDICATOR_TYPES, template.structure.sections),
  collections: {
    indicators: {
      item: "row",
      names: { one: { en: "indicator", it: "indicatore" }, many: { en: "indicators", it: "indicatori" } },
      title: "title",
      fields: {
        ...cardFields(asks, [
          "eu-charter",
          "fra-human-rights-cities",
          "ohchr-indicators",
          "sdg",
          "eccar-10",
          "eige-gep-gb",
          "icc-index",
          "civic-space",
        ]),
        section: asks("type", sectionRef(INDICATOR_TYPES)),
      },
      decided: cardDecisions(asks),
    },
  },
  migrations: [],
});

export type Indicator = DecidedItem<typeof monitoringTool, "indicators">;
