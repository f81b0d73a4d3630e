import { defineBoard } from "../../document/define-board.ts";
import { colour, PAPER_COLOURS } from "../../document/fields/colour.ts";
import { itemRef } from "../../document/fields/item-ref.ts";
import { language } from "../../document/fields/language.ts";
import { mark } from "../../document/fields/mark.ts";
import { position } from "../../document/fields/position.ts";
import { rank } from "../../document/fields/rank.ts";
import { reference } from "../../document/fields/reference.ts";
import { references } from "../../document/fields/references.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { tags } from "../../document/fields/tags.ts";
import { text } from "../../document/fields/text.ts";
import { translations } from "../../document/fields/translations.ts";
import { url } from "../../document/fields/url.ts";
import type { Item } from "../../document/item-types.ts";
import { charter } from "../../reference/charter-codes.ts";
import { localFactorFramework } from "../../reference/local-factors.ts";
import { SWOT_AXES, SWOT_SECTION_KEYS, SWOT_SECTIONS } from "./sections.ts";

/** A note has to fit on a projected card; a cluster's title is one full sentence. Code points. */
export const NOTE_LENGTH = 280;
export const CLUSTER_NAME_LENGTH = 160;

/** The SWOT matrix: what helps and what harms, inside and outside. */
export const swot = defineBoard({
  kind: "swot",
  versions: { Initial: 1 },
  sections: SWOT_SECTIONS,
  axes: SWOT_AXES,
  collections: {
    notes: {
      item: "note",
      fields: {
        text: text({ maxLength: NOTE_LENGTH, required: true }),
        language: language(),
        translations: translations({ maxLength: NOTE_LENGTH }),
        section: sectionRef(SWOT_SECTION_KEYS),
        rank: rank(),
        position: position(),
        colour: colour(PAPER_COLOURS),
        factor: reference(localFactorFramework),
        evidence: url(),
        affected: tags({ maxItems: 12, maxLength: 60 }),
        charterArticles: references(charter, { maxItems: 12 }),
        cluster: itemRef("clusters", { sameSection: true }),
        removed: mark(),
      },
    },
    clusters: {
      item: "cluster",
      fields: {
        name: text({ maxLength: CLUSTER_NAME_LENGTH }),
        language: language(),
        translations: translations({ maxLength: CLUSTER_NAME_LENGTH }),
        section: sectionRef(SWOT_SECTION_KEYS),
        rank: rank(),
        position: position(),
        removed: mark(),
      },
      members: { noteIds: { collection: "notes", field: "cluster" } },
    },
  },
  migrations: [],
});

export type SwotNote = Item<typeof swot, "notes">;
export type SwotCluster = Item<typeof swot, "clusters">;
