import { defineBoard } from "../../document/define-board.ts";
import { date } from "../../document/fields/date.ts";
import { provision } from "../../document/fields/provision.ts";
import { text } from "../../document/fields/text.ts";
import { urls } from "../../document/fields/urls.ts";
import type { Item } from "../../document/item-types.ts";
import { askedBy } from "../asked.ts";
import { inItsLanguage, PARAGRAPH, placed, translated } from "../item-parts.ts";
import { maturity, maturityNames } from "../maturity.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.columns);
const valueNames = maturityNames;

/** The steps of a review, which stand over the columns of one and the same row. */
export const REVIEW_STEPS = ["self", "peer", "reply", "agreed"] as const;

/** The peer review between cities: one row for each item, from the city's own rating to what both take home. */
export const peerReview = defineBoard({
  kind: "peer_review",
  structure: {
    type: "table",
    items: "items",
    columns: [
      "item",
      "selfRating",
      "evidence",
      "peerRating",
      "practice",
      "question",
      "reply",
      "agreed",
      "followUp",
    ],
    sectionColumns: {
      self: ["selfRating", "evidence"],
      peer: ["peerRating", "practice", "question"],
      reply: ["reply"],
      agreed: ["agreed", "followUp"],
    },
  },
  versions: { Initial: 1 },
  sections: templateSections(REVIEW_STEPS, template.structure.sections),
  collections: {
    items: {
      item: "row",
      names: { one: { en: "item", it: "elemento" }, many: { en: "items", it: "elementi" } },
      title: "agreed",
      fields: {
        item: asks("item", provision({ frameworks: ["fra-human-rights-cities", "icc-index", "eccar-10"] })),
        selfRating: asks("self_rating", maturity(), { valueNames }),
        evidence: asks("evidence", urls({ maxItems: 12 })),
        peerRating: asks("peer_rating", maturity(), { valueNames }),
        practice: asks("practice", text({ maxLength: PARAGRAPH })),
        question: asks("question", text({ maxLength: PARAGRAPH })),
        reply: asks("reply", text({ maxLength: PARAGRAPH })),
        agreed: asks("agreed", text({ maxLength: PARAGRAPH })),
        language: inItsLanguage,
        translations: translated(PARAGRAPH),
        followUp: asks("follow_up", date()),
        ...placed,
      },
    },
  },
  migrations: [],
});

export type ReviewedItem = Item<typeof peerReview, "items">;
