import { charterArticles } from "@tavolo/schema/reference/charter";
import { fillFoundBy } from "@tavolo/server/sync/projection/fill-found-by.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { countStatements } from "../support/count-statements.ts";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator, type SignedIn, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";

interface Listed {
  readonly __typename: string;
  readonly id: string;
  readonly excerpt: string;
  readonly updatedAt: string;
  readonly board: { readonly id: string };
  readonly author: { readonly stakeholderGroup: string | null };
}
interface Page {
  readonly nodes: readonly Listed[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const query = `query ($filter: ItemFilter, $first: Int, $after: String) {
  items(filter: $filter, first: $first, after: $after) {
    nodes { __typename id excerpt updatedAt board { id } author { stakeholderGroup } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const list = async (graphql: GraphQLClient, filter: object = {}, page: object = {}): Promise<Page> =>
  (await graphql.run<{ items: Page }>(query, { filter, ...page })).items;
const excerpts = async (graphql: GraphQLClient, filter: object = {}) =>
  (await list(graphql, filter)).nodes.map(({ excerpt }) => excerpt);
const codeOf = async (graphql: GraphQLClient, filter: object, page: object = {}) =>
  (await graphql.send(query, { filter, ...page })).errors[0]?.extensions.code;

/** Reads page after page to the end; `between` runs before each but the first. */
const readAll = async (
  graphql: GraphQLClient,
  filter: object,
  first: number,
  between: (page: number) => Promise<unknown> = async () => {},
): Promise<Listed[]> => {
  const all: Listed[] = [];
  let after: string | null = null;
  for (let page = 1; ; page += 1) {
    const { nodes, pageInfo }: Page = await list(graphql, filter, { first, after });
    all.push(...nodes);
    if (!pageInfo.hasNextPage) return all;
    after = pageInfo.endCursor;
    await between(page);
  }
};

eachDatabase((database) => {
  const server = useTestServer(database);
  let moderator: Pick<SignedIn, "cookie" | "graphql">;

  const change = async <Made = Record<string, { id: string }>>(
    graphql: GraphQLClient,
    mutation: string,
    input: object,
    fields = "{ __typename }",
    type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`,
  ) =>
    (
      await graphql.run<{ made: Made }>(
        `mutation ($input: ${type}!) { made: ${mutation}(input: $input) ${fields} }`,
        { input },
      )
    ).made;
  const addNote = async (who: GraphQLClient, boardId: string, text: string, more: object = {}) =>
    (await change(who, "addNote", { boardId, section: "STRENGTHS", text, ...more }, "{ note { id } }"))[
      "note"
    ]!.id;
  const addCluster = async (who: GraphQLClient, boardId: string, name: string) =>
    (await change(who, "addCluster", { boardId, section: "THREATS", name }, "{ cluster { id } }"))["cluster"]!
      .id;
  const addBoard = async (table: Table, more: object = {}) =>
    (
      await change(
        table.moderator.graphql,
        "createBoard",
        { workshopId: table.workshopId, templateId: "civic-space-swot", title: "Second", ...more },
        "{ board { id } }",
      )
    )["board"]!.id;

  beforeAll(async () => {
    moderator = await signInAdministrator(server);
  });

  describe("items of all boards", () => {
    let table: Table;
    let guest: SignedIn;
    let second: string;
    const [first, other] = charterArticles().map(({ code }) => code) as [string, string];
    const inProject = (filter: object = {}) =>
      excerpts(guest.graphql, { project: table.projectId, ...filter });

    beforeAll(async () => {
      table = await setTable(server, { moderator });
      guest = await table.join();
      second = await addBoard(table);
      const { graphql } = guest;
      await addNote(graphql, table.boardId, "La città è aperta", {
        language: "IT",
        charterArticles: [first],
        affected: ["Jugendliche"],
        translations: [{ language: "DE", text: "Die Straße ist geöffnet", status: "HUMAN" }],
      });
      await addNote(graphql, second, "Łódź reads Greek: ΔΉΜΟΣ", { charterArticles: [other, first] });
      await addNote(graphql, second, "Too loud at night", { section: "THREATS" });
      await addCluster(graphql, second, "Nights belong to everyone");
    });

    test("come last changed first, as what they are, from every board at which one sits", async () => {
      const { nodes } = await list(guest.graphql);
      expect(nodes.map(({ __typename, excerpt, board }) => [__typename, excerpt, board.id])).toEqual([
        ["Cluster", "Nights belong to everyone", second],
        ["Note", "Too loud at night", second],
        ["Note", "Łódź reads Greek: ΔΉΜΟΣ", second],
        ["Note", "La città è aperta", table.boardId],
      ]);
    });

    test("say of every kind what a list needs", async () => {
      const fields = "kind collection sectionKey language provisionIds removed revision excerpt(length: 9)";
      const { items } = await guest.graphql.run<{ items: { nodes: object[] } }>(
        `{ items(filter: { text: "citta" }) { nodes { ${fields} ... on Note { text section } } } }`,
      );
      expect(items.nodes).toEqual([
        {
          kind: "SWOT",
          collection: "notes",
          sectionKey: "S",
          language: "IT",
          provisionIds: [first],
          removed: false,
          revision: 2,
          excerpt: "La città…",
          text: "La città è aperta",
          section: "STRENGTHS",
        },
      ]);
      expect(await codeOf(guest.graphql, {}, { first: 101 })).toBe("INVALID_VALUE");
      const { errors } = await guest.graphql.send("{ items { nodes { excerpt(length: 0) } } }");
      expect(errors[0]?.extensions.code).toBe("INVALID_VALUE");
    });

    test("are filtered by kind, collection, section, provision and all of it together", async () => {
      expect(await inProject({ kind: "SWOT" })).toHaveLength(4);
      expect(await inProject({ collection: "clusters" })).toEqual(["Nights belong to everyone"]);
      expect(await inProject({ section: "T" })).toEqual(["Nights belong to everyone", "Too loud at night"]);
      expect(await inProject({ section: "nowhere" })).toEqual([]);
      expect(await inProject({ provision: other })).toEqual(["Łódź reads Greek: ΔΉΜΟΣ"]);
      expect(await inProject({ provision: first })).toHaveLength(2);
      expect(await inProject({ provision: "\0'" })).toEqual([]);
      expect(await inProject({ provision: first, text: "citta", section: "S", collection: "notes" })).toEqual(
        ["La città è aperta"],
      );
      expect(await inProject({ provision: first, text: "citta", section: "T" })).toEqual([]);
    });

    test("are found by the beginnings of words, whatever their accents and case, in every language", async () => {
      for (const text of ["citta", "CITTÀ ap", "strasse", "STRAẞE", "geoffnet", "jugend", "c i t citt"])
        expect(await inProject({ text }), text).toEqual(["La città è aperta"]);
      for (const text of ["lodz", "ŁÓDŹ", "δημος", "Δήμοσ read"])
        expect(await inProject({ text }), text).toEqual(["Łódź reads Greek: ΔΉΜΟΣ"]);
      expect(await inProject({ text: "night" })).toHaveLength(2);
      expect(await inProject({ text: "ight" })).toEqual([]);
      expect(await inProject({ text: "citta loud" })).toEqual([]);
      for (const text of ["a & !b aa", "ab' or 1=1 --", "ab:*<->cd \\", "zz\0"])
        expect(await inProject({ text }), text).toEqual([]);
    });

    test("are not looked for by less than two letters, nor by a book", async () => {
      for (const text of ["", " ", "a", "a b !", "…", "\ud800"])
        expect(await codeOf(guest.graphql, { text }), JSON.stringify(text)).toBe("TEXT_TOO_SHORT");
      expect(await codeOf(guest.graphql, { text: "a".repeat(201) })).toBe("TEXT_TOO_LONG");
    });

    test("are told by when they changed", async () => {
      const [latest, before] = (await list(guest.graphql)).nodes;
      expect(await inProject({ updatedSince: latest!.updatedAt })).toEqual([latest!.excerpt]);
      expect(await inProject({ updatedSince: before!.updatedAt })).toHaveLength(2);
      const later = new Date(Date.parse(latest!.updatedAt) + 1).toISOString();
      expect(await inProject({ updatedSince: later })).toEqual([]);
    });

    test("are found by what they say now, and in the bin where that is asked for", async () => {
      const id = await addNote(guest.graphql, second, "Zebra crossing");
      const which = { boardId: second, id };
      await change(guest.graphql, "editNote", { ...which, text: "Bicycle lane", charterArticles: [other] });
      expect(await inProject({ text: "zebra" })).toEqual([]);
      expect(await inProject({ text: "bicycle", provision: other })).toEqual(["Bicycle lane"]);
      await change(guest.graphql, "moveNote", { ...which, section: "OPPORTUNITIES" });
      expect(await inProject({ text: "bicycle", section: "O" })).toEqual(["Bicycle lane"]);
      await change(guest.graphql, "removeNote", which);
      expect(await inProject({ text: "bicycle" })).toEqual([]);
      expect(await inProject({ text: "bicycle", removed: true })).toEqual(["Bicycle lane"]);
      expect(await inProject({ text: "bicycle", removed: null })).toEqual(["Bicycle lane"]);
      expect(await inProject({ removed: true })).toEqual(["Bicycle lane"]);
      expect(await inProject({})).toHaveLength(4);
    });

    test("on boards in the archive are found where that is asked for", async () => {
      const away = await addBoard(table);
      await addNote(guest.graphql, away, "From last year");
      await change(
        table.moderator.graphql,
        "archiveBoard",
        { boardId: away },
        "{ __typename }",
        "BoardArchiveInput",
      );
      expect(await inProject({ text: "last year" })).toEqual([]);
      expect(await inProject({ text: "last year", archived: true })).toEqual(["From last year"]);
      expect(await inProject({ archived: true })).toEqual(["From last year"]);
      expect(await inProject({ archived: null })).toHaveLength(5);
    });

    test("that were copied, at one moment and with the ids they had, are still each at a place of its own", async () => {
      await change(
        table.moderator.graphql,
        "duplicateBoard",
        { boardId: second, title: "Copy", content: true },
        "{ __typename }",
      );
      const filter = { project: table.projectId };
      const all = await readAll(guest.graphql, filter, 100);
      const onePerPage = await readAll(guest.graphql, filter, 1);
      expect(onePerPage).toEqual(all);
      expect(new Set(all.map(({ id, board }) => `${board.id} ${id}`)).size).toBe(all.length);
    });
  });

  describe("pages of items", () => {
    test("follow each other whatever is added, changed and taken away meanwhile", async () => {
      const table = await setTable(server, { moderator });
      const { graphql } = await table.join();
      const { boardId } = table;
      const ids: string[] = [];
      for (let n = 0; n < 12; n += 1) ids.push(await addNote(graphql, boardId, `Note ${n}`));
      const before = (await list(graphql)).nodes;
      const filter = { project: table.projectId };

      const seen = await readAll(graphql, filter, 3, async (page) => {
        if (page === 1) {
          // One that was read, one that is still to come, one that stands at the cursor.
          await change(graphql, "editNote", { boardId, id: before[0]!.id, text: "Read and changed" });
          await change(graphql, "editNote", { boardId, id: before[11]!.id, text: "Changed unread" });
          await change(graphql, "removeNote", { boardId, id: before[2]!.id });
          await addNote(graphql, boardId, "Added meanwhile");
        }
        if (page === 2) await change(graphql, "removeNote", { boardId, id: before[7]!.id });
      });
      const away = new Set([before[7]!.id, before[11]!.id]);
      expect(seen.map(({ id }) => id)).toEqual(before.map(({ id }) => id).filter((id) => !away.has(id)));
      const since = await excerpts(graphql, { ...filter, updatedSince: before[0]!.updatedAt });
      expect(since).toEqual(
        expect.arrayContaining(["Added meanwhile", "Changed unread", "Read and changed"]),
      );
    });

    test("begin anew at a cursor that is none of this list", async () => {
      const table = await setTable(server, { moderator });
      const { graphql } = await table.join();
      await addNote(graphql, table.boardId, "One");
      const { board } = await graphql.run<{ board: { notes: { pageInfo: { endCursor: string } } } }>(
        `query ($id: ID!) { board(id: $id) { notes { pageInfo { endCursor } } } }`,
        { id: table.boardId },
      );
      const foreign = (...parts: unknown[]) =>
        Buffer.from(JSON.stringify(["items", ...parts])).toString("base64url");
      const id = table.boardId;
      for (const after of [
        "nonsense",
        board.notes.pageInfo.endCursor,
        foreign("2026-13-45T00:00:00.000Z", id, id, "notes"),
        foreign("2026-01-01T00:00:00.000Z", "no id", id, "notes"),
        foreign("2026-01-01T00:00:00.000Z", id, id, "'; drop table board_item"),
        foreign("2026-01-01T00:00:00.000Z", id, id),
      ])
        expect(await codeOf(graphql, {}, { after }), after).toBe("CURSOR_INVALID");
    });
  });

  describe("who is told of items", () => {
    test("sees those of its own tables alone, whatever it asks for", async () => {
      const own = await setTable(server, { moderator, display: "NAMED" });
      const foreign = await setTable(server, { moderator });
      const guest = await own.join();
      const stranger = await foreign.join();
      await addNote(guest.graphql, own.boardId, "Walrus on the pier", { charterArticles: ["CFR-21"] });
      const filters = [
        {},
        { text: "walrus" },
        { provision: "CFR-21", text: "walrus" },
        { kind: "SWOT", section: "S", stakeholderGroup: "CSO" },
        { updatedSince: "2020-01-01T00:00:00Z", removed: null, archived: null },
      ];
      for (const filter of filters) {
        expect(await excerpts(guest.graphql, filter)).toEqual(["Walrus on the pier"]);
        expect(await excerpts(stranger.graphql, filter), JSON.stringify(filter)).toEqual([]);
      }
      expect(await codeOf(stranger.graphql, { project: own.projectId })).toBe("PROJECT_NOT_FOUND");
      expect(await codeOf(stranger.graphql, { project: "nonsense" })).toBe("PROJECT_NOT_FOUND");
      expect(await codeOf(server.graphql, {})).toBe("UNAUTHENTICATED");
      expect(await excerpts(moderator.graphql, { text: "walrus" })).toEqual(["Walrus on the pier"]);
    });

    test("of one workshop does not see the next one of the same project, unless a board moves there", async () => {
      const table = await setTable(server, { moderator });
      const guest = await table.join();
      const { workshop } = await change(
        moderator.graphql,
        "createWorkshop",
        { projectId: table.projectId, title: "Next door" },
        "{ workshop { id } }",
      );
      const { board } = await change(
        moderator.graphql,
        "createBoard",
        { workshopId: workshop!.id, templateId: "civic-space-swot", title: "Theirs" },
        "{ board { id } }",
      );
      await addNote(moderator.graphql, board!.id, "Behind the wall");
      await addNote(guest.graphql, table.boardId, "Before the wall");
      const filter = { project: table.projectId };
      expect(await excerpts(guest.graphql, filter)).toEqual(["Before the wall"]);
      expect(await excerpts(guest.graphql, { text: "wall" })).toEqual(["Before the wall"]);
      expect(await excerpts(moderator.graphql, filter)).toHaveLength(2);
      await change(moderator.graphql, "moveBoard", { boardId: board!.id, workshopId: table.workshopId });
      expect(await excerpts(guest.graphql, filter)).toHaveLength(2);
      await change(moderator.graphql, "removeParticipant", { participantId: guest.participantId });
      expect(await codeOf(guest.graphql, filter)).toBe("PROJECT_NOT_FOUND");
      expect(await excerpts(guest.graphql)).toEqual([]);
    });

    test("with a token of either scope reads the token’s project alone, until it is revoked", async () => {
      const own = await setTable(server, { moderator });
      const foreign = await setTable(server, { moderator });
      await addNote(moderator.graphql, own.boardId, "For programs");
      await addNote(moderator.graphql, foreign.boardId, "For other programs");
      for (const scope of ["READ", "WRITE"]) {
        const made = await change<{ token: string; apiToken: { id: string } }>(
          moderator.graphql,
          "createApiToken",
          { projectId: own.projectId, name: scope, scope },
          "{ token apiToken { id } }",
        );
        const program = server.graphql.withToken(made.token);
        expect(await excerpts(program)).toEqual(["For programs"]);
        expect(await codeOf(program, { project: foreign.projectId })).toBe("PROJECT_NOT_FOUND");
        await change(moderator.graphql, "revokeApiToken", { id: made.apiToken.id });
        expect(await codeOf(program, {})).toBe("TOKEN_REVOKED");
      }
    });
  });

  describe("the group of a writer", () => {
    const groups = ["MUNICIPALITY", "CSO", "COMMUNITY", "ACADEMIA", "RESIDENT", "REGION", "OTHER"] as const;

    test("finds what shows that group to everybody, and tells no more than the items themselves", async () => {
      const table = await setTable(server, { moderator, display: "NAMED" });
      const boards = [
        table.boardId,
        await addBoard(table, { display: "GROUP" }),
        await addBoard(table, { display: "ANONYMOUS" }),
      ];
      const many = await Promise.all(
        Array.from({ length: 5 }, (_, n) => table.join({ displayName: `Civil ${n}` })),
      );
      const few = await Promise.all([
        table.join({ displayName: "Ada", stakeholderGroup: "ACADEMIA" }),
        table.join({ displayName: "Rex", stakeholderGroup: "RESIDENT" }),
      ]);
      const gone = await table.join({ displayName: "Gone", stakeholderGroup: "REGION" });
      const left = await table.join({ displayName: "Left", stakeholderGroup: "REGION" });
      const writers = [table.moderator, many[0]!, ...few, gone, left];
      for (const [n, writer] of writers.entries())
        for (const boardId of boards) await addNote(writer.graphql, boardId, `Thought ${n}`);
      await change(moderator.graphql, "removeParticipant", { participantId: gone.participantId });
      await left.graphql.run(`mutation ($input: WithdrawInput!) { withdraw(input: $input) { __typename } }`, {
        input: { notes: "KEEP" },
      });

      const key = ({ id, board }: Listed) => `${board.id} ${id}`;
      for (const viewer of [table.moderator, many[0]!, few[0]]) {
        const all = (await list(viewer.graphql, { project: table.projectId }, { first: 100 })).nodes;
        expect(all).toHaveLength(writers.length * boards.length);
        const shown = new Set(all.map(({ author }) => author.stakeholderGroup));
        expect(shown).toEqual(new Set(["CSO", "ACADEMIA", "RESIDENT", "REGION", "OTHER", null]));
        for (const group of groups) {
          const filter = { project: table.projectId, stakeholderGroup: group };
          const found = (await list(viewer.graphql, filter, { first: 100 })).nodes;
          const must = all.filter(({ author }) => author.stakeholderGroup === group);
          expect(found.map(key), group).toEqual(must.map(key));
        }
      }
      const hidden = { project: table.projectId, stakeholderGroup: "ACADEMIA" };
      expect((await list(moderator.graphql, hidden)).nodes.map(({ board }) => board.id)).toEqual([boards[0]]);
    });
  });

  describe("a page", () => {
    test("costs the same number of statements for ten items and for a thousand", async () => {
      const table = await setTable(server, { moderator, display: "GROUP" });
      const guest = await table.join();
      const { graphql } = guest;
      const boards = [table.boardId, await addBoard(table), await addBoard(table, { display: "ANONYMOUS" })];
      const writers = [guest.participantId, table.moderator.participantId];
      const fill = async (count: number) => {
        for (const boardId of boards)
          for (const participantId of writers)
            await server.engine.edit({
              boardId,
              actor: { participantId, role: "contributor", kind: "human" },
              apply: (editor) => {
                for (let n = 0; n < count / boards.length / writers.length; n += 1)
                  editor.add("notes", { section: "S", language: "en", text: `Bench ${n}` });
              },
            });
      };
      const everything = `query ($filter: ItemFilter, $after: String) {
        items(filter: $filter, first: 100, after: $after) {
          nodes {
            id kind collection sectionKey excerpt language provisionIds createdAt updatedAt revision removed
            author { displayName stakeholderGroup isViewer } updatedBy { displayName }
            board { title workshop { title } project { name } }
            ... on Note { text cluster { name } factor { name } }
          }
          pageInfo { endCursor }
        }
      }`;
      const filters = [
        {},
        { project: table.projectId },
        { text: "bench", section: "S" },
        { project: table.projectId, stakeholderGroup: "OTHER" },
      ];
      // The least of three: the engine’s own statements may come between.
      const measure = async () => {
        const counts: number[] = [];
        for (const filter of filters) {
          const read = () => countStatements(server, () => graphql.run(everything, { filter }));
          counts.push(Math.min(await read(), await read(), await read()));
        }
        return counts;
      };
      await fill(10);
      const forTen = await measure();
      await fill(990);
      expect(await measure()).toEqual(forTen);
      expect(Math.max(...forTen)).toBeLessThan(14);
    }, 180_000);
  });

  test("rows that were there before are found as if they had been written since", async () => {
    const table = await setTable(server, { moderator });
    const guest = await table.join();
    await addNote(guest.graphql, table.boardId, "Öffentlich für alle", { charterArticles: ["CFR-11"] });
    const em = server.orm.em.fork();
    const read = () =>
      em.execute(`select id, project, words::text, provisions from board_item where board = ?`, [
        table.boardId,
      ]);
    const before = await read();
    await em.execute(
      `update board_item set words = '', provisions = '{}', project = board where board = ?`,
      [table.boardId],
      "run",
    );
    expect(await excerpts(guest.graphql, { text: "offent" })).toEqual([]);
    await fillFoundBy(em);
    expect(await read()).toEqual(before);
    expect(await excerpts(guest.graphql, { text: "offent", provision: "CFR-11" })).toHaveLength(1);
  });
});
