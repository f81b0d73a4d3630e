import type { ReportedFigure } from "../kind-report.ts";
import { planFigures } from "./action-plan.ts";
import type { FigureSource, FiguresOf } from "./figure-source.ts";
import { themeFigures } from "./focus-group.ts";
import { genderBalanceFigures } from "./gender-balance-sheet.ts";
import { discriminationFigures, monitoringFigures } from "./indicator-card.ts";
import { strategyFigures } from "./local-strategy.ts";
import { reviewFigures } from "./peer-review.ts";
import { pestelFigures } from "./pestel.ts";
import { recommendationFigures } from "./recommendations.ts";
import { assessmentFigures } from "./self-assessment.ts";
import { stakeholderFigures } from "./stakeholder-map.ts";
import { changeFigures } from "./theory-of-change.ts";
import { towsFigures } from "./tows.ts";
import { trainingFigures } from "./training-needs.ts";

/** What a method is for beyond its items; a kind that is missing has no figures. */
const figures: Readonly<Record<string, FiguresOf>> = {
  tows: towsFigures,
  monitoring_tool: monitoringFigures,
  discrimination_monitoring_tool: discriminationFigures,
  action_plan: planFigures,
  gender_balance_sheet: genderBalanceFigures,
  training_needs: trainingFigures,
  recommendations: recommendationFigures,
  stakeholder_map: stakeholderFigures,
  focus_group: themeFigures,
  pestel: pestelFigures,
  theory_of_change: changeFigures,
  self_assessment: assessmentFigures,
  peer_review: reviewFigures,
  local_strategy: strategyFigures,
};

/** The figures of a board, by the rules of its kind. */
export const figuresOf = (kind: string, source: FigureSource): ReportedFigure[] =>
  figures[kind]?.(source) ?? [];
