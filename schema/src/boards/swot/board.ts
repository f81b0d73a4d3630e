import { defineBoard } from "../../document/define-board.ts";
import { colour, PAPER_COLOURS } from "../../document/fields/colour.ts";
import { itemRef } from "../../document/fields/item-ref.ts";
import { position } from "../../document/fields/position.ts";
import { reference } from "../../document/fields/reference.ts";
import { references } from "../../document/fields/references.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { tags } from "../../document/fields/tags.ts";
import { text } from "../../document/fields/text.ts";
import { url } from "../../document/fields/url.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { charter } from "../../reference/charter-codes.ts";
import { localFactorFramework } from "../../reference/local-factors.ts";
import { askedBy } from "../asked.ts";
import { COLOUR, inItsLanguage, PLACE, placed, SECTION, translated } from "../item-parts.ts";
import { SWOT_AXES, SWOT_SECTION_KEYS, SWOT_SECTIONS } from "./sections.ts";
import template from "./template.json" with { type: "json" };

/** A note has to fit on a projected card; a cluster's title is one full sentence. Code points. */
export const NOTE_LENGTH = 280;
export const CLUSTER_NAME_LENGTH = 160;

const asks = askedBy(template.structure.note_fields);

/** The SWOT matrix: what helps and what harms, inside and outside. */
export const swot = defineBoard({
  kind: "swot",
  structure: { type: "matrix", items: "notes" },
  versions: { Initial: 1 },
  sections: SWOT_SECTIONS,
  axes: SWOT_AXES,
  collections: {
    notes: {
      item: "note",
      names: { one: { en: "note", it: "nota" }, many: { en: "notes", it: "note" } },
      title: "text",
      fields: {
        text: asks("text", text({ maxLength: NOTE_LENGTH, required: true })),
        language: inItsLanguage,
        translations: translated(NOTE_LENGTH),
        section: labelled(sectionRef(SWOT_SECTION_KEYS), SECTION),
        rank: placed.rank,
        position: labelled(position(), PLACE),
        colour: labelled(colour(PAPER_COLOURS), COLOUR),
        factor: asks("factor", reference(localFactorFramework)),
        evidence: asks("evidence", url()),
        affected: asks("affected", tags({ maxItems: 12, maxLength: 60 })),
        charterArticles: asks("standards", references(charter, { maxItems: 12 })),
        cluster: labelled(itemRef("clusters", { sameSection: true }), {
          label: { en: "Group", it: "Gruppo" },
        }),
        removed: placed.removed,
      },
    },
    clusters: {
      item: "cluster",
      names: { one: { en: "group", it: "gruppo" }, many: { en: "groups", it: "gruppi" } },
      title: "name",
      fields: {
        name: labelled(text({ maxLength: CLUSTER_NAME_LENGTH }), {
          label: { en: "Title, a full sentence", it: "Titolo, una frase intera" },
          toFill: true,
        }),
        language: inItsLanguage,
        translations: translated(CLUSTER_NAME_LENGTH),
        section: labelled(sectionRef(SWOT_SECTION_KEYS), SECTION),
        rank: placed.rank,
        position: labelled(position(), PLACE),
        removed: placed.removed,
      },
      members: { noteIds: { collection: "notes", field: "cluster" } },
    },
  },
  migrations: [],
});

export type SwotNote = Item<typeof swot, "notes">;
export type SwotCluster = Item<typeof swot, "clusters">;
