import { addressKey, newId } from "@tavolo/schema";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { openEmbedded } from "@tavolo/server/database/open-embedded.ts";
import { openPostgresql } from "@tavolo/server/database/open-postgresql.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { eachDatabase } from "../support/databases.ts";

/** More than one statement of the migration reads. */
const ITEMS = 2_345;

eachDatabase((kind) => {
  describe("a database from before links were found from both ends", () => {
    it("has every link and every pointer of its items as rows", async () => {
      const { settings, drop } = await kind.createEmpty();
      onTestFinished(drop);
      const dataDir = await mkdtemp(join(tmpdir(), "tavolo-test-"));
      onTestFinished(() => rm(dataDir, { recursive: true }));
      const database = settings.kind === "embedded" ? { kind: "embedded" as const, dataDir } : settings;
      const before =
        database.kind === "embedded"
          ? await openEmbedded(database.dataDir)
          : await openPostgresql(database.url);
      await before.orm.migrator.up({ to: "Migration20261122_Items" });
      const [project, workshop, swot, tows, cluster] = [newId(), newId(), newId(), newId(), newId()];
      const em = before.orm.em.fork();
      const run = (statement: string, ...values: unknown[]) => em.execute(statement, values, "run");
      await run(
        `insert into project (id, name, language, country) values (?, '{"en":"Rights"}', 'en', 'IT')`,
        project,
      );
      await run(
        `insert into workshop (id, project, title, language) values (?, ?, '{"en":"First"}', 'en')`,
        workshop,
        project,
      );
      for (const [id, boardKind] of [
        [swot, "swot"],
        [tows, "tows"],
      ]) {
        await run(
          `insert into board (id, project, workshop, kind, template_id, template_version, title, language)
           values (?, ?, ?, ?, 'any', 1, '{"en":"Board"}', 'en')`,
          id,
          project,
          workshop,
          boardKind,
        );
      }
      const add = (board: string, collection: string, content: object, count: number) =>
        run(
          `insert into board_item (board, collection, id, section, rank, removed, content, created_at, created_seq,
                                   updated_at, updated_seq, project, words, provisions)
           select ?, ?, gen_random_uuid(), 'S', 'a', false, ?::jsonb, now(), 1, now(), 1, ?, ''::tsvector, '{}'
             from generate_series(1, ${count}) n`,
          board,
          collection,
          JSON.stringify(content),
          project,
        );
      await add(swot, "notes", { text: "Open late", cluster }, ITEMS);
      await add(swot, "clusters", { name: "Doors" }, 1);
      const key = addressKey({ board: swot, collection: "clusters", item: cluster });
      await add(tows, "factors", { text: "Doors", source: { [key]: { kind: "swot", text: "Doors" } } }, 2);
      await before.close();

      const after = await openDatabase({ database });
      expect(after.migrated).toContain("Migration20261129_Links");
      const found = await after.orm.em.fork().execute<object[]>(
        `select collection, field, leads_on, pointer, kind, text, cast(count(*) as int) as links from item_link
          where target_board = ? and target_collection = 'clusters' and target = ? and project = ?
          group by 1, 2, 3, 4, 5, 6 order by 1`,
        [swot, cluster, project],
      );
      expect(found).toEqual([
        {
          collection: "factors",
          field: "source",
          leads_on: false,
          pointer: false,
          kind: "swot",
          text: "Doors",
          links: 2,
        },
        {
          collection: "notes",
          field: "cluster",
          leads_on: true,
          pointer: true,
          kind: "swot",
          text: "",
          links: ITEMS,
        },
      ]);
      await after.close();
    });
  });
});
