import { BoardSchema } from "../boards/board.entity.ts";
import type { Config } from "../config.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import type { Orm } from "../database/orm.ts";
import type { Log } from "../log.ts";
import { createSignInLink } from "../people/create-sign-in-link.ts";
import type { SyncEngine } from "../sync/sync-engine.ts";
import { demoModerator } from "./demo-actors.ts";
import { DEMO_BOARDS } from "./demo-boards.ts";
import { demoId } from "./demo-ids.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";
import { insertDemoRows } from "./insert-demo-rows.ts";
import { replayWorkshop } from "./replay-workshop.ts";
import { swotGroups } from "./swot-groups.ts";
import { writeActionPlan } from "./write-action-plan.ts";
import { writeConfrontation } from "./write-confrontation.ts";
import { writeMonitoringTool } from "./write-monitoring-tool.ts";
import { writeRecommendations } from "./write-recommendations.ts";

/** How someone who has just started the server gets in. */
export interface DemoLinks {
  /** One-time, as are those of the participants; made anew at each start. */
  readonly moderatorLink: string;
  readonly participantLinks: readonly [string, string];
  readonly boardUrl: string;
  readonly frozenBoardUrl: string;
  readonly projectUrl: string;
}

/** An office of the city and an association: one writes English, the other Italian. */
const GUESTS = ["p-01", "p-06"] as const;

const FREEZE_REASON = "Fine del laboratorio: risultato condiviso. / End of the workshop: agreed result.";

/** How each board gets its content, in order; each in one commit, so that a stop leaves it full or empty. */
const writers = ({
  em,
  engine,
}: {
  em: EntityManager;
  engine: SyncEngine;
}): [keyof typeof DEMO_BOARDS, (boardId: string) => Promise<void>][] => [
  ["open", (boardId) => replayWorkshop(engine, boardId)],
  ["frozen", (boardId) => replayWorkshop(engine, boardId)],
  ["tows", async () => writeConfrontation(engine, await swotGroups(em))],
  ["recommendations", async () => writeRecommendations(engine, await swotGroups(em))],
  ["monitoringTool", () => writeMonitoringTool(engine)],
  ["actionPlan", async () => writeActionPlan(engine, await swotGroups(em))],
];

/** Loads the demonstration where it is missing, from the workshop to the action plan, and makes links to it. */
export const loadDemo = async ({
  orm,
  engine,
  config,
  log,
}: {
  orm: Orm;
  engine: SyncEngine;
  config: Pick<Config, "publicUrl">;
  log: Log;
}): Promise<DemoLinks> => {
  const em = orm.em.fork();
  await insertDemoRows(em);
  for (const [name, write] of writers({ em, engine })) {
    const { id } = DEMO_BOARDS[name];
    // A demonstration that an earlier version has loaded stays as it is.
    const board = await em.findOne(BoardSchema, { id });
    if (!board || board.headSeq > 0) continue;
    await write(id);
    log.info({ boardId: id }, "demonstration board written");
  }
  const frozen = await em.fork().findOneOrFail(BoardSchema, { id: DEMO_BOARDS.frozen.id });
  // Once: a copy that a moderator has reopened stays open.
  if (!frozen.stateChangedAt) {
    await engine.changeState({
      boardId: frozen.id,
      actor: demoModerator(),
      state: "frozen",
      reason: FREEZE_REASON,
    });
  }

  const link = async (code: string) =>
    (await createSignInLink(em, config, { personId: demoId("person", code) })).url;
  return {
    moderatorLink: await link(example.moderators[0]?.code ?? ""),
    participantLinks: [await link(GUESTS[0]), await link(GUESTS[1])],
    boardUrl: `${config.publicUrl}/boards/${DEMO_BOARDS.open.id}`,
    frozenBoardUrl: `${config.publicUrl}/boards/${frozen.id}`,
    projectUrl: `${config.publicUrl}/projects/${demoId("project")}`,
  };
};
