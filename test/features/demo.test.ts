import example from "@tavolo/schema/boards/swot/example.json" with { type: "json" };
import type { SwotCluster, SwotNote } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import type { Orm } from "@tavolo/server/database/orm.ts";
import { type DemoLinks, loadDemo } from "@tavolo/server/demo/load-demo.ts";
import { createBoardPubSub } from "@tavolo/server/graphql/pub-sub.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { countGroups } from "@tavolo/server/participants/shown-groups.ts";
import { ProjectSchema } from "@tavolo/server/projects/project.entity.ts";
import { createLiveAccess } from "@tavolo/server/people/live-access.ts";
import { createSyncEngine } from "@tavolo/server/sync/engine.ts";
import { BoardEventSchema } from "@tavolo/server/sync/projection/board-event.entity.ts";
import { type BoardItem, BoardItemSchema } from "@tavolo/server/sync/projection/board-item.entity.ts";
import type { SyncEngine } from "@tavolo/server/sync/sync-engine.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";

const config = { publicUrl: "http://tavolo.test" };
const log = silentLog();

eachDatabase((kind) => {
  describe("the demonstration workshop", () => {
    let orm: Orm;
    let engine: SyncEngine;
    let stop: () => Promise<void>;
    let links: DemoLinks;
    let seconds: number;

    beforeAll(async () => {
      const { settings, drop } = await kind.create();
      const database = await openDatabase({ database: settings });
      orm = database.orm;
      engine = createSyncEngine({
        em: orm.em,
        pubSub: createBoardPubSub(),
        access: createLiveAccess({ em: orm.em, log }),
        log,
      });
      stop = async () => {
        await engine.close();
        await database.close();
        await drop();
      };
      const began = performance.now();
      links = await loadDemo({ orm, engine, config, log });
      seconds = (performance.now() - began) / 1000;
    });
    afterAll(() => stop());

    const boardId = (url: string) => url.split("/").at(-1) ?? "";
    const items = async (url: string, collection: string): Promise<BoardItem[]> =>
      orm.em.fork().find(BoardItemSchema, { board: boardId(url), collection });
    const noteSaying = (rows: readonly BoardItem[], text: string) => {
      const row = rows.find(({ content }) => content["text"] === text);
      return { row, content: row?.content as unknown as SwotNote };
    };

    test("is there within seconds", () => {
      expect(seconds).toBeLessThan(5);
    });

    test("has an open board and a frozen copy that says why", async () => {
      const em = orm.em.fork();
      const open = await em.findOneOrFail(BoardSchema, { id: boardId(links.boardUrl) });
      const frozen = await em.findOneOrFail(BoardSchema, { id: boardId(links.frozenBoardUrl) });
      expect(open).toMatchObject({ state: "open", display: "group", language: "it" });
      expect(frozen).toMatchObject({ state: "frozen", display: "group" });
      expect(frozen.stateReason).toContain("End of the workshop");
    });

    test("keeps every note in both languages, each by its writer at its time", async () => {
      for (const url of [links.boardUrl, links.frozenBoardUrl]) {
        const rows = await items(url, "notes");
        expect(rows).toHaveLength(example.notes.length);
        for (const note of example.notes) {
          const [own, other] =
            note.original_language === "it" ? (["it", "en"] as const) : (["en", "it"] as const);
          const { row, content } = noteSaying(rows, note.text[own]);
          expect(content).toMatchObject({
            language: own,
            translations: { [other]: { text: note.text[other], status: "human" } },
            section: note.section,
            factor: note.factor,
            charterArticles: note.standards.toSorted(),
            removed: false,
          });
          expect(row?.createdAt).toEqual(new Date(note.created_at));
          const author = await orm.em.fork().findOneOrFail(ParticipantSchema, { id: row?.createdBy ?? "" });
          expect(author.displayName).toBe(
            example.participants.find(({ id }) => id === note.author_participant_id)?.pseudonym,
          );
        }
      }
    });

    test("gathers the notes into its clusters, named in both languages", async () => {
      const notes = await items(links.boardUrl, "notes");
      const clusters = await items(links.boardUrl, "clusters");
      expect(clusters).toHaveLength(example.clusters.length);
      for (const cluster of example.clusters) {
        const row = clusters.find(({ content }) => content["name"] === cluster.title.it);
        const content = row?.content as unknown as SwotCluster;
        expect(content.translations.en).toEqual({ text: cluster.title.en, status: "human" });
        const members = notes.filter((note) => note.cluster === row?.id).map(({ content: { text } }) => text);
        const told = example.notes.filter(({ cluster_id }) => cluster_id === cluster.id);
        expect(new Set(members)).toEqual(
          new Set(told.map((note) => (note.original_language === "it" ? note.text.it : note.text.en))),
        );
      }
    });

    test("tells that the workshop moved a note from strengths to opportunities", async () => {
      const moved = await orm.em.fork().find(BoardEventSchema, {
        board: boardId(links.boardUrl),
        type: "item.moved",
        payload: { fromSection: "S", toSection: "O" },
      });
      expect(moved).toHaveLength(1);
    });

    test("seats eighteen participants of the published groups, under pseudonyms", async () => {
      const seats = await orm.em.fork().find(ParticipantSchema, { role: "contributor" });
      expect(Object.fromEntries(countGroups(seats))).toEqual({
        municipality: 5,
        cso: 7,
        community: 3,
        academia: 1,
        resident: 2,
      });
    });

    test("is loaded once, and gives new links at each start", async () => {
      const before = await orm.em.fork().findOneOrFail(BoardSchema, { id: boardId(links.boardUrl) });
      const again = await loadDemo({ orm, engine, config, log });
      const after = await orm.em.fork().findOneOrFail(BoardSchema, { id: boardId(again.boardUrl) });
      expect(await orm.em.fork().count(ProjectSchema)).toBe(1);
      expect(after.headSeq).toBe(before.headSeq);
      expect(again.boardUrl).toBe(links.boardUrl);
      expect(again.moderatorLink).toMatch(/^http:\/\/tavolo\.test\/sign-in#.{43}$/);
      expect(new Set([links.moderatorLink, again.moderatorLink, ...again.participantLinks]).size).toBe(4);
    });

    test("leaves a copy alone that a moderator has reopened", async () => {
      const moderator = await orm.em
        .fork()
        .findOneOrFail(ParticipantSchema, { role: "moderator", workshop: null });
      const id = boardId(links.frozenBoardUrl);
      const actor = { participantId: moderator.id, role: "moderator", kind: "human" } as const;
      await engine.changeState({ boardId: id, actor, state: "open", reason: "One more word" });
      await loadDemo({ orm, engine, config, log });
      expect(await orm.em.fork().findOneOrFail(BoardSchema, { id })).toMatchObject({ state: "open" });
    });
  });
});
