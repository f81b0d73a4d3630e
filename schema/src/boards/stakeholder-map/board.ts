import { defineBoard } from "../../document/define-board.ts";
import { mark } from "../../document/fields/mark.ts";
import { option } from "../../document/fields/option.ts";
import { organisation } from "../../document/fields/organisation.ts";
import { rating } from "../../document/fields/rating.ts";
import { text } from "../../document/fields/text.ts";
import type { Item } from "../../document/item-types.ts";
import { actorType, actorTypeNames } from "../actor-types.ts";
import { askedBy } from "../asked.ts";
import { GOVERNANCE_LEVELS } from "../governance-levels.ts";
import { inItsLanguage, LINE, PARAGRAPH, placed, translated } from "../item-parts.ts";
import { templateSections } from "../template-sections.ts";
import { QUADRANTS, quadrantOf } from "./quadrant.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.note_fields);
const { x, y } = template.structure;

/** The stakeholder map: who decides, who is affected, who is missing. The quarters follow from power and interest. */
export const stakeholderMap = defineBoard({
  kind: "stakeholder_map",
  structure: { type: "grid2d", items: "actors", x: "interest", y: "power", size: "rightsAtStake" },
  versions: { Initial: 1 },
  sections: templateSections(QUADRANTS, template.structure.sections),
  collections: {
    actors: {
      item: "note",
      names: {
        one: { en: "stakeholder", it: "portatore di interesse" },
        many: { en: "stakeholders", it: "portatori di interesse" },
      },
      title: "actor",
      fields: {
        actor: asks("actor", text({ maxLength: LINE, required: true })),
        language: inItsLanguage,
        translations: translated(LINE),
        type: asks("type", actorType(), { valueNames: actorTypeNames }),
        level: asks("level", option(GOVERNANCE_LEVELS)),
        power: asks("power", rating({ min: y.min, max: y.max })),
        interest: asks("interest", rating({ min: x.min, max: x.max })),
        rightsAtStake: asks("rights_at_stake", rating({ min: 1, max: 5 })),
        stance: asks("position", option(["supportive", "neutral", "opposed", "unknown"])),
        atTable: asks("at_table", mark()),
        action: asks("action", text({ maxLength: PARAGRAPH })),
        contact: asks("contact", organisation()),
        ...placed,
      },
      computed: {
        quadrant: {
          gives: "code",
          label: { en: "Quarter", it: "Quadrante" },
          valueNames: Object.fromEntries(template.structure.sections.map(({ id, name }) => [id, name])),
          compute: ({ power, interest }) =>
            quadrantOf({ power: numberOrNull(power), interest: numberOrNull(interest) }),
        },
      },
    },
  },
  migrations: [],
});

export type Stakeholder = Item<typeof stakeholderMap, "actors">;

function numberOrNull(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
