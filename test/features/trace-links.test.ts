import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addressKey, newId } from "@tavolo/schema";
import { checkBoard } from "@tavolo/server/sync/check/check-board.ts";
import { ItemLinkSchema } from "@tavolo/server/sync/projection/item-link.entity.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { countStatements } from "../support/count-statements.ts";
import { eachDatabase } from "../support/databases.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { type Address, type Chain, layOutChain, linkItems } from "../support/lay-out-chain.ts";
import { seedBoard } from "../support/seed-board.ts";
import { useTestServer } from "../support/start-test-server.ts";

const example = (name: string) =>
  readFileSync(join(import.meta.dirname, "../../docs/examples", name), "utf8");

const unlinkItems = `mutation ($input: UnlinkItemsInput!) {
  unlinkItems(input: $input) { citing { id } field changed revision } }`;

interface Node {
  key: string;
  distance: number;
  state: string;
  text: string;
  kind: string | null;
  address: Address | null;
  item: { text?: string; author: { stakeholderGroup: string | null }; board: { title: string } } | null;
}
interface Trace {
  nodes: Node[];
  edges: { from: string; to: string; label: string | null; field: string | null }[];
  isCut: boolean;
}
interface Link {
  field: string | null;
  label: string | null;
  text: string;
  state: string;
  isOwn: boolean;
  kind: string | null;
  address: Address | null;
  target: { id: string } | null;
}

eachDatabase((database) => {
  const server = useTestServer(database);
  let chain: Chain;
  beforeEach(async () => {
    chain = await layOutChain(server);
  });

  const trace = async (from: Address, more = "", as: GraphQLClient = chain.moderator) =>
    (
      await as.run<{ trace: Trace }>(
        `query ($boardId: ID!, $collection: String!, $id: ID!) {
           trace(boardId: $boardId, collection: $collection, id: $id ${more}) {
             nodes { key distance state text kind address { boardId collection id }
                     item { author { stakeholderGroup } board { title } } }
             edges { from to field label } isCut } }`,
        from,
      )
    ).trace;
  /** The links of an item of any kind. */
  const links = async (
    of: Address,
    direction: "origins" | "results",
    as: GraphQLClient = chain.moderator,
  ) => {
    const answer = await as.run<{
      trace: { nodes: [{ item: Record<string, { nodes: Link[]; totalCount: number }> }] };
    }>(
      `query ($boardId: ID!, $collection: String!, $id: ID!) {
         trace(boardId: $boardId, collection: $collection, id: $id, first: 1, depth: 1) {
           nodes { item { ${direction} { totalCount nodes {
             field label(language: EN) text state isOwn kind address { boardId collection id } target { id } } } } } } }`,
      of,
    );
    return answer.trace.nodes[0].item[direction]!.nodes;
  };
  const run = (statement: string, values: unknown[]) =>
    server.orm.em.fork().execute(statement, values, "run");
  const codeOf = async (as: GraphQLClient, query: string, input: object) =>
    (await as.send(query, { input })).errors[0]?.extensions.code;
  const unlink = async (from: Address, to: Address) =>
    (await chain.moderator.run<{ unlinkItems: object }>(unlinkItems, { input: { from, to } })).unlinkItems;

  describe("why an indicator exists", () => {
    test("is answered in one query, down to the note and its stakeholder group", async () => {
      const { indicator } = chain;
      const answer = await chain.moderator.run<{ trace: Trace }>(example("why-this-indicator.graphql"), {
        boardId: indicator.boardId,
        id: indicator.id,
        language: "EN",
      });
      const { nodes, edges, isCut } = answer.trace;
      expect(nodes.map(({ kind, distance, state }) => [kind, distance, state])).toEqual([
        ["MONITORING_TOOL", 0, "LIVE"],
        ["ACTION_PLAN", 1, "LIVE"],
        ["RECOMMENDATIONS", 2, "LIVE"],
        ["TOWS", 3, "LIVE"],
        ["TOWS", 4, "LIVE"],
        ["SWOT", 5, "LIVE"],
        ["SWOT", 6, "LIVE"],
      ]);
      expect(nodes.at(-1)?.item).toMatchObject({
        text: "The library is shut when we get off work",
        author: { stakeholderGroup: "CSO" },
      });
      expect(edges.map(({ label }) => label)).toEqual([
        "Indicator",
        "Comes from",
        expect.any(String),
        expect.any(String),
        "Group of the SWOT",
        "Group",
      ]);
      expect(isCut).toBe(false);
    });

    test("is answered link by link as well, within the limits of one operation", async () => {
      const { board } = await chain.moderator.run<{ board: object }>(example("step-by-step.graphql"), {
        boardId: chain.indicator.boardId,
      });
      expect(JSON.stringify(board)).toContain(
        '"text":"The library is shut when we get off work","state":"LIVE","kind":"SWOT","target":{"author":{"stakeholderGroup":"CSO"}}',
      );
    });

    test("is answered the other way round: what became of a note", async () => {
      const { nodes, edges } = await trace(chain.note, ", direction: RESULTS");
      expect(nodes.map(({ text }) => text)).toEqual([
        "The library is shut when we get off work",
        "Doors close too early",
        "Doors close too early",
        "Open in the evening",
        "Keep libraries open until ten",
        "A second shift",
        "Evening hours per week",
      ]);
      expect(edges.map(({ field }) => field)).toEqual([
        "cluster",
        "source",
        "linkedItems",
        "trace",
        "comesFrom",
        "indicator",
      ]);
    });

    test("ends in a circle where it began, and is cut where more follows", async () => {
      await chain.link(chain.indicator, chain.card, "trace");
      const { nodes, edges, isCut } = await trace(chain.indicator);
      expect(nodes).toHaveLength(7);
      expect(edges).toHaveLength(7);
      expect(isCut).toBe(false);
      expect(await trace(chain.indicator, ", depth: 2")).toMatchObject({ isCut: true, nodes: [{}, {}, {}] });
      expect(await trace(chain.indicator, ", first: 4")).toMatchObject({
        isCut: true,
        nodes: [{}, {}, {}, {}],
      });
      expect(await trace(chain.indicator, ", depth: 6")).toMatchObject({ isCut: false });
    });

    test("leads along the arrows of a theory of change", async () => {
      const change = await chain.board("theory_of_change");
      const [from, to] = [
        await chain.add(change, "steps", { text: "Money", section: "inputs" }),
        await chain.add(change, "steps", { text: "Evenings", section: "outputs" }),
      ];
      const arrow = await chain.add(change, "links", {
        from: from.id,
        to: to.id,
        assumption: "Staff is found",
      });
      const texts = async () => (await trace(to)).nodes.map(({ text }) => text);
      expect(await texts()).toEqual(["Evenings", "Staff is found", "Money"]);
      await chain.edit(change, (editor) => editor.remove("links", arrow.id));
      expect(await texts()).toEqual(["Evenings"]);
    });
  });

  describe("a link", () => {
    test("is kept by the end that is made for it, with the words of the other, and is told at both", async () => {
      const { action, indicator, card } = chain;
      expect(await links(indicator, "origins")).toEqual([
        {
          field: "indicator",
          label: "Indicator",
          text: "A second shift",
          state: "LIVE",
          isOwn: false,
          kind: "ACTION_PLAN",
          address: action,
          target: { id: action.id },
        },
      ]);
      expect(await links(action, "results")).toMatchObject([
        { field: "indicator", text: "Evening hours per week", isOwn: true, address: indicator },
      ]);
      expect(await links(action, "origins")).toMatchObject([
        { field: "comesFrom", text: "Keep libraries open until ten", isOwn: true, address: card },
      ]);
      await chain.edit(card.boardId, (editor) => editor.setText("cards", card.id, "text", "Until midnight"));
      expect(await links(action, "origins")).toMatchObject([{ text: "Keep libraries open until ten" }]);
      expect(await links(card, "results")).toMatchObject([{ text: "A second shift" }]);
    });

    test("is made once, in a field that is named, and taken away again; twice is once", async () => {
      const { note, card, action, indicator } = chain;
      expect(await chain.link(note, card)).toMatchObject({
        field: "trace",
        changed: true,
        citing: { id: card.id },
      });
      expect(await chain.link(note, card)).toEqual({
        field: "trace",
        changed: false,
        citing: { id: card.id },
        revision: null,
      });
      expect(await chain.link(action, indicator)).toMatchObject({ field: "indicator", changed: false });
      expect(await chain.link(action, indicator, "comesFrom")).toMatchObject({
        citing: { id: indicator.id },
        changed: true,
      });
      expect(await links(indicator, "origins")).toHaveLength(2);
      expect(await unlink(note, card)).toMatchObject({ field: "trace", changed: true });
      expect(await unlink(note, card)).toEqual({ field: null, changed: false, citing: null, revision: null });
      expect((await links(card, "origins")).map(({ field }) => field)).toEqual(["trace"]);
    });

    test("is refused by name where no field is made for it, to the bin, to oneself, or without the right", async () => {
      const { note, cluster, card, indicator, project, strategy } = chain;
      const refusal = (from: Address, to: Address, more = {}) =>
        codeOf(chain.moderator, linkItems, { from, to, ...more });
      expect(await refusal(cluster, note)).toBe("LINK_UNSUITABLE");
      expect(await refusal(card, card)).toBe("LINK_UNSUITABLE");
      expect(await refusal(note, card, { field: "text" })).toBe("LINK_UNSUITABLE");
      expect(await refusal(indicator, strategy)).toBe("LINK_UNSUITABLE");
      expect(await refusal({ ...note, id: newId() }, card)).toBe("ITEM_NOT_FOUND");
      expect(await refusal({ ...note, boardId: newId() }, card)).toBe("BOARD_NOT_FOUND");
      await chain.edit(note.boardId, (editor) => editor.remove("notes", note.id));
      expect(await refusal(note, card)).toBe("LINK_UNSUITABLE");

      const observer = server.graphql.withToken((await project.seat("observer", "Owl")).token);
      const stranger = server.graphql.withToken((await seedBoard(server.orm.em)).moderator.token);
      const input = { from: cluster, to: card };
      expect(await codeOf(observer, linkItems, input)).toBe("FORBIDDEN");
      expect(await codeOf(stranger, linkItems, input)).toBe("BOARD_NOT_FOUND");
      expect(await codeOf(server.graphql, linkItems, input)).toBe("UNAUTHENTICATED");
      expect(await codeOf(stranger, unlinkItems, input)).toBe("BOARD_NOT_FOUND");
      const other = { from: chain.strategy, to: card };
      expect(await codeOf(observer, unlinkItems, other)).toBe("FORBIDDEN");
      await server.engine.changeState({
        boardId: card.boardId,
        actor: { participantId: project.moderator.participantId, role: "moderator", kind: "human" },
        state: "frozen",
        reason: "Agreed.",
      });
      expect(await refusal(cluster, card)).toBe("BOARD_FROZEN");
      // What cites is edited, not what is cited.
      expect(
        await chain.link(card, await chain.add(chain.action.boardId, "actions", { section: "A2" })),
      ).toMatchObject({
        changed: true,
      });
    });

    const newWorkshop = async () => {
      const id = newId();
      await run(
        `insert into workshop (id, project, title, language) values (?, ?, '{"en":"Second"}', 'en')`,
        [id, chain.project.projectId],
      );
      return id;
    };

    test("is kept when its ends move on their boards, and when a board moves to another workshop", async () => {
      const { strategy, note, cluster, indicator, card, project } = chain;
      await chain.edit(strategy.boardId, (editor) =>
        editor.move("strategies", strategy.id, { section: "ST" }),
      );
      await chain.edit(cluster.boardId, (editor) => editor.move("clusters", cluster.id, { section: "T" }));
      await run("update participant set workshop = null where id = ?", [project.moderator.participantId]);
      const moved = await chain.moderator.run(
        `mutation ($input: MoveBoardInput!) { moveBoard(input: $input) { board { id } } }`,
        { input: { boardId: card.boardId, workshopId: await newWorkshop() } },
      );
      expect(moved).toEqual({ moveBoard: { board: { id: card.boardId } } });
      const { nodes } = await trace(indicator);
      expect(nodes).toHaveLength(7);
      expect(nodes.at(-1)?.address).toEqual(note);
    });

    test("of another workshop is hidden but for the words that were copied; what cites from there tells nothing", async () => {
      const { strategy, card, action, project } = chain;
      await run("update board set workshop = ? where id = ?", [await newWorkshop(), card.boardId]);
      const hidden = { state: "HIDDEN", target: null };
      expect(await links(action, "origins")).toMatchObject([
        { ...hidden, text: "Keep libraries open until ten", field: "comesFrom", address: card },
      ]);
      expect(await links(strategy, "results")).toEqual([
        { ...hidden, text: "", field: null, label: null, isOwn: false, kind: null, address: null },
      ]);
      const { nodes } = await trace(strategy, ", direction: RESULTS");
      expect(nodes.slice(1)).toEqual([
        {
          key: "hidden/1",
          distance: 1,
          state: "HIDDEN",
          text: "",
          kind: null,
          address: null,
          item: null,
        },
      ]);
      expect((await trace(action)).nodes.map(({ state }) => state)).toEqual(["LIVE", "HIDDEN"]);

      // Another project’s boards cite what they like: nobody hears of it here.
      const far = await seedBoard(server.orm.em, "recommendations");
      await server.engine.edit({
        boardId: far.boardId,
        actor: { participantId: far.moderator.participantId, role: "moderator", kind: "human" },
        apply: (editor) =>
          editor.add("cards", {
            text: "Theirs",
            section: "problem",
            trace: {
              [addressKey({ board: strategy.boardId, collection: "strategies", item: strategy.id })]: {
                kind: "tows",
                text: "Forged",
              },
            },
          }),
      });
      expect(await links(strategy, "results")).toHaveLength(1);
      expect(project.projectId).not.toBe(far.projectId);
    });

    test("leads to boards in the archive as to others", async () => {
      const { card, indicator, note, project } = chain;
      await server.engine.changeArchive({
        boardId: card.boardId,
        actor: { participantId: project.moderator.participantId, role: "moderator", kind: "human" },
        archived: true,
        archivedWith: null,
      });
      expect((await trace(indicator)).nodes.at(-1)?.address).toEqual(note);
    });
  });

  describe("what is removed", () => {
    const citedBy = `citedBy { total links { field text target { id } } }`;

    test("warns of what cites it, beforehand and in the answer, and leaves a tombstone that can be read", async () => {
      const { note, card, project } = chain;
      await chain.link(note, card);
      const { citations } = await chain.moderator.run<{ citations: object[] }>(
        `query ($boardId: ID!, $items: [ItemKeyInput!]!) {
           citations(boardId: $boardId, items: $items) { id total links { field target { id } } } }`,
        {
          boardId: project.boardId,
          items: [note, chain.cluster].map(({ collection, id }) => ({ collection, id })),
        },
      );
      expect(citations).toEqual([
        { id: note.id, total: 1, links: [{ field: "trace", target: { id: card.id } }] },
        { id: chain.cluster.id, total: 1, links: [{ field: "source", target: { id: chain.factor.id } }] },
      ]);
      const answer = await chain.moderator.run<{ removeNote: { note: object } }>(
        `mutation ($input: RemoveNoteInput!) { removeNote(input: $input) { note { removed ${citedBy} } } }`,
        { input: { boardId: note.boardId, id: note.id } },
      );
      expect(answer.removeNote.note).toEqual({
        removed: true,
        citedBy: {
          total: 1,
          links: [{ field: "trace", text: "Keep libraries open until ten", target: { id: card.id } }],
        },
      });
      expect(await links(card, "origins")).toContainEqual(
        expect.objectContaining({
          state: "REMOVED",
          text: "The library is shut when we get off work",
          target: { id: note.id },
        }),
      );
      const { nodes } = await trace(card);
      expect(nodes.find(({ address }) => address?.id === note.id)?.item?.author).toEqual({
        stakeholderGroup: "CSO",
      });
      // A citation from the bin is none to be warned of.
      await chain.edit(card.boardId, (editor) => editor.remove("cards", card.id));
      const again = await chain.moderator.run<{ citations: object[] }>(
        `query ($boardId: ID!, $items: [ItemKeyInput!]!) { citations(boardId: $boardId, items: $items) { total } }`,
        { boardId: project.boardId, items: [{ collection: "notes", id: note.id }] },
      );
      expect(again.citations).toEqual([{ total: 0 }]);
    });

    test("a removed group has no notes, and a restored one has them again", async () => {
      const { cluster, factor } = chain;
      await chain.edit(cluster.boardId, (editor) => editor.remove("clusters", cluster.id));
      expect((await trace(factor)).nodes.map(({ state }) => state)).toEqual(["LIVE", "REMOVED"]);
      await chain.edit(cluster.boardId, (editor) => editor.restore("clusters", cluster.id));
      expect((await trace(factor)).nodes.map(({ state }) => state)).toEqual(["LIVE", "LIVE", "LIVE"]);
    });

    test("an item that is gone with its board reads as what was kept of it, and can be unlinked", async () => {
      const { card, action } = chain;
      await server.engine.caughtUp(card.boardId);
      for (const table of ["board_item", "board_event", "journal_entry", "client_binding", "board_snapshot"])
        await run(`delete from ${table} where board = ?`, [card.boardId]);
      await run("delete from board where id = ?", [card.boardId]);
      expect(await links(action, "origins")).toMatchObject([
        { state: "GONE", text: "Keep libraries open until ten", target: null },
      ]);
      expect(await links(chain.strategy, "results")).toEqual([]);
      expect(await unlink(card, action)).toMatchObject({ changed: true });
      expect(await links(action, "origins")).toEqual([]);
    });
  });

  test("both ends are read by as many statements for forty items as for two", async () => {
    const { boardId } = chain.project;
    const tows = chain.factor.boardId;
    const pair = async (n: number) => {
      const cluster = await chain.add(boardId, "clusters", { name: `Group ${n}`, section: "S" });
      await chain.add(boardId, "notes", { text: `Note ${n}`, section: "S", cluster: cluster.id });
      await chain.edit(tows, (editor) =>
        editor.add("factors", {
          text: `Factor ${n}`,
          source: {
            [addressKey({ board: boardId, collection: "clusters", item: cluster.id })]: {
              kind: "swot",
              text: "G",
            },
          },
        }),
      );
    };
    await pair(1);
    const read = () =>
      chain.moderator.run(
        `query ($id: ID!) { board(id: $id) { ... on TowsBoard { factors(first: 60) { nodes { citedBy { total }
           origins(first: 3) { totalCount nodes { state text label target { origins(first: 3) { nodes {
             state text target { author { stakeholderGroup } results(first: 2) { nodes { state } } } } } } } } } } } } }`,
        { id: tows },
      );
    const traced = () => trace({ boardId: tows, collection: "strategies", id: chain.strategy.id });
    const few = [await countStatements(server, read), await countStatements(server, traced)];
    for (let n = 2; n <= 20; n += 1) await pair(n);
    const { nodes } = await chain.moderator
      .run<{ board: { factors: { nodes: { id: string }[] } } }>(
        `query ($id: ID!) { board(id: $id) { ... on TowsBoard { factors(first: 60) { nodes { id } } } } }`,
        { id: tows },
      )
      .then(({ board }) => board.factors);
    await chain.edit(tows, (editor) =>
      editor.set("strategies", chain.strategy.id, {
        linkedItems: Object.fromEntries(
          nodes.map(({ id }) => [
            addressKey({ board: tows, collection: "factors", item: id }),
            { kind: "tows", text: "F" },
          ]),
        ),
      }),
    );
    expect([await countStatements(server, read), await countStatements(server, traced)]).toEqual(few);
    expect((await traced()).nodes).toHaveLength(1 + 3 * 21);
  });

  test("pages follow each other, and a cursor of another list is refused", async () => {
    const { strategy } = chain;
    for (const name of ["One", "Two", "Three"])
      await chain.link(
        await chain.add(chain.project.boardId, "notes", { text: name, section: "S" }),
        strategy,
      );
    const page = async (after: string | null, direction = "origins") => {
      const { data, errors } = await chain.moderator.send<{
        trace: {
          nodes: {
            item: Record<string, { nodes: { text: string }[]; pageInfo: { endCursor: string } }> | null;
          }[];
        };
      }>(
        `query ($boardId: ID!, $collection: String!, $id: ID!, $after: String) {
           trace(boardId: $boardId, collection: $collection, id: $id, first: 1) { nodes { item {
             ${direction}(first: 3, after: $after) { totalCount nodes { text } pageInfo { endCursor hasNextPage } } } } } }`,
        { ...strategy, after },
      );
      return { page: data?.trace.nodes[0]?.item?.[direction], code: errors[0]?.extensions.code };
    };
    const one = (await page(null)).page!;
    const two = (await page(one.pageInfo.endCursor)).page!;
    expect([...one.nodes, ...two.nodes].map(({ text }) => text).toSorted()).toEqual([
      "Doors close too early",
      "One",
      "Three",
      "Two",
    ]);
    expect(one).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
    expect((await page(one.pageInfo.endCursor, "results")).code).toBe("CURSOR_INVALID");
  });

  test("typing writes no row of a link, and what changes links writes those alone", async () => {
    const { factor, strategy } = chain;
    const written = async () => {
      const rows = await server.orm.em
        .fork()
        .execute<{ collection: string; version: string }[]>(
          "select collection, cast(xmin as text) as version from item_link where board = ? order by collection",
          [factor.boardId],
        );
      return rows.map(({ collection, version }) => [collection, version]);
    };
    const before = await written();
    await chain.edit(factor.boardId, (editor) =>
      editor.setText("factors", factor.id, "text", "Closed at six"),
    );
    await chain.edit(factor.boardId, (editor) => editor.move("strategies", strategy.id, { section: "ST" }));
    expect(await written()).toEqual(before);
    expect(await unlink(factor, strategy)).toMatchObject({ changed: true });
    expect(await written()).toEqual(before.slice(0, 1));
    for (const boardId of [factor.boardId, chain.project.boardId])
      expect((await checkBoard(server.orm.em, boardId))?.differences).toEqual([]);
  });

  test("rows of links follow the document, and a repair writes them anew", async () => {
    const { boardId } = chain.factor;
    const check = async (repair = false) =>
      (await checkBoard(server.orm.em, boardId, { repair }))?.differences ?? ["none"];
    const rows = () =>
      server.orm.em
        .fork()
        .find(
          ItemLinkSchema,
          { board: boardId },
          { orderBy: { collection: "asc", item: "asc", target: "asc" } },
        );
    const before = await rows();
    expect(before).toHaveLength(2);
    expect(await check()).toEqual([]);
    await run("update item_link set text = 'Other' where board = ? and collection = 'factors'", [boardId]);
    await run("delete from item_link where board = ? and collection = 'strategies'", [boardId]);
    expect((await check()).map((fault) => fault.replace(/^.*(says|is stated).*$/, "$1"))).toEqual([
      expect.stringMatching(/says|is stated/),
      expect.stringMatching(/says|is stated/),
    ]);
    expect(await check(true)).toEqual([]);
    expect(await rows()).toEqual(before);
  });

  test("a copied board’s links among its own items lead to the copies, the others where they led", async () => {
    const { strategy, factor, cluster, project } = chain;
    await chain.edit(strategy.boardId, (editor) =>
      editor.set("factors", factor.id, { scores: { [`${factor.id}/cso`]: 2 } }),
    );
    const { duplicateBoard } = await chain.moderator.run<{ duplicateBoard: { board: { id: string } } }>(
      `mutation ($input: DuplicateBoardInput!) { duplicateBoard(input: $input) { board { id } } }`,
      {
        input: {
          boardId: strategy.boardId,
          title: "Once more",
          content: true,
          workshopId: project.workshopId,
        },
      },
    );
    const copy = duplicateBoard.board.id;
    const answer = await chain.moderator.run<{
      board: Record<"factors" | "strategies", { nodes: { id: string; scores: { against: string }[] }[] }>;
    }>(
      `query ($id: ID!) { board(id: $id) { ... on TowsBoard {
         factors { nodes { id scores { against } } } strategies { nodes { id } } } } }`,
      { id: copy },
    );
    const [copiedFactor] = answer.board.factors.nodes;
    const [copiedStrategy] = answer.board.strategies.nodes;
    const own = { boardId: copy, collection: "factors", id: copiedFactor!.id };
    expect(copiedFactor!.scores).toEqual([{ against: own.id }]);
    expect(
      await links({ boardId: copy, collection: "strategies", id: copiedStrategy!.id }, "origins"),
    ).toMatchObject([{ address: own, state: "LIVE" }]);
    expect(await links(own, "origins")).toMatchObject([{ address: cluster, state: "LIVE" }]);
    const citing = (await links(cluster, "results")).map(({ address }) => address?.id);
    expect(new Set(citing)).toEqual(new Set([factor.id, own.id]));
  });

  test("coverage says which provisions have no indicator in a project", async () => {
    const coverage = async (more: string) =>
      (
        await chain.moderator.run<{
          coverage: {
            totalCount: number;
            nodes: { itemCount: number; provision: { id: string } }[];
            pageInfo: { endCursor: string };
          };
        }>(
          `query ($project: ID!) { coverage(projectId: $project, framework: "eu-charter", first: 100 ${more}) {
             totalCount nodes { itemCount provision { id } } pageInfo { endCursor } } }`,
          { project: chain.project.projectId },
        )
      ).coverage;
    const all = await coverage("");
    expect(all.nodes.filter(({ itemCount }) => itemCount > 0)).toEqual([
      { itemCount: 1, provision: { id: "CFR-12" } },
    ]);
    const missing = await coverage(", onlyMissing: true");
    expect(missing.totalCount).toBe(all.totalCount - 1);
    expect(missing.nodes.map(({ provision }) => provision.id)).not.toContain("CFR-12");
    const behind = await coverage(
      `, onlyMissing: true, after: "${(await coverage(", onlyMissing: true")).pageInfo.endCursor}"`,
    );
    expect(behind.nodes).toEqual([]);
    await chain.edit(chain.project.boardId, (editor) =>
      editor.set("notes", chain.note.id, { charterArticles: ["CFR-11"] }),
    );
    const onSwot = await coverage(", kinds: [SWOT]");
    expect(onSwot.nodes.filter(({ itemCount }) => itemCount > 0)).toEqual([
      { itemCount: 1, provision: { id: "CFR-11" } },
    ]);
    const code = async (query: string, as = chain.moderator) =>
      (await as.send(query)).errors[0]?.extensions.code;
    const { projectId } = chain.project;
    expect(await code(`{ coverage(projectId: "${projectId}", framework: "none") { totalCount } }`)).toBe(
      "FRAMEWORK_NOT_FOUND",
    );
    expect(await code(`{ coverage(projectId: "${newId()}", framework: "sdg") { totalCount } }`)).toBe(
      "PROJECT_NOT_FOUND",
    );
  });
});
