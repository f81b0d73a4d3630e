import type { LocalisedText } from "../reference/localised-text.ts";
import actionPlan from "./action-plan/template.json" with { type: "json" };
import discriminationMonitoringTool from "./discrimination-monitoring-tool/template.json" with { type: "json" };
import focusGroup from "./focus-group/template.json" with { type: "json" };
import freeBoard from "./free-board/template.json" with { type: "json" };
import genderBalanceSheet from "./gender-balance-sheet/template.json" with { type: "json" };
import localStrategy from "./local-strategy/template.json" with { type: "json" };
import monitoringTool from "./monitoring-tool/template.json" with { type: "json" };
import peerReview from "./peer-review/template.json" with { type: "json" };
import pestel from "./pestel/template.json" with { type: "json" };
import recommendations from "./recommendations/template.json" with { type: "json" };
import selfAssessment from "./self-assessment/template.json" with { type: "json" };
import stakeholderMap from "./stakeholder-map/template.json" with { type: "json" };
import swot from "./swot/template.json" with { type: "json" };
import theoryOfChange from "./theory-of-change/template.json" with { type: "json" };
import tows from "./tows/template.json" with { type: "json" };
import trainingNeeds from "./training-needs/template.json" with { type: "json" };

/** A template as it is shipped, as far as every kind has it; its own columns its board declaration reads. */
export interface TemplateFile {
  readonly id: string;
  readonly template_version: number;
  readonly name: LocalisedText;
  readonly purpose: LocalisedText;
  readonly participants: {
    readonly min: number;
    readonly ideal: number;
    readonly max: number;
    readonly mix?: LocalisedText;
  };
  readonly frameworks: readonly string[];
  readonly analysed_object?: { readonly types: readonly string[] };
  readonly default_policies: { readonly author_display: string; readonly languages: readonly string[] };
  readonly default_visibility?: string;
  readonly confidence: string;
}

/** Every template that is shipped, with the board kind it makes. */
export const templateFiles: readonly { readonly kind: string; readonly file: TemplateFile }[] = [
  { kind: "swot", file: swot },
  { kind: "tows", file: tows },
  { kind: "monitoring_tool", file: monitoringTool },
  { kind: "action_plan", file: actionPlan },
  { kind: "gender_balance_sheet", file: genderBalanceSheet },
  { kind: "discrimination_monitoring_tool", file: discriminationMonitoringTool },
  { kind: "training_needs", file: trainingNeeds },
  { kind: "recommendations", file: recommendations },
  { kind: "stakeholder_map", file: stakeholderMap },
  { kind: "focus_group", file: focusGroup },
  { kind: "pestel", file: pestel },
  { kind: "theory_of_change", file: theoryOfChange },
  { kind: "self_assessment", file: selfAssessment },
  { kind: "peer_review", file: peerReview },
  { kind: "local_strategy", file: localStrategy },
  { kind: "free_board", file: freeBoard },
];
