import { openDatabase } from "@tavolo/server/database/open-database.ts";
import { migrations } from "@tavolo/server/database/migrations/migrations.ts";
import type { Orm } from "@tavolo/server/database/orm.ts";
import { PersonSchema } from "@tavolo/server/people/person.entity.ts";
import { SignInLinkSchema } from "@tavolo/server/people/sign-in-link.entity.ts";
import { createSetUpLink } from "@tavolo/server/people/create-set-up-link.ts";
import { signInWithLink } from "@tavolo/server/people/sign-in-with-link.ts";
import { startSession } from "@tavolo/server/people/start-session.ts";
import { SessionSchema } from "@tavolo/server/people/session.entity.ts";
import { anonymous } from "@tavolo/server/people/viewer.ts";
import { newId } from "@tavolo/schema";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { eachDatabase, postgresql, postgresqlAnswers, type TestDatabase } from "../support/databases.ts";

const SECOND_CONNECTION = "A query inside a transaction went to another entity manager";

const open = async (kind: TestDatabase, create = kind.create) => {
  const { settings, drop } = await create();
  const database = await openDatabase({ database: settings });
  onTestFinished(async () => {
    await database.close();
    await drop();
  });
  return database;
};

eachDatabase((kind) => {
  describe("migrations", () => {
    it("bring an empty database to exactly what the entities describe", async () => {
      const { orm, migrated } = await open(kind, kind.createEmpty);
      expect(migrated).toEqual(migrations.map(({ name }) => name));
      expect(await orm.schema.getUpdateSchemaSQL({ wrap: false })).toBe("");
    });

    it("do nothing on the next start", async () => {
      const { settings, drop } = await kind.create();
      onTestFinished(drop);
      await (await openDatabase({ database: settings })).close();
      const next = await openDatabase({ database: settings });
      expect(next.migrated).toEqual([]);
      await next.close();
    });

    it("refuse what no command would write", async () => {
      const { orm } = await open(kind);
      const em = orm.em.fork();
      const rejected = em.execute(
        `insert into organisation (id, project, name, type) values (?, ?, '{"en":"x"}', 'company')`,
        [newId(), newId()],
      );
      await expect(rejected).rejects.toThrow(/organisation_type_check/);
    });
  });

  describe("a transaction", () => {
    let orm: Orm;
    let close: () => Promise<unknown>;
    beforeAll(async () => {
      const { settings, drop } = await kind.create();
      const database = await openDatabase({ database: settings });
      orm = database.orm;
      close = () => database.close().then(drop);
    });
    afterAll(() => close());

    it("is told at once about a query on another entity manager, which could wait for it for ever", async () => {
      const stray = orm.em.fork().transactional(async (tx) => {
        await tx.count(PersonSchema);
        return orm.em.fork().count(PersonSchema);
      });
      await expect(stray).rejects.toThrow(SECOND_CONNECTION);
    });

    it("is told at once about a second transaction inside it", async () => {
      const stray = orm.em.fork().transactional(() => orm.em.fork().transactional(async () => "never"));
      await expect(stray).rejects.toThrow(SECOND_CONNECTION);
    });

    it("may nest on its own entity manager", async () => {
      const nested = await orm.em
        .fork()
        .transactional((tx) => tx.transactional(async (inner) => inner.count(PersonSchema)));
      expect(nested).toBe(0);
    });

    it("leaves the database usable after it was refused", async () => {
      const em = orm.em.fork();
      const stray = em.transactional(async (tx) => {
        await tx.insert(PersonSchema, { id: newId() });
        await orm.em.fork().count(PersonSchema);
      });
      await expect(stray).rejects.toThrow(SECOND_CONNECTION);
      expect(await orm.em.fork().count(PersonSchema)).toBe(0);
    });

    it("does not hold back what runs beside it", async () => {
      const counts = await Promise.all([
        orm.em.fork().transactional(async (tx) => tx.count(PersonSchema)),
        orm.em.fork().count(PersonSchema),
        orm.em.fork().transactional(async (tx) => tx.count(PersonSchema)),
      ]);
      expect(counts).toEqual([0, 0, 0]);
    });
  });

  describe("a sign-in link", () => {
    const config = { publicUrl: "http://127.0.0.1:4000" };
    const tokenOf = (url: string) => new URL(url).hash.slice(1);

    it("signs in one of two clicks at once", async () => {
      const { orm } = await open(kind);
      const link = await createSetUpLink(orm.em.fork(), config);
      const click = () => signInWithLink(orm.em.fork(), { token: tokenOf(link!.url), viewer: anonymous });
      const outcomes = await Promise.allSettled([click(), click()]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
        reason: { code: "LINK_USED" },
      });
    });

    it("is refused after its time, and when it is unknown", async () => {
      const { orm } = await open(kind);
      const em = orm.em.fork();
      const link = await createSetUpLink(em, config);
      await em.nativeUpdate(SignInLinkSchema, {}, { expiresAt: new Date(0) });
      for (const token of [tokenOf(link!.url), "unknown"]) {
        const late = signInWithLink(orm.em.fork(), { token, viewer: anonymous });
        await expect(late).rejects.toMatchObject({ code: "LINK_EXPIRED" });
      }
    });

    it("for setting up is offered until an administrator has signed in, and only the last one works", async () => {
      const { orm } = await open(kind);
      const first = await createSetUpLink(orm.em.fork(), config);
      const second = await createSetUpLink(orm.em.fork(), config);
      const late = signInWithLink(orm.em.fork(), { token: tokenOf(first!.url), viewer: anonymous });
      await expect(late).rejects.toMatchObject({ code: "LINK_EXPIRED" });
      await signInWithLink(orm.em.fork(), { token: tokenOf(second!.url), viewer: anonymous });
      expect(await createSetUpLink(orm.em.fork(), config)).toBeNull();
      expect(await orm.em.fork().count(PersonSchema, { administrator: true })).toBe(1);
    });
  });

  it("keeps no secret that would open anything", async () => {
    const { orm } = await open(kind);
    const em = orm.em.fork();
    const personId = newId();
    await em.insert(PersonSchema, { id: personId });
    const { token } = await startSession(em, { personId });
    const session = await orm.em.fork().findOneOrFail(SessionSchema, { person: personId });
    expect(session.tokenHash).toHaveLength(32);
    expect(JSON.stringify(session)).not.toContain(token);
  });
});

describe.skipIf(!postgresqlAnswers)("two servers that start at once on an empty PostgreSQL", () => {
  it("both come up, and the schema is made once", async () => {
    const { settings, drop } = await postgresql.createEmpty();
    const both = await Promise.all([1, 2].map(() => openDatabase({ database: settings })));
    onTestFinished(async () => {
      await Promise.all(both.map((database) => database.close()));
      await drop();
    });
    expect(both.flatMap(({ migrated }) => migrated)).toEqual(migrations.map(({ name }) => name));
  });
});

describe("a PostgreSQL that cannot be used", () => {
  it("is named in one sentence, without its password", async () => {
    const url = "postgresql://tavolo:secret@127.0.0.1:1/tavolo";
    const opening = openDatabase({ database: { kind: "postgresql", url } });
    await expect(opening).rejects.toThrow(
      "The database postgresql://tavolo@127.0.0.1:1/tavolo cannot be used: nothing answers there (ECONNREFUSED). Check DATABASE_URL.",
    );
  });

  it.skipIf(!postgresqlAnswers)("is not made anew when its name was mistyped", async () => {
    const { settings, drop } = await postgresql.create();
    onTestFinished(drop);
    if (settings.kind !== "postgresql") throw new Error("This is not PostgreSQL.");
    const url = `${settings.url}_mistyped`;
    for (const attempt of [1, 2]) {
      const opening = openDatabase({ database: { kind: "postgresql", url } });
      await expect(opening, `attempt ${attempt}`).rejects.toThrow("there is no database of that name");
    }
  });
});
