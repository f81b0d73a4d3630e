import { defineBoard } from "../../document/define-board.ts";
import { breakdown } from "../../document/fields/breakdown.ts";
import { links } from "../../document/fields/links.ts";
import { money } from "../../document/fields/money.ts";
import { number } from "../../document/fields/number.ts";
import { option } from "../../document/fields/option.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { tags } from "../../document/fields/tags.ts";
import { text } from "../../document/fields/text.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy, namesOf } from "../asked.ts";
import { AGE_BANDS, partNames } from "../indicator-card/lists.ts";
import { inItsLanguage, LINE, PARAGRAPH, placed, SECTION, translated } from "../item-parts.ts";
import lists from "../lists.json" with { type: "json" };
import { MONITORING_KINDS } from "../monitoring-kinds.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.columns);

/** How a budget line bears on gender gaps; the classes of the Italian State's gender budget reports. */
export const GENDER_CLASSES = ["DIRECT", "SENSITIVE", "TO_EXAMINE", "NEUTRAL"] as const;
export type GenderClass = (typeof GENDER_CLASSES)[number];

const SECTION_KEYS = ["context", "inside", "services", "budget", "effects", "commitments"] as const;
const CODE_LENGTH = 20;

/** The gender balance sheet of one year: budget lines with their gender class, beneficiaries and effects. */
export const genderBalanceSheet = defineBoard({
  kind: "gender_balance_sheet",
  structure: {
    type: "table",
    items: "lines",
    columns: [
      "mission",
      "line",
      "planned",
      "spent",
      "genderClass",
      "reason",
      "area",
      "women",
      "men",
      "other",
      "age",
      "indicator",
      "effect",
      "risk",
      "commitment",
    ],
  },
  ownSections: true,
  versions: { Initial: 1 },
  sections: templateSections(SECTION_KEYS, template.structure.sections),
  collections: {
    lines: {
      item: "row",
      names: {
        one: { en: "budget line", it: "voce di spesa" },
        many: { en: "budget lines", it: "voci di spesa" },
      },
      title: "line",
      fields: {
        mission: asks("mission", text({ maxLength: CODE_LENGTH })),
        line: asks("line", text({ maxLength: LINE })),
        language: inItsLanguage,
        translations: translated(LINE),
        section: labelled(sectionRef(SECTION_KEYS), SECTION),
        planned: asks("planned", money()),
        spent: asks("spent", money()),
        genderClass: asks("gender_class", option(GENDER_CLASSES), {
          valueNames: namesOf(lists.genderClasses.items),
        }),
        reason: asks("reason", text({ maxLength: PARAGRAPH })),
        area: asks("area", tags({ maxItems: 3, maxLength: 60 })),
        women: asks("ben_f", number({ min: 0 })),
        men: asks("ben_m", number({ min: 0 })),
        other: asks("ben_other", number({ min: 0 })),
        age: asks("age", breakdown({ dimension: "age", parts: AGE_BANDS }), { valueNames: partNames("age") }),
        indicator: asks("indicator", links({ to: MONITORING_KINDS, leadsOn: true })),
        effect: asks("effect", text({ maxLength: PARAGRAPH })),
        risk: asks("risk", option(["none", "potential", "actual"])),
        commitment: asks("commitment", text({ maxLength: PARAGRAPH })),
        ...placed,
      },
    },
  },
  migrations: [],
});

export type BudgetLine = Item<typeof genderBalanceSheet, "lines">;
