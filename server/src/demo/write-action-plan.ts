import type { SyncEngine } from "../sync/sync-engine.ts";
import { namedOrganisation } from "./demo-actors.ts";
import { DEMO_BOARDS } from "./demo-boards.ts";
import { demoId } from "./demo-ids.ts";
import { demoLinks } from "./demo-links.ts";
import { exampleActions as example } from "./example-actions.ts";
import { exampleIndicators } from "./example-indicators.ts";
import { exampleRecommendations } from "./example-recommendations.ts";
import { minutesAfter } from "./minutes-after.ts";
import type { LinkGroups } from "./swot-groups.ts";

/** The action plan: who does what by when, what it comes from and which indicator it is measured by. */
export const writeActionPlan = async (engine: SyncEngine, groups: LinkGroups): Promise<void> => {
  const { began, actions } = example;
  await Promise.all(
    actions.map((action, index) =>
      engine.edit({
        boardId: DEMO_BOARDS.actionPlan.id,
        actor: action.actor,
        at: minutesAfter(began, 5 * index),
        apply: (editor) =>
          editor.add("actions", {
            id: demoId("action", action.code),
            section: action.area,
            action: action.text,
            language: action.language,
            translations: action.translations,
            owner: namedOrganisation(action.owner, action.language),
            deadline: action.deadline,
            indicator: demoLinks("indicator", exampleIndicators.cards, action.indicators),
            comesFrom: {
              ...groups(action.groups),
              ...demoLinks("recommendation", exampleRecommendations.cards, action.recommendations),
            },
          }),
      }),
    ),
  );
};
