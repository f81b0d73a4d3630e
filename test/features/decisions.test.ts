import { boardKinds, newItemId, type StakeholderGroup } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type * as Y from "yjs";
import { openBoardClient } from "../support/board-client.ts";
import { countStatements } from "../support/count-statements.ts";
import { eachDatabase } from "../support/databases.ts";
import { addFilledItem } from "../support/filled-item.ts";
import type { Answer } from "../support/graphql-client.ts";
import { seedBoard } from "../support/seed-board.ts";
import { decide, type MonitoringTable, setMonitoringTable } from "../support/set-monitoring-table.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";
import { openHostileWriter } from "../trials/hostile-writer.ts";

const outcome = ({ errors: [error] }: Answer<unknown>): string => {
  if (!error) return "ok";
  const { code, reasons = [] } = error.extensions;
  return [code, ...(reasons as string[])].join(" ");
};

/** Everything that any kind leaves to decisions. */
const decidedFields = [...boardKinds.values()].flatMap((definition) =>
  Object.entries(definition.collections).flatMap(([collection, { decided = {} }]) =>
    Object.keys(decided).map((field) => ({ definition, kind: definition.kind, collection, field })),
  ),
);

eachDatabase((database) => {
  const server = useTestServer(database);
  const em = () => server.orm.em.fork();

  /** A board of a kind with one filled item. */
  const layOut = async (kind: string, collection: string) => {
    const board = await seedBoard(server.orm.em, kind);
    const { boardId, moderator } = board;
    const actor = { participantId: moderator.participantId, role: "moderator", kind: "human" } as const;
    const { result: itemId } = await server.engine.edit({
      boardId,
      actor,
      apply: (editor) => addFilledItem(boardKinds.get(kind)!, editor, collection),
    });
    const speaker = { ...moderator, graphql: server.graphql.withToken(moderator.token) };
    const decideOn = async (field: string, value: unknown, reason?: string) =>
      outcome(await decide(speaker, "decideItem", { boardId, collection, itemId, field, value, reason }));
    const decisions = async () => {
      const answer = await speaker.graphql.run<{ board: { decisions: object[] } }>(
        `query ($id: ID!) { board(id: $id) { decisions { collection itemId values revision updatedAt } } }`,
        { id: boardId },
      );
      return answer.board.decisions;
    };
    return { board, boardId, itemId, speaker, decideOn, decisions };
  };

  test("there are decided fields", () => {
    expect(decidedFields.map(({ kind, field }) => `${kind}.${field}`)).toEqual(
      expect.arrayContaining(["monitoring_tool.status", "recommendations.status", "self_assessment.agreed"]),
    );
  });

  test.each(decidedFields)(
    "[DECIDE-1] $kind: nobody writes the $field of $collection by socket",
    async ({ definition, kind, collection, field }) => {
      const { board, boardId, itemId, decisions } = await layOut(kind, collection);
      const value = definition.collections[collection]!.decided![field]!.initial ?? 1;
      const contributor = await board.seat("contributor", "Heron", "cso");
      for (const { token } of [board.moderator, contributor]) {
        const writer = await openHostileWriter(server.url, boardId, { token });
        onTestFinished(() => writer.close());
        const item = (doc: Y.Doc) => doc.getMap<Y.Map<unknown>>(collection).get(itemId)!;
        expect(await writer.attempt((doc) => void item(doc).set(field, value))).toBe("CONTENT_REFUSED");
        const elsewhere = (doc: Y.Doc) => void doc.getMap("decisions").set(itemId, { [field]: value });
        expect(await writer.attempt(elsewhere)).toBe("FORBIDDEN");
      }
      expect(await decisions()).toEqual([]);
    },
  );

  describe("a decided value", () => {
    test("of a recommendation goes by its kind’s steps, with the reason that some need", async () => {
      const { decideOn, itemId, decisions } = await layOut("recommendations", "cards");
      expect(await decideOn("status", "sent")).toBe("DECISION_REFUSED NO_SUCH_STEP");
      expect(await decideOn("status", "agreed")).toBe("ok");
      expect(await decideOn("status", "sent")).toBe("ok");
      expect(await decideOn("status", "rejected")).toBe("DECISION_REFUSED REASON_MISSING");
      expect(await decideOn("status", "rejected", "No budget.")).toBe("ok");
      expect(await decideOn("status", "forgotten")).toBe("INVALID_VALUE");
      expect(await decideOn("text", "Other words")).toBe("UNKNOWN_FIELD");
      expect(await decisions()).toMatchObject([
        { collection: "cards", itemId, values: { status: "rejected" } },
      ]);
    });

    test("of a measure is not agreed without a partner of civil society", async () => {
      const { board, boardId, itemId, decideOn } = await layOut("local_strategy", "measures");
      const actor = {
        participantId: board.moderator.participantId,
        role: "moderator",
        kind: "human",
      } as const;
      const partners = (names: string[]) =>
        server.engine.edit({
          boardId,
          actor,
          apply: (editor) => editor.set("measures", itemId, { partners: names.map((name) => ({ name })) }),
        });
      await partners([]);
      expect(await decideOn("status", "agreed")).toMatch(/^DECISION_REFUSED .*NO_CIVIL_SOCIETY$/);
      await partners(["Network of tenants"]);
      expect(await decideOn("status", "agreed")).toBe("ok");
    });

    test("such as the agreed maturity is for moderators, and may be taken back", async () => {
      const definition = boardKinds.get("self_assessment")!;
      const [collection = ""] = Object.keys(definition.collections);
      const { board, boardId, itemId, decideOn, decisions } = await layOut("self_assessment", collection);
      const seat = await board.seat("contributor", "Heron", "cso");
      const heron = { ...seat, graphql: server.graphql.withToken(seat.token) };
      const input = { boardId, collection, itemId, field: "agreed", value: 3 };
      expect(outcome(await decide(heron, "decideItem", input))).toBe("FORBIDDEN");
      expect(await decideOn("agreed", 9)).toBe("INVALID_VALUE");
      expect(await decideOn("agreed", 3)).toBe("ok");
      expect(await decideOn("agreed", null, "Not yet.")).toBe("ok");
      expect(await decisions()).toMatchObject([{ values: { agreed: null } }]);
    });
  });

  describe("an indicator", () => {
    let table: MonitoringTable;
    beforeEach(async () => {
      table = await setMonitoringTable(server);
    });
    const place = () => ({ boardId: table.board.boardId, itemId: table.card });

    test("has no status that is simply set", async () => {
      const input = { ...place(), collection: "indicators", field: "status", value: "AGREED" };
      expect(outcome(await decide(table.moderator, "decideItem", input))).toBe("INVALID_VALUE");
    });

    test("is told about at once, to open boards and to those who follow its events", async () => {
      const { boardId } = table.board;
      const client = await openBoardClient({ url: server.url, boardId, token: table.network.token });
      const { data } = await table.step("DISCUSSED");
      const told = () => client.messages.find(({ type }) => type === "decided");
      await client.until(() => told() !== undefined);
      expect(told()).toEqual({
        type: "decided",
        collection: "indicators",
        item: table.card,
        values: { status: "DISCUSSED", version: null, objections: 0 },
        revision: data!.decided.revision,
      });
      const following = subscribe<{ boardEvents: object }>(
        openGraphQLSocket(server, { token: table.network.token }),
        `subscription ($id: ID!) { boardEvents(boardId: $id, after: 0, types: [ITEM_DECIDED]) {
           __typename actor { displayName } ... on ItemDecided { changedFields item { id } } } }`,
        { id: boardId },
      );
      expect((await following.next()).boardEvents).toEqual({
        __typename: "ItemDecided",
        actor: { displayName: "Moderator" },
        changedFields: ["status", "agreement"],
        item: { id: table.card },
      });
    });

    test("is not decided while its board is frozen, nor in the bin", async () => {
      const { boardId } = table.board;
      const freeze = `mutation ($input: FreezeBoardInput!) { freezeBoard(input: $input) { board { state } } }`;
      await table.moderator.graphql.run(freeze, { input: { boardId, reason: "Handed in." } });
      expect(outcome(await table.step("DISCUSSED"))).toBe("BOARD_FROZEN");
      expect(outcome(await table.voice(table.network, 5))).toBe("BOARD_FROZEN");
      const reopen = `mutation ($input: ReopenBoardInput!) { reopenBoard(input: $input) { board { state } } }`;
      await table.moderator.graphql.run(reopen, { input: { boardId, reason: "One more." } });
      await table.edit((editor) => editor.remove("indicators", table.card));
      expect(outcome(await table.step("DISCUSSED"))).toBe("ITEM_NOT_FOUND");
      const input = { boardId, itemId: newItemId(), value: 5 };
      expect(outcome(await decide(table.network, "voiceAgreement", input))).toBe("ITEM_NOT_FOUND");
    });

    test("hears whoever says which group they belong to, and no program", async () => {
      expect(outcome(await table.voice(table.moderator, 5))).toBe("DECISION_REFUSED GROUP_MISSING");
      await em().nativeUpdate(
        ParticipantSchema,
        { id: table.network.participantId },
        { kind: "integration" },
      );
      expect(outcome(await table.voice(table.network, 5))).toBe("FORBIDDEN");
    });

    test("is freed by a moderator of the block of somebody who is gone, and of nobody else’s", async () => {
      await table.step("DISCUSSED");
      await table.agree();
      const centre = await table.seat("Cleo", "cso");
      const { data } = await table.voice(centre, 1, "It can be turned against a group.");
      const free = (reason?: string, by = table.moderator) =>
        decide(by, "withdrawVoice", { ...place(), voice: data!.decided.revision, reason });
      expect(outcome(await free("Let us go on."))).toBe("DECISION_REFUSED SPEAKER_TAKES_PART");
      await em().nativeUpdate(ParticipantSchema, { id: centre.participantId }, { removedAt: new Date() });
      expect(outcome(await free("They left.", table.network))).toBe("DECISION_REFUSED NOT_MODERATOR");
      expect(outcome(await free())).toBe("DECISION_REFUSED REASON_MISSING");
      expect(outcome(await free("They left."))).toBe("ok");
      expect(outcome(await table.step("AGREED"))).toBe("ok");
    });

    test("keeps of a voice the group of that time, and of somebody who withdrew no name", async () => {
      const { participantId } = table.network;
      await table.voice(table.office, 4);
      await table.voice(table.network, 2, "Too narrow.");
      const voices = async () => {
        const told = await table.ask<{ agreement: { voices: object[] } }>(
          "agreement { voices { value organisation { name } author { displayName stakeholderGroup } } }",
        );
        return told.agreement.voices;
      };
      const office = {
        value: 4,
        organisation: { name: "Office for equality" },
        author: { displayName: "Ofelia", stakeholderGroup: "MUNICIPALITY" },
      };
      const change = (more: {
        stakeholderGroup?: StakeholderGroup;
        withdrawnAt?: Date;
        displayName?: string;
      }) => em().nativeUpdate(ParticipantSchema, { id: participantId }, more);
      await change({ stakeholderGroup: "resident" });
      const network = { value: 2, organisation: null };
      const author = { displayName: "Nora", stakeholderGroup: "CSO" };
      expect(await voices()).toEqual([office, { ...network, author }]);
      await change({ withdrawnAt: new Date(), displayName: "" });
      expect(await voices()).toEqual([office, { ...network, author: { ...author, displayName: null } }]);
    });

    test("shows who spoke as its board shows everybody", async () => {
      await table.voice(table.office, 4);
      const { boardId } = table.board;
      const voice = async () => {
        const told = await table.ask<{ agreement: { voices: object[] } }>(
          "agreement { voices { organisation { name } author { displayName stakeholderGroup } } }",
        );
        return told.agreement.voices[0];
      };
      const show = (display: "group" | "anonymous") =>
        em().nativeUpdate(BoardSchema, { id: boardId }, { display });
      await show("group");
      expect(await voice()).toEqual({
        organisation: null,
        author: { displayName: null, stakeholderGroup: "OTHER" },
      });
      await show("anonymous");
      expect(await voice()).toEqual({
        organisation: null,
        author: { displayName: null, stakeholderGroup: null },
      });
    });

    test("that is copied with its board is undecided there", async () => {
      await table.step("DISCUSSED");
      const { graphql } = table.moderator;
      const { copy } = await graphql.run<{ copy: { board: { decisions: object[]; indicators: object } } }>(
        `mutation ($input: DuplicateBoardInput!) { copy: duplicateBoard(input: $input) {
           board { decisions { itemId } ... on MonitoringToolBoard { indicators { nodes { title status } } } } } }`,
        { input: { boardId: table.board.boardId, title: "Second", content: true } },
      );
      expect(copy.board).toEqual({
        decisions: [],
        indicators: { nodes: [{ title: "title as it was said", status: "PROPOSED" }] },
      });
    });

    test("is read with what is decided by as many statements for twelve as for one", async () => {
      const { graphql } = table.moderator;
      const { boardId } = table.board;
      const query = `query ($id: ID!) { board(id: $id) { decisions { itemId values }
        ... on MonitoringToolBoard { indicators(first: 100) { nodes {
          status version objections breaks versionInUse
          agreement { missing voices { value author { displayName } organisation { name } } }
          history(first: 2) { totalCount nodes { act actor { displayName } } } } } } } }`;
      const read = () => graphql.run(query, { id: boardId });
      await table.voice(table.office, 4);
      // A token notes now and then that it was used: that is no part of what is counted.
      await read();
      const one = await countStatements(server, read);
      const cards: string[] = [];
      await table.edit((editor) => {
        for (let count = 0; count < 12; count += 1)
          cards.push(addFilledItem(boardKinds.get("monitoring_tool")!, editor, "indicators"));
      });
      for (const itemId of cards) await decide(table.office, "voiceAgreement", { boardId, itemId, value: 3 });
      await read();
      expect(await countStatements(server, read)).toBe(one);
    });
  });
});
