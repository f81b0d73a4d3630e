import { checkBoard } from "@tavolo/server/sync/check/check-board.ts";
import { readDecidedRows } from "@tavolo/server/sync/decisions/read-decided.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { eachDatabase } from "../support/databases.ts";
import type { Answer } from "../support/graphql-client.ts";
import { decide, type MonitoringTable, setMonitoringTable } from "../support/set-monitoring-table.ts";
import { useTestServer } from "../support/start-test-server.ts";

/** “ok”, or the code that refused it with its reasons. */
const outcome = ({ errors: [error] }: Answer<unknown>): string => {
  if (!error) return "ok";
  const { code, reasons = [] } = error.extensions;
  return [code, ...(reasons as string[])].join(" ");
};

eachDatabase((database) => {
  const server = useTestServer(database);
  let table: MonitoringTable;
  const em = () => server.orm.em.fork();
  beforeEach(async () => {
    table = await setMonitoringTable(server);
    if (outcome(await table.step("DISCUSSED")) !== "ok") throw new Error("The card is not discussed.");
  });
  const place = () => ({ boardId: table.board.boardId, itemId: table.card });
  const use = { sourceConfirmed: true, firstCollection: "2026-Q1" };

  describe("an agreement", () => {
    test("is refused while nobody has spoken, and says all that it lacks at once", async () => {
      expect(outcome(await table.step("AGREED"))).toBe(
        "DECISION_REFUSED DUTY_BEARER_MISSING CIVIL_SOCIETY_MISSING",
      );
    });

    test("is refused without the duty-bearer’s yes, whoever else of an authority says it", async () => {
      await table.voice(table.network, 5);
      await table.voice(await table.seat("Rita", "region"), 5);
      await table.voice(await table.seat("Marta", "municipality"), 5);
      await table.voice(table.office, 3);
      expect(outcome(await table.step("AGREED"))).toBe("DECISION_REFUSED DUTY_BEARER_MISSING");
    });

    test("is refused without a yes of civil society or academia", async () => {
      await table.voice(table.office, 5);
      await table.voice(await table.seat("Rosa", "resident"), 5);
      expect(outcome(await table.step("AGREED"))).toBe("DECISION_REFUSED CIVIL_SOCIETY_MISSING");
      await table.voice(await table.seat("Ada", "academia"), 4);
      expect(outcome(await table.step("AGREED"))).toBe("ok");
    });

    test("is refused while somebody blocks, until they take it back; a block has its reason", async () => {
      await table.agree();
      const centre = await table.seat("Cleo", "cso");
      expect(outcome(await table.voice(centre, 1))).toBe("DECISION_REFUSED REASON_MISSING");
      expect(outcome(await table.voice(centre, 1, "It can be turned against a group."))).toBe("ok");
      expect(await table.ask("objections")).toMatchObject({ objections: 1 });
      expect(outcome(await table.step("AGREED"))).toBe("DECISION_REFUSED OPEN_BLOCK");
      expect(outcome(await decide(centre, "withdrawVoice", place()))).toBe("ok");
      expect(await table.ask("objections")).toMatchObject({ objections: 0 });
      expect(outcome(await table.step("AGREED"))).toBe("ok");
    });

    test("keeps who disagreed and stood aside, with the reason, also when the card is in use", async () => {
      await table.agree();
      await table.voice(await table.seat("Tea", "community"), 2, "Too narrow.");
      const dissent = [{ value: 2, reason: "Too narrow.", author: { displayName: "Tea" } }];
      const asked = "agreement { dissent { value reason author { displayName } } missing }";
      expect(await table.ask(asked)).toMatchObject({ agreement: { dissent, missing: [] } });
      expect(outcome(await table.step("AGREED"))).toBe("ok");
      expect(outcome(await table.step("IN_USE", use))).toBe("ok");
      const kept = await table.ask<{ agreement: { agreedWith: object[] } }>(
        "agreement { agreedWith { value reason author { displayName } } }",
      );
      expect(kept.agreement.agreedWith).toEqual(expect.arrayContaining(dissent));
      expect(kept.agreement.agreedWith).toHaveLength(3);
    });

    test("is about the words that were read: a yes to others does not count", async () => {
      await table.agree();
      await table.edit((editor) => editor.setText("indicators", table.card, "definition", "Other words"));
      expect(await table.ask("agreement { missing voices { isAboutThisDefinition } }")).toMatchObject({
        agreement: {
          missing: ["DUTY_BEARER_MISSING", "CIVIL_SOCIETY_MISSING"],
          voices: [{ isAboutThisDefinition: false }, { isAboutThisDefinition: false }],
        },
      });
      expect(outcome(await table.step("AGREED"))).toBe(
        "DECISION_REFUSED DUTY_BEARER_MISSING CIVIL_SOCIETY_MISSING",
      );
      await table.agree();
      expect(outcome(await table.step("AGREED"))).toBe("ok");
    });

    test("of a duty-bearer that is a written name names its voice, by a moderator", async () => {
      await table.edit((editor) =>
        editor.set("indicators", table.card, { dutyBearer: { name: "The ministry" } }),
      );
      await table.voice(table.network, 5);
      const { data } = await table.voice(await table.seat("Mina", "region"), 4);
      const dutyBearersVoice = data!.decided.revision;
      expect(outcome(await table.step("AGREED"))).toBe("DECISION_REFUSED DUTY_BEARER_MISSING");
      expect(outcome(await table.step("AGREED", { dutyBearersVoice }, table.network))).toBe(
        "DECISION_REFUSED NOT_MODERATOR",
      );
      expect(outcome(await table.step("AGREED", { dutyBearersVoice }))).toBe("ok");
      expect(await table.ask("agreement { dutyBearer { author { displayName } } }")).toMatchObject({
        agreement: { dutyBearer: [{ author: { displayName: "Mina" } }] },
      });
    });

    test("takes no moderator’s word for a duty-bearer that is known", async () => {
      const { data } = await table.voice(table.network, 5);
      const dutyBearersVoice = data!.decided.revision;
      expect(outcome(await table.step("AGREED", { dutyBearersVoice }))).toBe(
        "DECISION_REFUSED DUTY_BEARER_MISSING DUTY_BEARER_KNOWN",
      );
    });

    test("counts an organisation once, by what was said for it last", async () => {
      const colleague = await table.seat("Otto", "municipality", table.dutyBearer);
      await table.agree();
      await table.voice(colleague, 1, "Not without the budget.");
      expect(outcome(await table.step("AGREED"))).toBe("DECISION_REFUSED DUTY_BEARER_MISSING OPEN_BLOCK");
      await table.voice(table.office, 4);
      expect(outcome(await table.step("AGREED"))).toBe("ok");
    });
  });

  describe("a card in use", () => {
    beforeEach(async () => {
      await table.agree();
      await table.step("AGREED");
    });

    test("was used once its source was confirmed and its first day was set", async () => {
      expect(outcome(await table.step("IN_USE"))).toBe(
        "DECISION_REFUSED SOURCE_NOT_CONFIRMED FIRST_COLLECTION_MISSING",
      );
      expect(outcome(await table.step("IN_USE", { ...use, firstCollection: "soon" }))).toBe("INVALID_VALUE");
      expect(outcome(await table.step("IN_USE", use))).toBe("ok");
      expect(await table.ask("status version versionInUse breaks")).toMatchObject({
        status: "IN_USE",
        version: 1,
        versionInUse: 1,
        breaks: [],
      });
    });

    test("whose definition is changed and agreed on anew has a new version, and a break", async () => {
      await table.step("IN_USE", use);
      expect(outcome(await table.step("DISCUSSED", { reason: "New classes." }, table.network))).toBe("ok");
      await table.edit((editor) =>
        editor.setText("indicators", table.card, "definition", "By classes of 2026"),
      );
      expect(await table.ask("status version versionInUse breaks")).toMatchObject({
        status: "DISCUSSED",
        version: 1,
        versionInUse: 1,
        breaks: [],
      });
      await table.agree();
      expect(outcome(await table.step("AGREED"))).toBe("ok");
      expect(await table.ask("version versionInUse breaks")).toMatchObject({
        version: 2,
        versionInUse: 1,
        breaks: [2],
      });
      expect(outcome(await table.step("IN_USE", use))).toBe("ok");
      expect(await table.ask("versionInUse")).toMatchObject({ versionInUse: 2 });
      const { history } = await table.ask<{
        history: { nodes: { definition: { definition: string } | null }[] };
      }>("history(first: 100) { nodes { definition } }");
      const agreed = history.nodes.flatMap(({ definition }) => (definition ? [definition.definition] : []));
      expect(agreed).toEqual(["definition as it was said", "By classes of 2026"]);
    });

    test("is retired by both sides, who are asked anew", async () => {
      await table.step("IN_USE", use);
      const given = { reason: "The register is closed.", lastPeriod: "2027" };
      expect(outcome(await table.step("RETIRED", given))).toBe(
        "DECISION_REFUSED DUTY_BEARER_MISSING CIVIL_SOCIETY_MISSING",
      );
      await table.agree();
      expect(outcome(await table.step("RETIRED", { ...given, lastPeriod: null }))).toBe(
        "DECISION_REFUSED LAST_PERIOD_MISSING",
      );
      expect(outcome(await table.step("RETIRED", given))).toBe("ok");
      expect(outcome(await table.voice(table.network, 1, "Too late."))).toBe("DECISION_REFUSED LIFE_ENDED");
    });
  });

  test("what was said and decided is told page by page, oldest first", async () => {
    await table.agree();
    await table.step("PROPOSED", { reason: "The source is not clear." });
    const nodes = "nodes { act from to agreement reason actor { displayName stakeholderGroup } }";
    const first = await table.ask<{ history: { pageInfo: { endCursor: string } } }>(
      `history(first: 2) { totalCount pageInfo { endCursor hasNextPage } ${nodes} }`,
    );
    const said = (name: string, stakeholderGroup: string) => ({
      act: "VOICE",
      from: null,
      to: null,
      agreement: 5,
      reason: "",
      actor: { displayName: name, stakeholderGroup },
    });
    expect(first.history).toMatchObject({
      totalCount: 4,
      pageInfo: { hasNextPage: true },
      nodes: [{ act: "STEP", from: "PROPOSED", to: "DISCUSSED" }, said("Ofelia", "MUNICIPALITY")],
    });
    const next = await table.ask<{ history: object }>(
      `history(after: "${first.history.pageInfo.endCursor}") { ${nodes} }`,
    );
    expect(next.history).toEqual({
      nodes: [
        said("Nora", "CSO"),
        expect.objectContaining({ act: "STEP", to: "PROPOSED", reason: "The source is not clear." }),
      ],
    });
  });

  describe("what happens at once", () => {
    const decideNow = (to: "PROPOSED" | "REJECTED") => {
      const input = { ...place(), to, reason: "As heard." };
      return decide(table.moderator, "takeIndicatorStep", input).then(outcome);
    };

    test("of two steps one is taken, and the other is told", async () => {
      const outcomes = await Promise.all([decideNow("PROPOSED"), decideNow("REJECTED")]);
      expect(outcomes.filter((one) => one === "ok")).toHaveLength(1);
      expect(outcomes.find((one) => one !== "ok")).toMatch(/DECISION_OUTDATED|DECISION_REFUSED NO_SUCH_STEP/);
      expect((await checkBoard(server.orm.em, table.board.boardId))?.differences).toEqual([]);
    });

    test("[DECIDE-2] of two that were judged by the same standing the second is outdated", async () => {
      const actor = {
        participantId: table.moderator.participantId,
        role: "moderator",
        kind: "human",
      } as const;
      const { card, board } = table;
      const decideSame = (value: string) =>
        server.engine.decideItem({
          boardId: board.boardId,
          actor,
          place: { collection: "indicators", item: card },
          judge: ({ decided }) => ({
            type: "value",
            collection: "indicators",
            item: card,
            base: decided?.decidedSeq ?? 0,
            field: "status",
            from: "DISCUSSED",
            value,
            reason: "",
          }),
        });
      const settled = await Promise.allSettled([decideSame("PROPOSED"), decideSame("REJECTED")]);
      expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      expect(settled).toContainEqual(
        expect.objectContaining({ reason: expect.objectContaining({ code: "DECISION_OUTDATED" }) }),
      );
    });

    test("two voices are both heard", async () => {
      await Promise.all([table.voice(table.office, 4), table.voice(table.network, 5)]);
      expect(outcome(await table.step("AGREED"))).toBe("ok");
    });

    test("[DECIDE-2] a step is judged by the card as the edits before it leave it", async () => {
      await table.agree();
      const [, step] = await Promise.all([
        table.edit((editor) => editor.setText("indicators", table.card, "definition", "Other words")),
        table.step("AGREED"),
      ]);
      const told = await table.ask<{ history: { nodes: { definition: { definition: string } | null }[] } }>(
        "history { nodes { definition } }",
      );
      const agreed = told.history.nodes.flatMap(({ definition }) =>
        definition ? [definition.definition] : [],
      );
      expect([
        ["DECISION_REFUSED DUTY_BEARER_MISSING CIVIL_SOCIETY_MISSING", []],
        ["ok", ["definition as it was said"]],
      ]).toContainEqual([outcome(step), agreed]);
    });

    test("a step behind an edit that is refused is judged anew", async () => {
      await table.agree();
      // Whoever was let in as a contributor is an observer when it is committed.
      const { participantId } = await table.board.seat("observer", "Owl");
      const by = { participantId, role: "contributor", kind: "human" } as const;
      const [edit, step] = await Promise.allSettled([
        table.edit((editor) => editor.setText("indicators", table.card, "definition", "Other words"), by),
        table.step("AGREED"),
      ]);
      expect(edit.status).toBe("rejected");
      const first = step.status === "fulfilled" ? outcome(step.value) : "";
      expect(first).toMatch(/^(ok|DECISION_REFUSED DUTY_BEARER)/);
      expect((await checkBoard(server.orm.em, table.board.boardId))?.differences).toEqual([]);
      expect(first === "ok" ? first : outcome(await table.step("AGREED"))).toBe("ok");
    });
  });

  describe("the journal", () => {
    test("[DECIDE-3] holds all that was decided: rows that are lost are written anew the same", async () => {
      await table.agree();
      await table.step("AGREED");
      const { boardId } = table.board;
      const before = await readDecidedRows(em(), boardId);
      expect((await checkBoard(server.orm.em, boardId))?.differences).toEqual([]);
      await em().execute("delete from decided_item where board = ?", [boardId], "run");
      await em().execute("delete from item_decision where board = ?", [boardId], "run");
      expect((await checkBoard(server.orm.em, boardId))?.differences).toContain(
        `What is decided about indicators/${table.card} is not what the journal says.`,
      );
      expect((await checkBoard(server.orm.em, boardId, { repair: true }))?.differences).toEqual([]);
      expect(await readDecidedRows(em(), boardId)).toEqual(before);
    });

    test("outlives a compaction", async () => {
      await table.agree();
      await server.engine.compact(table.board.boardId);
      expect(outcome(await table.step("AGREED"))).toBe("ok");
      expect((await checkBoard(server.orm.em, table.board.boardId))?.differences).toEqual([]);
    });

    test("[DECIDE-3] tells of a decision after a stop between its commit and its projection", async () => {
      await table.agree();
      const { data } = await table.step("AGREED");
      const { boardId } = table.board;
      const events = () =>
        em().execute<{ number: number }[]>(
          "select number, seq, type, item, payload from board_event where board = ? order by number",
          [boardId],
        );
      const before = await events();
      // As a process leaves it that was killed there.
      await em().execute("delete from board_event where board = ? and seq = ?", [
        boardId,
        data!.decided.revision,
      ]);
      await em().execute(
        "update board set projected_seq = projected_seq - 1, event_number = event_number - 1 where id = ?",
        [boardId],
        "run",
      );
      await server.restart();
      expect(outcome(await table.step("IN_USE", use))).toBe("ok");
      const after = await events();
      expect(after.slice(0, before.length)).toEqual(before);
      expect(after).toHaveLength(before.length + 1);
      expect((await checkBoard(server.orm.em, boardId))?.differences).toEqual([]);
    });
  });
});
