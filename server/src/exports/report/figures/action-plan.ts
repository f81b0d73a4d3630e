import { actionPlan, type PlanFinding, planFindings, shownStatus } from "@tavolo/schema";
import { counted, type FiguresOf, findings, itemsOf } from "./figure-source.ts";
import { openCells } from "./still-to-fill.ts";

const SENTENCES: Readonly<Record<PlanFinding, { en: string; it: string }>> = {
  DROPPED_WITHOUT_REASON: { en: "Dropped without a reason", it: "Abbandonata senza motivo" },
  ENDS_BEFORE_IT_STARTS: { en: "Ends before it starts", it: "Finisce prima di iniziare" },
  NO_RESOURCES: { en: "Neither budget nor resources", it: "Né budget né risorse" },
  REVIEW_DUE: { en: "The yearly review is due", it: "È ora della revisione annuale" },
};

/** How the plan stands on its day: what runs, what is late, what does not hold together. */
export const planFigures: FiguresOf = (source) => {
  const actions = itemsOf(source, actionPlan, "actions");
  return [
    ...counted(source, actions, (action) => shownStatus(action, source.today), {
      id: "status",
      title: { en: "Status of the actions", it: "Stato delle azioni" },
      names: actionPlan.collections.actions.fields.status.valueNames ?? {},
    }),
    ...findings(source, actions, (action) => planFindings(action, source.today), SENTENCES),
    ...openCells(source, "actions"),
  ];
};
