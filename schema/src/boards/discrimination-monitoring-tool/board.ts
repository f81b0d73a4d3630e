import { defineBoard } from "../../document/define-board.ts";
import { number } from "../../document/fields/number.ts";
import { option } from "../../document/fields/option.ts";
import { period } from "../../document/fields/period.ts";
import { provisions } from "../../document/fields/provisions.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy, namesOf } from "../asked.ts";
import { CARD_COLUMNS, cardDecisions, cardFields } from "../indicator-card/card-fields.ts";
import { AGE_BANDS, INDICATOR_TYPES, partNames, SEXES } from "../indicator-card/lists.ts";
import { LINE, SECTION } from "../item-parts.ts";
import lists from "../lists.json" with { type: "json" };
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.columns);
const records = askedBy(template.structure.aggregate_record);
const SECTION_KEYS = ["sources", "record", "read", "act", "protect"] as const;

/**
 * The local discrimination monitoring tool: what is recorded, how and for whom, as cards of the same columns as the
 * human rights tool. The register itself is a form whose records are only ever read in sums.
 */
export const discriminationMonitoringTool = defineBoard({
  kind: "discrimination_monitoring_tool",
  structure: { type: "table", items: "indicators", columns: ["code", "title", "type", ...CARD_COLUMNS] },
  ownSections: true,
  versions: { Initial: 1 },
  sections: templateSections(SECTION_KEYS, template.structure.sections),
  collections: {
    indicators: {
      item: "row",
      names: { one: { en: "indicator", it: "indicatore" }, many: { en: "indicators", it: "indicatori" } },
      title: "title",
      fields: {
        ...cardFields(asks, ["eu-charter", "discrimination-grounds", "eccar-10", "equality-data", "sdg"]),
        type: asks("type", option(INDICATOR_TYPES)),
        section: labelled(sectionRef(SECTION_KEYS), SECTION),
      },
      decided: cardDecisions(asks),
    },
  },
  forms: {
    reports: {
      names: {
        one: { en: "aggregate of reports", it: "aggregato di segnalazioni" },
        many: { en: "reports, aggregated", it: "segnalazioni, aggregate" },
      },
      fields: {
        period: records("period", period()),
        territory: records("territory", text({ maxLength: LINE })),
        grounds: records("grounds", provisions({ frameworks: ["discrimination-grounds"], maxItems: 12 })),
        form: records(
          "form",
          option([
            "direct",
            "indirect",
            "harassment",
            "sexual_harassment",
            "instruction",
            "victimisation",
            "reasonable_accommodation",
            "by_association",
            "multiple",
            "intersectional",
            "structural",
          ]),
          { valueNames: namesOf(lists.forms.items) },
        ),
        area: records(
          "area",
          option([
            "employment",
            "housing",
            "education",
            "health",
            "social_services",
            "public_administration",
            "goods_services",
            "transport",
            "public_space",
            "policing",
            "media_online",
            "sport_culture",
            "political_life",
          ]),
          { valueNames: namesOf(lists.areasOfLife.items) },
        ),
        actorType: records(
          "actor_type",
          option([
            "public_office",
            "service_provider",
            "employer",
            "landlord",
            "school",
            "health",
            "police",
            "media",
            "private_person",
            "unknown",
          ]),
        ),
        channel: records(
          "channel",
          option([
            "not_reported",
            "reported_desk",
            "reported_equality_body",
            "reported_police",
            "reported_union",
            "reported_cso",
            "legal_action",
          ]),
          { valueNames: namesOf(lists.channels.items) },
        ),
        outcome: records(
          "outcome",
          option(["open", "advice", "mediated", "referred", "resolved", "not_pursued", "court"]),
        ),
        sex: records("sex", option(SEXES), { valueNames: partNames("sex") }),
        age: records("age", option(AGE_BANDS), { valueNames: partNames("age") }),
        count: records("count", number({ min: 0 })),
      },
    },
  },
  migrations: [],
});

/** What is never recorded of a report, in the template's words: a field for it must not exist. */
export const NEVER_RECORDED: readonly string[] = template.structure.never_fields;
