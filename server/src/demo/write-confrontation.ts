import { scoreKey } from "@tavolo/schema";
import type { SyncEngine } from "../sync/sync-engine.ts";
import { demoModerator, namedOrganisation, speakerOf } from "./demo-actors.ts";
import { DEMO_BOARDS } from "./demo-boards.ts";
import { demoId } from "./demo-ids.ts";
import { demoLinks } from "./demo-links.ts";
import { exampleConfrontation as example, SCORING_GROUPS } from "./example-confrontation.ts";
import { minutesAfter } from "./minutes-after.ts";
import type { LinkGroups } from "./swot-groups.ts";

/** The TOWS board: the moderator lays out the groups of the SWOT, three groups score, organisations propose. */
export const writeConfrontation = async (engine: SyncEngine, groups: LinkGroups): Promise<void> => {
  const boardId = DEMO_BOARDS.tows.id;
  const { began, factors, cells, strategies } = example;

  const laidOut = engine.edit({
    boardId,
    actor: demoModerator(),
    at: began,
    apply: (editor) => {
      for (const { code, section, text, language, translations } of factors) {
        const id = demoId("factor", code);
        editor.add("factors", { id, side: section, text, language, translations, source: groups([code]) });
      }
    },
  });

  const scored = Object.entries(SCORING_GROUPS).map(([known, { group, organisation }], index) =>
    engine.edit({
      boardId,
      actor: speakerOf(organisation).actor,
      at: minutesAfter(began, 20 + index),
      apply: (editor) => {
        for (const { row, column, scores } of cells) {
          const score = scores.find((candidate) => candidate.group === known)?.score;
          if (score === undefined) continue;
          editor.set("factors", demoId("factor", row), {
            scores: { [scoreKey(demoId("factor", column), group)]: score },
          });
        }
      },
    }),
  );

  const proposed = strategies.map((strategy, index) =>
    engine.edit({
      boardId,
      actor: strategy.actor,
      at: minutesAfter(began, 60 + 3 * index),
      apply: (editor) =>
        editor.add("strategies", {
          id: demoId("strategy", strategy.code),
          section: strategy.quadrant,
          strategy: strategy.text,
          language: strategy.language,
          translations: strategy.translations,
          linkedItems: demoLinks("factor", factors, strategy.linked),
          impact: strategy.impact,
          feasibility: strategy.feasibility,
          owner: namedOrganisation(strategy.owner, strategy.language),
          horizon: strategy.horizon,
        }),
    }),
  );

  await Promise.all([laidOut, ...scored, ...proposed]);
};
