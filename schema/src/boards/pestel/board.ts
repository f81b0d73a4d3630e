import { defineBoard } from "../../document/define-board.ts";
import { option } from "../../document/fields/option.ts";
import { position } from "../../document/fields/position.ts";
import { rating } from "../../document/fields/rating.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import { url } from "../../document/fields/url.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy } from "../asked.ts";
import { CARD, inItsLanguage, PLACE, placed, SECTION, translated } from "../item-parts.ts";
import { templateSections } from "../template-sections.ts";
import { priorityOf } from "./priority.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.note_fields);
export const PESTEL_SECTION_KEYS = ["P", "E", "S", "T", "ENV", "L"] as const;
const score = () => rating({ min: 1, max: 5 });

/** The PESTEL scan: factors of the outside environment, weighed by likelihood and impact. */
export const pestel = defineBoard({
  kind: "pestel",
  structure: { type: "columns", items: "factors" },
  ownSections: true,
  versions: { Initial: 1 },
  sections: templateSections(PESTEL_SECTION_KEYS, template.structure.sections),
  collections: {
    factors: {
      item: "note",
      names: { one: { en: "factor", it: "fattore" }, many: { en: "factors", it: "fattori" } },
      title: "text",
      fields: {
        text: asks("text", text({ maxLength: CARD, required: true })),
        language: inItsLanguage,
        translations: translated(CARD),
        section: labelled(sectionRef(PESTEL_SECTION_KEYS), SECTION),
        direction: asks("direction", option(["opportunity", "threat", "both"])),
        likelihood: asks("likelihood", score()),
        impact: asks("impact", score()),
        source: asks("source", url()),
        position: labelled(position(), PLACE),
        ...placed,
      },
      computed: {
        priority: {
          gives: "number",
          label: { en: "Priority (likelihood × impact)", it: "Priorità (probabilità × impatto)" },
          compute: ({ likelihood, impact }) =>
            priorityOf({
              likelihood: typeof likelihood === "number" ? likelihood : null,
              impact: typeof impact === "number" ? impact : null,
            }),
        },
      },
    },
  },
  migrations: [],
});

export type PestelFactor = Item<typeof pestel, "factors">;
