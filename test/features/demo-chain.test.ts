import monitoring from "@tavolo/schema/boards/monitoring-tool/example.json" with { type: "json" };
import swot from "@tavolo/schema/boards/swot/example.json" with { type: "json" };
import towsExample from "@tavolo/schema/boards/tows/example.json" with { type: "json" };
import {
  boardKinds,
  confront,
  type Link,
  type LinkCopy,
  linksOf,
  stillToFill,
  TOWS_SECTION_KEYS,
  type TowsFactor,
} from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import type { Orm } from "@tavolo/server/database/orm.ts";
import { DEMO_BOARDS } from "@tavolo/server/demo/demo-boards.ts";
import { loadDemo } from "@tavolo/server/demo/load-demo.ts";
import { createBoardPubSub } from "@tavolo/server/graphql/pub-sub.ts";
import { silentLog } from "@tavolo/server/log.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { createLiveAccess } from "@tavolo/server/people/live-access.ts";
import { createSyncEngine } from "@tavolo/server/sync/engine.ts";
import { type BoardItem, BoardItemSchema } from "@tavolo/server/sync/projection/board-item.entity.ts";
import type { SyncEngine } from "@tavolo/server/sync/sync-engine.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";

const config = { publicUrl: "http://tavolo.test" };
const log = silentLog();
const { tows, recommendations, monitoringTool, actionPlan } = DEMO_BOARDS;

eachDatabase((kind) => {
  describe("what follows from the demonstration’s workshop", () => {
    let orm: Orm;
    let engine: SyncEngine;
    let restartEngine: () => Promise<void>;
    let stop: () => Promise<void>;

    beforeAll(async () => {
      const { settings, drop } = await kind.create();
      const database = await openDatabase({ database: settings });
      orm = database.orm;
      const newEngine = () =>
        createSyncEngine({
          em: orm.em,
          pubSub: createBoardPubSub(),
          access: createLiveAccess({ em: orm.em, log }),
          log,
        });
      engine = newEngine();
      restartEngine = async () => {
        await engine.close();
        engine = newEngine();
      };
      stop = async () => {
        await engine.close();
        await database.close();
        await drop();
      };
      // A start that is stopped once two boards are written, and the next one.
      await loadDemo({ orm, engine: stoppingAt(engine, recommendations.id), config, log }).then(
        () => Promise.reject(new Error("The first start was not stopped.")),
        () => {},
      );
      await restartEngine();
      await loadDemo({ orm, engine, config, log });
    });
    afterAll(() => stop());

    const stoppingAt = (inner: SyncEngine, boardId: string): SyncEngine => ({
      ...inner,
      edit: (request) =>
        request.boardId === boardId ? Promise.reject(new Error("stopped")) : inner.edit(request),
    });
    const items = async (board: string, collection: string): Promise<BoardItem[]> =>
      orm.em.fork().find(BoardItemSchema, { board, collection }, { orderBy: { rank: "asc" } });
    const linksIn = (row: BoardItem | undefined, field: string): Link[] =>
      linksOf(row?.content[field] as Readonly<Record<string, LinkCopy>>);
    const withWords = (rows: readonly BoardItem[], field: string, words: string) =>
      rows.find(({ content }) => content[field] === words);

    test("stands on a board each, in the order of the method", async () => {
      const boards = await orm.em.fork().find(BoardSchema, {}, { orderBy: { createdAt: "asc" } });
      expect(boards.map(({ kind: of }) => of)).toEqual([
        "swot",
        "swot",
        "tows",
        "recommendations",
        "monitoring_tool",
        "action_plan",
      ]);
      expect(boards.every(({ headSeq, projectedSeq }) => headSeq > 0 && headSeq === projectedSeq)).toBe(true);
    });

    test("adds up to the confrontation’s quadrants", async () => {
      const rows = await items(tows.id, "factors");
      expect(rows).toHaveLength(12);
      const factors = rows.map(({ id, content, removed }) => ({
        ...(content as unknown as TowsFactor),
        id,
        removed,
      }));
      const { cells, quadrants } = confront(factors);
      expect(cells.map(({ scores }) => scores.length)).toEqual(Array.from({ length: 36 }, () => 3));
      for (const key of TOWS_SECTION_KEYS) {
        const { pairs, mean } = towsExample.quadrant_means[key];
        expect(quadrants.get(key)?.scored).toBe(pairs);
        expect(Math.abs((quadrants.get(key)?.mean ?? 0) - mean)).toBeLessThan(0.01);
      }
    });

    test("has every indicator of the example, complete, in the language it was proposed in", async () => {
      const rows = await items(monitoringTool.id, "indicators");
      expect(rows).toHaveLength(monitoring.indicators.length);
      const definition = boardKinds.get("monitoring_tool")?.collections["indicators"];
      if (!definition) throw new Error("there are no indicators");
      for (const card of monitoring.indicators) {
        const row = withWords(rows, "code", card.code);
        const own = row?.content["language"] === "it" ? "it" : "en";
        const other = own === "it" ? "en" : "it";
        expect(row?.content).toMatchObject({
          section: card.type,
          title: card.title[own],
          translations: { [other]: { text: card.title[other], status: "human" } },
          definition: card.definition[own],
          standards: card.standards,
          baseline: card.baseline?.value ?? null,
          target: card.target?.value ?? null,
        });
        const missing = stillToFill(definition, { rank: "", removed: false, ...row?.content });
        expect(missing).toEqual(card.disaggregation.length > 0 ? [] : ["disaggregation"]);
        const author = await orm.em.fork().findOneOrFail(ParticipantSchema, { id: row?.createdBy ?? "" });
        expect(author.language).toBe(own);
      }
      const languages = new Set(rows.map(({ content }) => content["language"]));
      expect(languages).toEqual(new Set(["en", "it"]));
    });

    test("links from each result to what it comes from, and only to what is there", async () => {
      const em = orm.em.fork();
      const all = await em.find(BoardItemSchema, {});
      const known = new Set(all.map(({ board, collection, id }) => `${board}/${collection}/${id}`));
      const targets = all.flatMap(({ content }) =>
        ["source", "linkedItems", "trace", "comesFrom", "indicator"]
          .map((field) => content[field])
          .flatMap((value) => (typeof value === "object" && value !== null ? Object.keys(value) : [])),
      );
      expect(targets.length).toBeGreaterThan(80);
      expect(targets.filter((address) => !known.has(address))).toEqual([]);

      const factors = await items(tows.id, "factors");
      expect(factors.map((row) => linksIn(row, "source").length)).toEqual(
        Array.from({ length: 12 }, () => 1),
      );
      const strategies = await items(tows.id, "strategies");
      for (const { text, linked } of towsExample.strategies) {
        const strategy =
          withWords(strategies, "strategy", text.it) ?? withWords(strategies, "strategy", text.en);
        expect(linksIn(strategy, "linkedItems")).toHaveLength(linked.length);
      }
      expect(await items(recommendations.id, "cards")).toHaveLength(swot.recommendations.length);
      const actions = await items(actionPlan.id, "actions");
      expect(actions).toHaveLength(swot.decisions.length + monitoring.round_decisions.length);
      expect(actions.every((row) => linksIn(row, "indicator").length > 0)).toBe(true);
    });

    test("leads from an indicator back to the SWOT’s group", async () => {
      const em = orm.em.fork();
      const targetOf = async (link: Link | undefined) =>
        em.findOneOrFail(BoardItemSchema, {
          board: link?.board ?? "",
          collection: link?.collection ?? "",
          id: link?.item ?? "",
        });
      const indicator = withWords(await items(monitoringTool.id, "indicators"), "code", "OUT-05");
      const recommendation = await targetOf(linksIn(indicator, "comesFrom")[0]);
      const strategy = await targetOf(linksIn(recommendation, "trace").find(({ kind: of }) => of === "tows"));
      const factor = await targetOf(linksIn(strategy, "linkedItems")[0]);
      const [source] = linksIn(factor, "source");
      const group = await targetOf(source);
      expect(group).toMatchObject({ board: DEMO_BOARDS.open.id, collection: "clusters" });
      expect(group.content["name"]).toBe(source?.text);
      expect(swot.clusters.map(({ title }) => title.it)).toContain(source?.text);
    });

    test("is loaded once", async () => {
      const heads = async () =>
        (await orm.em.fork().find(BoardSchema, {}, { orderBy: { id: "asc" } })).map(({ headSeq }) => headSeq);
      const before = await heads();
      await loadDemo({ orm, engine, config, log });
      expect(await heads()).toEqual(before);
    });
  });
});
