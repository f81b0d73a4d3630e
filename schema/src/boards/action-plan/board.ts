import { defineBoard } from "../../document/define-board.ts";
import { choice } from "../../document/fields/choice.ts";
import { date } from "../../document/fields/date.ts";
import { links } from "../../document/fields/links.ts";
import { money } from "../../document/fields/money.ts";
import { number } from "../../document/fields/number.ts";
import { organisation } from "../../document/fields/organisation.ts";
import { organisations } from "../../document/fields/organisations.ts";
import { provisions } from "../../document/fields/provisions.ts";
import { sectionRef } from "../../document/fields/section-ref.ts";
import { text } from "../../document/fields/text.ts";
import type { Item } from "../../document/item-types.ts";
import { labelled } from "../../document/labelled.ts";
import { askedBy } from "../asked.ts";
import { late } from "../deadline.ts";
import {
  CARD,
  COMES_FROM,
  inItsLanguage,
  LINE,
  PARAGRAPH,
  placed,
  SECTION,
  translated,
} from "../item-parts.ts";
import { MONITORING_KINDS } from "../monitoring-kinds.ts";
import { templateSections } from "../template-sections.ts";
import template from "./template.json" with { type: "json" };

const asks = askedBy(template.structure.columns);

/** The seven areas of the gender equality plan of a municipality. */
export const ACTION_AREAS = ["A1", "A2", "A3", "A4", "A5", "A6", "A7"] as const;

/** The action plan of a gender equality plan: from a finding to an action with resources, indicator and deadline. */
export const actionPlan = defineBoard({
  kind: "action_plan",
  structure: {
    type: "table",
    items: "actions",
    columns: [
      "finding",
      "objective",
      "action",
      "grounds",
      "owner",
      "partners",
      "budget",
      "resources",
      "start",
      "deadline",
      "indicator",
      "target",
      "status",
      "late",
      "note",
      "comesFrom",
    ],
  },
  ownSections: true,
  versions: { Initial: 1 },
  sections: templateSections(ACTION_AREAS, template.structure.sections),
  collections: {
    actions: {
      item: "row",
      names: { one: { en: "action", it: "azione" }, many: { en: "actions", it: "azioni" } },
      title: "action",
      fields: {
        action: asks("action", text({ maxLength: CARD })),
        language: inItsLanguage,
        translations: translated(CARD),
        section: labelled(sectionRef(ACTION_AREAS), SECTION),
        finding: asks("finding", text({ maxLength: PARAGRAPH })),
        objective: asks("objective", text({ maxLength: CARD })),
        grounds: asks("grounds", provisions({ frameworks: ["discrimination-grounds"], maxItems: 12 })),
        owner: asks("owner", organisation()),
        partners: asks("partners", organisations({ maxItems: 12 })),
        // The template asks for money and words in one column; either is an answer.
        budget: labelled(money(), { label: { en: "Budget", it: "Budget" }, column: "resources" }),
        resources: asks("resources", text({ maxLength: LINE }), { orElse: "budget" }),
        start: asks("start", date()),
        deadline: asks("deadline", date()),
        indicator: asks("indicator", links({ to: MONITORING_KINDS, leadsOn: true })),
        target: asks("target", number({ decimals: 2 })),
        // Late is not chosen: it follows from the deadline.
        status: asks("status", choice(["planned", "running", "done", "dropped"]), { computed: ["late"] }),
        note: asks("note", text({ maxLength: PARAGRAPH })),
        comesFrom: labelled(links(), COMES_FROM),
        ...placed,
      },
      computed: { late },
    },
  },
  migrations: [],
});

export type PlannedAction = Item<typeof actionPlan, "actions">;
