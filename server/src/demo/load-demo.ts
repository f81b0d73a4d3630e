import { BoardSchema } from "../boards/board.entity.ts";
import type { Config } from "../config.ts";
import type { Orm } from "../database/orm.ts";
import type { Log } from "../log.ts";
import { createSignInLink } from "../people/create-sign-in-link.ts";
import type { SyncEngine } from "../sync/sync-engine.ts";
import { demoId } from "./demo-ids.ts";
import { exampleWorkshop as example } from "./example-workshop.ts";
import { DEMO_BOARDS, insertDemoRows } from "./insert-demo-rows.ts";
import { demoModerator, replayWorkshop } from "./replay-workshop.ts";

/** How someone who has just started the server gets in. */
export interface DemoLinks {
  /** One-time, as are those of the participants; made anew at each start. */
  readonly moderatorLink: string;
  readonly participantLinks: readonly [string, string];
  readonly boardUrl: string;
  readonly frozenBoardUrl: string;
}

/** An office of the city and an association: one writes English, the other Italian. */
const GUESTS = ["p-01", "p-06"] as const;

const FREEZE_REASON = "Fine del laboratorio: risultato condiviso. / End of the workshop: agreed result.";

/** Loads the demonstration workshop where it is missing, an open board and a frozen copy, and makes links to it. */
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
  for (const { id } of Object.values(DEMO_BOARDS)) {
    const board = await em.findOneOrFail(BoardSchema, { id });
    if (board.headSeq > 0) continue;
    await replayWorkshop(engine, id);
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
  };
};
