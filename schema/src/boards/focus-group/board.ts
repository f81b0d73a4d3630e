import { defineBoard } from "../../document/define-board.ts";
import { mark } from "../../document/fields/mark.ts";
import { position } from "../../document/fields/position.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { tags } from "../../document/fields/tags.ts";
import { text } from "../../document/fields/text.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy } from "../asked.ts";
import { inItsLanguage, PARAGRAPH, PLACE, placed, SECTION, translated } from "../item-parts.ts";
import { sensitivity, sensitivityNames } from "../sensitivity.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.note_fields);
const SECTION_KEYS = ["q0", "q1", "q2", "q3", "q4", "q5"] as const;
/** “P12”: a code for one meeting, never a name. */
const SPEAKER_LENGTH = 6;

/** The focus group: what was said, question by question, by speakers without names. */
export const focusGroup = defineBoard({
  kind: "focus_group",
  structure: { type: "columns", items: "notes" },
  ownSections: true,
  versions: { Initial: 1 },
  sections: templateSections(SECTION_KEYS, template.structure.sections),
  collections: {
    notes: {
      item: "note",
      names: { one: { en: "note", it: "nota" }, many: { en: "notes", it: "note" } },
      title: "note",
      fields: {
        note: asks("note", text({ maxLength: PARAGRAPH, required: true })),
        language: inItsLanguage,
        translations: translated(PARAGRAPH),
        section: labelled(sectionRef(SECTION_KEYS), SECTION),
        speaker: asks("speaker", text({ maxLength: SPEAKER_LENGTH })),
        quote: asks("quote", text({ maxLength: PARAGRAPH })),
        consent: asks("consent", mark()),
        theme: asks("theme", tags({ maxItems: 3, maxLength: 60 })),
        sensitivity: asks("sensitivity", sensitivity(), { valueNames: sensitivityNames }),
        position: labelled(position(), PLACE),
        ...placed,
      },
    },
  },
  migrations: [],
});

export type FocusGroupNote = Item<typeof focusGroup, "notes">;
