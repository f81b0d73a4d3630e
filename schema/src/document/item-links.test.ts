import { describe, expect, test } from "vitest";
import { actionPlan } from "../boards/action-plan/board.ts";
import { boardKinds } from "../boards/board-kinds.ts";
import { monitoringTool } from "../boards/monitoring-tool/board.ts";
import { recommendations } from "../boards/recommendations/board.ts";
import { swot } from "../boards/swot/board.ts";
import { theoryOfChange } from "../boards/theory-of-change/board.ts";
import { tows } from "../boards/tows/board.ts";
import { fieldForLink } from "./field-for-link.ts";
import { addressKey, isLinks } from "./fields/links.ts";
import { linksChanged, linksOfItem, statesLinks } from "./item-links.ts";
import { pointToCopies } from "./point-to-copies.ts";

const [board, other, one, two] = [1, 2, 3, 4].map((n) => `0198a000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];
const to = (id: string, kind = "swot", where = board, collection = "clusters") => ({
  [addressKey({ board: where, collection, item: id })]: { kind, text: "Doors" },
});

describe("what an item states", () => {
  test("are its links, by what they say of where it comes from", () => {
    const action = { comesFrom: to(one), indicator: to(two, "monitoring_tool"), removed: false };
    expect(linksOfItem(actionPlan, "actions", action)).toEqual([
      {
        field: "indicator",
        leadsOn: true,
        pointer: false,
        target: { board, collection: "clusters", item: two },
        copy: { kind: "monitoring_tool", text: "Doors" },
      },
      {
        field: "comesFrom",
        leadsOn: false,
        pointer: false,
        target: { board, collection: "clusters", item: one },
        copy: { kind: "swot", text: "Doors" },
      },
    ]);
  });

  test("are its pointers too: a note leads to its group, an arrow from one step to the next", () => {
    const pointing = (field: string, leadsOn: boolean, collection: string, item: string) => ({
      field,
      leadsOn,
      pointer: true,
      target: { board: null, collection, item },
      copy: null,
    });
    expect(linksOfItem(swot, "notes", { cluster: one })).toEqual([
      pointing("cluster", true, "clusters", one),
    ]);
    expect(linksOfItem(theoryOfChange, "links", { from: one, to: two })).toEqual([
      pointing("from", false, "steps", one),
      pointing("to", true, "steps", two),
    ]);
  });

  test("is nothing structural in the bin, where citations stay", () => {
    expect(linksOfItem(swot, "notes", { cluster: one, removed: true })).toEqual([]);
    expect(linksOfItem(actionPlan, "actions", { comesFrom: to(one), removed: true })).toHaveLength(1);
  });

  test("is nothing where an item is damaged or its collection unknown", () => {
    expect(linksOfItem(swot, "notes", { cluster: 7 })).toEqual([]);
    expect(linksOfItem(actionPlan, "actions", { comesFrom: [], indicator: null })).toEqual([]);
    expect(linksOfItem(swot, "words", { cluster: one })).toEqual([]);
    expect(statesLinks(swot, "clusters")).toBe(false);
    expect(statesLinks(swot, "notes")).toBe(true);
  });

  test("changes with its links and not with its words", () => {
    const item = { comesFrom: to(one), action: "A", removed: false };
    const changed = (after: object | null, before: object | null = item) =>
      linksChanged(actionPlan, "actions", before as never, after as never);
    expect(changed({ ...item, action: "Another" })).toBe(false);
    expect(changed({ ...item, comesFrom: to(one) })).toBe(false);
    expect(changed({ ...item, removed: true })).toBe(false);
    expect(changed({ ...item, comesFrom: to(two) })).toBe(true);
    expect(changed(null)).toBe(true);
    expect(changed({ action: "New" }, null)).toBe(false);
    expect(
      linksChanged(swot, "notes", { cluster: one, removed: false }, { cluster: one, removed: true }),
    ).toBe(true);
    expect(linksChanged(swot, "notes", { cluster: one }, { cluster: null })).toBe(true);
  });

  test("leads on from every field for indicators, and from no other", () => {
    const fields = [...boardKinds.values()].flatMap(({ kind, collections }) =>
      Object.values(collections).flatMap(({ fields: declared }) =>
        Object.entries(declared).flatMap(([name, field]) =>
          isLinks(field) && field.leadsOn ? [`${kind}.${name}`] : [],
        ),
      ),
    );
    expect(fields).toEqual([
      "action_plan.indicator",
      "gender_balance_sheet.indicator",
      "theory_of_change.indicator",
      "local_strategy.indicator",
    ]);
  });
});

describe("the field for a link", () => {
  const cluster = { board: swot, collection: "clusters" };
  const factor = { board: tows, collection: "factors" };
  const strategy = { board: tows, collection: "strategies" };
  const card = { board: recommendations, collection: "cards" };
  const action = { board: actionPlan, collection: "actions" };
  const indicator = { board: monitoringTool, collection: "indicators" };

  test("is the one that is made for it, at either end", () => {
    expect(fieldForLink({ origin: cluster, result: factor })).toEqual({ citing: "result", field: "source" });
    expect(fieldForLink({ origin: factor, result: strategy })).toEqual({
      citing: "result",
      field: "linkedItems",
    });
    expect(fieldForLink({ origin: strategy, result: card })).toEqual({ citing: "result", field: "trace" });
    expect(fieldForLink({ origin: card, result: action })).toEqual({ citing: "result", field: "comesFrom" });
    expect(fieldForLink({ origin: action, result: indicator })).toEqual({
      citing: "origin",
      field: "indicator",
    });
  });

  test("can be named; there is none where neither end has one", () => {
    expect(fieldForLink({ origin: action, result: indicator }, "comesFrom")).toEqual({
      citing: "result",
      field: "comesFrom",
    });
    expect(fieldForLink({ origin: action, result: indicator }, "title")).toBeNull();
    expect(fieldForLink({ origin: factor, result: cluster })).toBeNull();
    expect(fieldForLink({ origin: card, result: factor })).toBeNull();
  });
});

test("a copy points to copies: its own board’s items, as far as they came along, and to other boards as before", () => {
  const copyOf = (_collection: string, id: string) => (id === one ? two : null);
  const copied = (definition: Parameters<typeof pointToCopies>[0], collection: string, item: object) =>
    pointToCopies(definition, collection, { ...item }, { from: board, to: other, copyOf });
  const factors = (id: string, where = board) => to(id, "tows", where, "factors");
  expect(
    copied(tows, "strategies", {
      linkedItems: { ...factors(one), ...factors(other), ...to(one, "swot", two) },
    }),
  ).toMatchObject({ linkedItems: { ...factors(two, other), ...factors(other), ...to(one, "swot", two) } });
  expect(
    copied(tows, "factors", { text: "A", scores: { [`${one}/cso`]: 2, [`${two}/cso`]: 1 } }),
  ).toMatchObject({
    text: "A",
    scores: { [`${two}/cso`]: 2 },
  });
  expect(copied(swot, "notes", { cluster: one })).toMatchObject({ cluster: two });
  expect(copied(swot, "notes", { cluster: two })).toMatchObject({ cluster: null });
  const free = boardKinds.get("free_board")!;
  const place = { place: { x: 1, y: 2 } };
  expect(copied(free, "connectors", { from: { collection: "notes", item: one }, to: place })).toMatchObject({
    from: { collection: "notes", item: two },
    to: place,
  });
});
