import type { SyncEngine } from "../sync/sync-engine.ts";
import { namedOrganisation, organisationCalled } from "./demo-actors.ts";
import { DEMO_BOARDS } from "./demo-boards.ts";
import { demoId } from "./demo-ids.ts";
import { demoLinks } from "./demo-links.ts";
import { exampleConfrontation } from "./example-confrontation.ts";
import { exampleIndicators as example } from "./example-indicators.ts";
import { exampleRecommendations } from "./example-recommendations.ts";
import { minutesAfter } from "./minutes-after.ts";

/** The monitoring tool: the card of every indicator, by the organisation that proposed it. */
export const writeMonitoringTool = async (engine: SyncEngine): Promise<void> => {
  const { began, cards } = example;
  await Promise.all(
    cards.map((card, index) =>
      engine.edit({
        boardId: DEMO_BOARDS.monitoringTool.id,
        actor: card.actor,
        at: minutesAfter(began, 4 * index),
        apply: (editor) =>
          editor.add("indicators", {
            ...card.fields,
            id: demoId("indicator", card.code),
            dataHolder: namedOrganisation(card.dataHolder, card.language),
            dutyBearer: organisationCalled(card.dutyBearer),
            proposedBy: namedOrganisation(card.proposedBy, card.language),
            comesFrom: {
              ...demoLinks("recommendation", exampleRecommendations.cards, card.comesFrom),
              ...demoLinks("strategy", exampleConfrontation.strategies, card.comesFrom),
            },
          }),
      }),
    ),
  );
};
