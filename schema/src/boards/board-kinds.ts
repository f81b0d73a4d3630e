import type { BoardDefinition } from "../document/define-board.ts";
import { actionPlan } from "./action-plan/board.ts";
import { discriminationMonitoringTool } from "./discrimination-monitoring-tool/board.ts";
import { focusGroup } from "./focus-group/board.ts";
import { freeBoard } from "./free-board/board.ts";
import { genderBalanceSheet } from "./gender-balance-sheet/board.ts";
import { localStrategy } from "./local-strategy/board.ts";
import { monitoringTool } from "./monitoring-tool/board.ts";
import { peerReview } from "./peer-review/board.ts";
import { pestel } from "./pestel/board.ts";
import { recommendations } from "./recommendations/board.ts";
import { selfAssessment } from "./self-assessment/board.ts";
import { stakeholderMap } from "./stakeholder-map/board.ts";
import { swot } from "./swot/board.ts";
import { theoryOfChange } from "./theory-of-change/board.ts";
import { tows } from "./tows/board.ts";
import { trainingNeeds } from "./training-needs/board.ts";

const kinds: readonly BoardDefinition[] = [
  swot,
  tows,
  monitoringTool,
  actionPlan,
  genderBalanceSheet,
  discriminationMonitoringTool,
  trainingNeeds,
  recommendations,
  stakeholderMap,
  focusGroup,
  pestel,
  theoryOfChange,
  selfAssessment,
  peerReview,
  localStrategy,
  freeBoard,
];

/** Every board kind by its name, in the order in which templates are listed. */
export const boardKinds: ReadonlyMap<string, BoardDefinition> = new Map(
  kinds.map((board) => [board.kind, board]),
);

/**
 * The kinds that the product can open: all but the free board, which has no view yet. Others are declared, tested and
 * read, but no template of theirs is offered: nobody is shown a board that cannot be laid out.
 */
export const OPENABLE_KINDS: ReadonlySet<string> = new Set(
  kinds.filter(({ structure }) => structure.type !== "canvas").map(({ kind }) => kind),
);
