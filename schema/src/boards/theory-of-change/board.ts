import { defineBoard } from "../../document/define-board.ts";
import { itemRef } from "../../document/fields/item-ref.ts";
import { links } from "../../document/fields/links.ts";
import { option } from "../../document/fields/option.ts";
import { position } from "../../document/fields/position.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy } from "../asked.ts";
import { CARD, COMES_FROM, inItsLanguage, PLACE, placed, SECTION, translated } from "../item-parts.ts";
import { MONITORING_KINDS } from "../monitoring-kinds.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.note_fields);

/** The columns of the theory, from what is put in to what people enjoy. */
export const CHANGE_SECTION_KEYS = ["inputs", "activities", "outputs", "outcomes", "impact"] as const;

/** The theory of change: steps in columns, joined by logic links that carry their assumption and evidence. */
export const theoryOfChange = defineBoard({
  kind: "theory_of_change",
  structure: { type: "graph", items: "steps", links: "links", from: "from", to: "to", acyclic: true },
  versions: { Initial: 1 },
  sections: templateSections(CHANGE_SECTION_KEYS, template.structure.sections),
  collections: {
    steps: {
      item: "note",
      names: { one: { en: "step", it: "passo" }, many: { en: "steps", it: "passi" } },
      title: "text",
      fields: {
        text: asks("text", text({ maxLength: CARD, required: true })),
        language: inItsLanguage,
        translations: translated(CARD),
        section: labelled(sectionRef(CHANGE_SECTION_KEYS), SECTION),
        risk: asks("risk", text({ maxLength: CARD })),
        indicator: asks("indicator", links({ to: MONITORING_KINDS, leadsOn: true })),
        comesFrom: labelled(links(), COMES_FROM),
        position: labelled(position(), PLACE),
        ...placed,
      },
    },
    links: {
      item: "link",
      names: {
        one: { en: "logic link", it: "legame logico" },
        many: { en: "logic links", it: "legami logici" },
      },
      title: "assumption",
      fields: {
        from: labelled(itemRef("steps"), { label: { en: "From", it: "Da" }, toFill: true }),
        to: labelled(itemRef("steps"), { label: { en: "To", it: "A" }, toFill: true }),
        assumption: asks("assumption", text({ maxLength: CARD })),
        language: inItsLanguage,
        translations: translated(CARD),
        evidence: asks("evidence", option(["none", "anecdotal", "some", "strong"])),
        ...placed,
      },
    },
  },
  migrations: [],
});

export type ChangeStep = Item<typeof theoryOfChange, "steps">;
export type LogicLink = Item<typeof theoryOfChange, "links">;
