import { defineBoard } from "../../document/define-board.ts";
import type { DecidedItem } from "../../document/decisions.ts";
import { choice } from "../../document/fields/choice.ts";
import { date } from "../../document/fields/date.ts";
import { links } from "../../document/fields/links.ts";
import { option } from "../../document/fields/option.ts";
import { organisation } from "../../document/fields/organisation.ts";
import { position } from "../../document/fields/position.ts";
import { provisions } from "../../document/fields/provisions.ts";
import { rating } from "../../document/fields/rating.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy } from "../asked.ts";
import { GOVERNANCE_LEVELS } from "../governance-levels.ts";
import { CARD, inItsLanguage, PARAGRAPH, PLACE, placed, SECTION, translated } from "../item-parts.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.note_fields);
const SECTION_KEYS = ["problem", "options", "recommendation", "level", "resources", "indicator"] as const;

/** The way of a recommendation; deciding on it is a transaction, see `steps.ts`. */
export const RECOMMENDATION_STATES = [
  "draft",
  "agreed",
  "sent",
  "accepted",
  "rejected",
  "running",
  "done",
] as const;
export type RecommendationStatus = (typeof RECOMMENDATION_STATES)[number];

/** Policy recommendations: from problem and options to who should do what by when, with its trace to the evidence. */
export const recommendations = defineBoard({
  kind: "recommendations",
  structure: { type: "columns", items: "cards" },
  ownSections: true,
  versions: { Initial: 1 },
  sections: templateSections(SECTION_KEYS, template.structure.sections),
  collections: {
    cards: {
      item: "note",
      names: { one: { en: "card", it: "scheda" }, many: { en: "cards", it: "schede" } },
      title: "text",
      // An option that is still weighed has no addressee yet.
      toFillIn: ["recommendation"],
      fields: {
        text: asks("text", text({ maxLength: CARD, required: true })),
        language: inItsLanguage,
        translations: translated(CARD),
        section: labelled(sectionRef(SECTION_KEYS), SECTION),
        rationale: asks("rationale", text({ maxLength: PARAGRAPH })),
        addressee: asks("addressee", organisation()),
        level: asks("level", option(GOVERNANCE_LEVELS)),
        trace: asks("trace", links()),
        standards: asks(
          "standards",
          provisions({ frameworks: ["eu-charter", "fra-human-rights-cities", "sdg"], maxItems: 12 }),
        ),
        impact: asks("impact", rating({ min: 1, max: 5 })),
        effort: asks("effort", rating({ min: 1, max: 5 })),
        deadline: asks("deadline", date()),
        dissent: asks("dissent", text({ maxLength: PARAGRAPH })),
        position: labelled(position(), PLACE),
        ...placed,
      },
      decided: { status: asks("status", choice(RECOMMENDATION_STATES)) },
    },
  },
  migrations: [],
});

export type Recommendation = DecidedItem<typeof recommendations, "cards">;
