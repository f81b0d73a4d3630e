import { defineBoard } from "../../document/define-board.ts";
import { choice } from "../../document/fields/choice.ts";
import { links } from "../../document/fields/links.ts";
import { option } from "../../document/fields/option.ts";
import { organisation } from "../../document/fields/organisation.ts";
import { position } from "../../document/fields/position.ts";
import { rating } from "../../document/fields/rating.ts";
import { scores } from "../../document/fields/scores.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy } from "../asked.ts";
import { CARD, inItsLanguage, LINE, PLACE, placed, SECTION, translated } from "../item-parts.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.note_fields);

/** What the inside meets outside: strengths and weaknesses with opportunities and threats. */
export const TOWS_SECTION_KEYS = ["SO", "WO", "ST", "WT"] as const;
export type TowsQuadrant = (typeof TOWS_SECTION_KEYS)[number];
/** The sides a factor can be on; the first two are inside, the others outside. */
export const TOWS_SIDES = ["S", "W", "O", "T"] as const;
export type TowsSide = (typeof TOWS_SIDES)[number];

/** The TOWS confrontation: factors of a SWOT scored in pairs, and the strategies that strong pairs become. */
export const tows = defineBoard({
  kind: "tows",
  structure: {
    type: "scoreMatrix",
    items: "factors",
    side: "side",
    rows: ["S", "W"],
    columns: ["O", "T"],
    scores: "scores",
    outcomes: "strategies",
  },
  versions: { Initial: 1 },
  sections: templateSections(TOWS_SECTION_KEYS, template.structure.sections),
  collections: {
    factors: {
      item: "row",
      names: { one: { en: "factor", it: "fattore" }, many: { en: "factors", it: "fattori" } },
      title: "text",
      fields: {
        text: labelled(text({ maxLength: LINE, required: true }), {
          label: { en: "Factor", it: "Fattore" },
          toFill: true,
        }),
        language: inItsLanguage,
        translations: translated(LINE),
        side: labelled(choice(TOWS_SIDES), {
          label: { en: "Side", it: "Lato" },
          valueNames: {
            S: { en: "Strength", it: "Punto di forza" },
            W: { en: "Weakness", it: "Punto di debolezza" },
            O: { en: "Opportunity", it: "Opportunità" },
            T: { en: "Threat", it: "Minaccia" },
          },
        }),
        source: labelled(links({ to: ["swot"] }), {
          label: { en: "Group of the SWOT", it: "Gruppo della SWOT" },
        }),
        scores: labelled(scores({ against: "factors", min: 0, max: 3 }), {
          label: { en: "Scores by group", it: "Punteggi per gruppo" },
          valueNames: Object.fromEntries(
            template.structure.cell.labels.map((name, step) => [
              String(template.structure.cell.scale[step]),
              name,
            ]),
          ),
        }),
        ...placed,
      },
    },
    strategies: {
      item: "note",
      names: { one: { en: "strategy", it: "strategia" }, many: { en: "strategies", it: "strategie" } },
      title: "strategy",
      fields: {
        strategy: asks("strategy", text({ maxLength: CARD, required: true })),
        language: inItsLanguage,
        translations: translated(CARD),
        section: labelled(sectionRef(TOWS_SECTION_KEYS), SECTION),
        linkedItems: asks("linked_items", links({ to: ["swot", "tows"] })),
        impact: asks("impact", rating({ min: 1, max: 5 })),
        feasibility: asks("feasibility", rating({ min: 1, max: 5 })),
        owner: asks("owner", organisation()),
        horizon: asks("horizon", option(["short", "medium", "long"])),
        position: labelled(position(), PLACE),
        ...placed,
      },
    },
  },
  migrations: [],
});

export type TowsFactor = Item<typeof tows, "factors">;
export type TowsStrategy = Item<typeof tows, "strategies">;
