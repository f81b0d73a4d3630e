import type { SyncEngine } from "../sync/sync-engine.ts";
import { organisationCalled } from "./demo-actors.ts";
import { DEMO_BOARDS } from "./demo-boards.ts";
import { demoId } from "./demo-ids.ts";
import { demoLinks } from "./demo-links.ts";
import { exampleConfrontation } from "./example-confrontation.ts";
import { exampleRecommendations as example } from "./example-recommendations.ts";
import { minutesAfter } from "./minutes-after.ts";
import type { LinkGroups } from "./swot-groups.ts";

/** The board of recommendations, each with its trace to groups of the SWOT and to strategies. */
export const writeRecommendations = async (engine: SyncEngine, groups: LinkGroups): Promise<void> => {
  const { began, actor, cards } = example;
  const { strategies } = exampleConfrontation;
  await Promise.all(
    cards.map((card, index) =>
      engine.edit({
        boardId: DEMO_BOARDS.recommendations.id,
        actor,
        at: minutesAfter(began, 5 * index),
        apply: (editor) =>
          editor.add("cards", {
            id: demoId("recommendation", card.code),
            section: "recommendation",
            text: card.text,
            language: card.language,
            translations: card.translations,
            addressee: organisationCalled(card.addressee),
            level: card.level,
            trace: { ...groups(card.trace), ...demoLinks("strategy", strategies, card.strategies) },
            standards: card.standards,
            impact: card.impact,
            effort: card.effort,
            deadline: card.deadline,
          }),
      }),
    ),
  );
};
