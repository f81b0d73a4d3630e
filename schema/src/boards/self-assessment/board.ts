import type { DecidedItem } from "../../document/decisions.ts";
import { defineBoard } from "../../document/define-board.ts";
import { date } from "../../document/fields/date.ts";
import { organisation } from "../../document/fields/organisation.ts";
import { provision } from "../../document/fields/provision.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import { urls } from "../../document/fields/urls.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy } from "../asked.ts";
import { inItsLanguage, PARAGRAPH, placed, SECTION, translated } from "../item-parts.ts";
import { maturity, maturityNames } from "../maturity.ts";
import { templateSections } from "../template-sections.ts";
import { differenceOf } from "./profile.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.columns);
const valueNames = maturityNames;

/** The layers of FRA's framework for human rights cities. */
export const FRA_LAYERS = ["FRA-F", "FRA-S", "FRA-T"] as const;

/**
 * The self-assessment of a human rights city: authority and civil society rate each item of FRA's framework apart,
 * then agree. The agreed rating is decided, the two others are each side's own.
 */
export const selfAssessment = defineBoard({
  kind: "self_assessment",
  structure: {
    type: "table",
    items: "items",
    columns: [
      "item",
      "ratingAuthority",
      "ratingCivilSociety",
      "evidence",
      "difference",
      "agreed",
      "next",
      "owner",
      "deadline",
    ],
  },
  versions: { Initial: 1 },
  sections: templateSections(FRA_LAYERS, template.structure.sections),
  collections: {
    items: {
      item: "row",
      names: { one: { en: "item", it: "elemento" }, many: { en: "items", it: "elementi" } },
      fields: {
        item: asks("item", provision({ frameworks: ["fra-human-rights-cities"] })),
        section: labelled(sectionRef(FRA_LAYERS), SECTION),
        ratingAuthority: asks("rating_authority", maturity(), { valueNames }),
        ratingCivilSociety: asks("rating_cso", maturity(), { valueNames }),
        evidence: asks("evidence", urls({ maxItems: 12 })),
        next: asks("next", text({ maxLength: PARAGRAPH })),
        language: inItsLanguage,
        nextTranslations: translated(PARAGRAPH, "next"),
        owner: asks("owner", organisation()),
        deadline: asks("deadline", date()),
        ...placed,
      },
      decided: { agreed: asks("agreed", maturity(), { valueNames }) },
      computed: {
        difference: {
          gives: "number",
          ...asks.words("difference"),
          compute: ({ ratingAuthority, ratingCivilSociety }) =>
            differenceOf({
              ratingAuthority: typeof ratingAuthority === "number" ? ratingAuthority : null,
              ratingCivilSociety: typeof ratingCivilSociety === "number" ? ratingCivilSociety : null,
            }),
        },
      },
    },
  },
  starts: template.structure.sections.flatMap(({ id: section, item_codes: codes }) =>
    codes.map((item) => ({ collection: "items", fields: { section, item } })),
  ),
  migrations: [],
});

export type AssessedItem = DecidedItem<typeof selfAssessment, "items">;
