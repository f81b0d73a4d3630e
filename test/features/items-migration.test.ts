import { newId } from "@tavolo/schema";
import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { openEmbedded } from "@tavolo/server/database/open-embedded.ts";
import { openPostgresql } from "@tavolo/server/database/open-postgresql.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { eachDatabase } from "../support/databases.ts";

/** More than one statement of the migration writes. */
const ITEMS = 2_345;

eachDatabase((kind) => {
  describe("a database from before items were found across boards", () => {
    it("has every item found by its words, its provisions and its project", async () => {
      const { settings, drop } = await kind.createEmpty();
      onTestFinished(drop);
      const dataDir = await mkdtemp(join(tmpdir(), "tavolo-test-"));
      onTestFinished(() => rm(dataDir, { recursive: true }));
      const database = settings.kind === "embedded" ? { kind: "embedded" as const, dataDir } : settings;

      const before =
        database.kind === "embedded"
          ? await openEmbedded(database.dataDir)
          : await openPostgresql(database.url);
      await before.orm.migrator.up({ to: "Migration20261122_DatabasePlace" });
      const [project, workshop, board] = [newId(), newId(), newId()];
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
      await run(
        `insert into board (id, project, workshop, kind, template_id, template_version, title, language)
         values (?, ?, ?, 'swot', 'civic-space-swot', 1, '{"en":"SWOT"}', 'en')`,
        board,
        project,
        workshop,
      );
      await run(
        `insert into board_item (board, collection, id, section, rank, removed, content, created_at, created_seq,
                                 updated_at, updated_seq)
         select ?, 'notes', gen_random_uuid(), 'S', 'a', false,
                json_build_object('text', 'Città ' || n, 'charterArticles', json_build_array('CFR-11'),
                                  'translations', '{"de":{"text":"Straße","status":"human"}}'::json),
                now(), 1, now(), 1
           from generate_series(1, ${ITEMS}) n`,
        board,
      );
      await before.close();

      const after = await openDatabase({ database });
      expect(after.migrated).toContain("Migration20261122_Items");
      const found = await after.orm.em.fork().execute<object[]>(
        `select cast(count(*) as int) as items, cast(count(distinct words) as int) as words from board_item
          where project = ? and words @@ 'citta & stras:*' and provisions = '{CFR-11}'`,
        [project],
      );
      expect(found).toEqual([{ items: ITEMS, words: ITEMS }]);
      await after.close();
    });
  });
});
