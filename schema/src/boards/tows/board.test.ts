import { describe, expect, expectTypeOf, it } from "vitest";
import * as Y from "yjs";
import { createDocument } from "../../document/create-document.ts";
import { editBoard } from "../../document/edit-board.ts";
import { addressKey, linksOf } from "../../document/fields/links.ts";
import { scoreKey } from "../../document/fields/scores.ts";
import { readBoard } from "../../document/read-board.ts";
import { newItemId } from "../../ids.ts";
import type { StakeholderGroup } from "../../people/stakeholder-groups.ts";
import swotExample from "../swot/example.json" with { type: "json" };
import { tows, TOWS_SECTION_KEYS, type TowsFactor, type TowsSide } from "./board.ts";
import { confront, strongPairs } from "./confrontation.ts";
import example from "./example.json" with { type: "json" };
import { factorsOfSwot } from "./factors-of-swot.ts";

/** Whom the example's three scoring groups stand for. */
const GROUPS: Record<string, StakeholderGroup> = {
  "g-authority": "municipality",
  "g-civil-society": "cso",
  "g-academia-residents": "academia",
};
const rounded = (value: number | null) => (value === null ? null : Number(value.toFixed(2)));

function sideOf(cluster: string): TowsSide {
  const section = swotExample.clusters.find(({ id }) => id === cluster)?.section;
  const side = (["S", "W", "O", "T"] as const).find((known) => known === section);
  if (!side) throw new Error(`the SWOT has no group ${cluster}`);
  return side;
}

/** The example on a board, by the editor; ids of its factors by the example's. */
function laidOut() {
  const doc = new Y.Doc();
  createDocument(tows, doc);
  const editor = editBoard(tows, doc, { origin: "example" });
  const board = newItemId();
  const ids = new Map<string, string>();
  for (const cluster of [...example.rows, ...example.columns]) {
    const text = swotExample.clusters.find(({ id }) => id === cluster)?.title.en ?? "";
    ids.set(cluster, editor.add("factors", { text, side: sideOf(cluster) }));
  }
  const idOf = (cluster: string) => ids.get(cluster) ?? "";
  for (const { row, column, scores } of example.cells) {
    const entries = scores.map(({ group, score }) => [scoreKey(idOf(column), GROUPS[group] ?? "cso"), score]);
    editor.set("factors", idOf(row), { scores: Object.fromEntries(entries) });
  }
  for (const { quadrant, text, linked, impact, feasibility, horizon } of example.strategies) {
    const section = TOWS_SECTION_KEYS.find((key) => key === quadrant) ?? "SO";
    const chosen = (["short", "medium", "long"] as const).find((known) => known === horizon) ?? null;
    const linkedItems = Object.fromEntries(
      linked.map((cluster) => [
        addressKey({ board, collection: "factors", item: idOf(cluster) }),
        { kind: "tows", text: cluster },
      ]),
    );
    editor.add("strategies", {
      section,
      strategy: text.en,
      translations: { it: { text: text.it, status: "human" } },
      impact,
      feasibility,
      horizon: chosen,
      linkedItems,
    });
  }
  return { doc, editor, idOf, content: () => readBoard(tows, doc) };
}

describe("the example's confrontation", () => {
  const { idOf, content } = laidOut();
  const confrontation = confront(content().factors);

  it("reads each pair with its mean, its spread and its quadrant", () => {
    expect(confrontation.cells).toHaveLength(36);
    for (const { row, column, quadrant, mean, spread } of example.cells) {
      const cell = confrontation.cells.find(
        ({ internal, external }) => internal === idOf(row) && external === idOf(column),
      );
      expect(cell).toMatchObject({ quadrant, spread });
      expect(rounded(cell?.mean ?? null)).toBe(mean);
    }
  });

  it("adds up to the example's quadrants, each row and column to its pairs", () => {
    for (const quadrant of TOWS_SECTION_KEYS) {
      const { pairs, mean } = example.quadrant_means[quadrant];
      const total = confrontation.quadrants.get(quadrant);
      expect(total?.scored).toBe(pairs);
      // The example rounds each pair before it takes the mean of them.
      expect(Math.abs((total?.mean ?? 0) - mean)).toBeLessThan(0.01);
    }
    const sums = (totals: Iterable<{ sum: number }>) => [...totals].reduce((all, { sum }) => all + sum, 0);
    expect(confrontation.rows.size).toBe(6);
    expect(rounded(sums(confrontation.rows.values()))).toBe(rounded(sums(confrontation.columns.values())));
    expect(rounded(sums(confrontation.rows.values()))).toBe(rounded(sums(confrontation.quadrants.values())));
  });

  it("names the pairs that are strong enough to become strategies, the strongest first", () => {
    const strong = strongPairs(confrontation);
    const expected = example.cells.filter(({ mean }) => mean >= 2);
    expect(strong).toHaveLength(expected.length);
    expect(strong[0]).toMatchObject({ internal: idOf("c-04"), external: idOf("c-11"), mean: 3, spread: 0 });
    expect(strong[1]).toMatchObject({ internal: idOf("c-03"), external: idOf("c-10") });
    expect(strongPairs(confrontation, 3)).toHaveLength(1);
  });

  it("comes with its strategies and what each is linked to", () => {
    const { strategies } = content();
    expect(strategies).toHaveLength(example.strategies.length);
    for (const { text, linked } of example.strategies) {
      const strategy = strategies.find((candidate) => candidate.strategy === text.en);
      expect(strategy?.translations.it?.text).toBe(text.it);
      const targets = linksOf(strategy?.linkedItems ?? {}).map(({ item }) => item);
      expect(targets.toSorted()).toEqual(linked.map(idOf).toSorted());
    }
  });
});

describe("a confrontation", () => {
  const factor = (side: TowsSide, scores: TowsFactor["scores"] = {}, removed = false) => ({
    id: newItemId(),
    side,
    scores,
    removed,
  });

  it("leaves blank what nobody scored: it is no zero", () => {
    const chance = factor("O");
    const strength = factor("S", { [scoreKey(chance.id, "cso")]: 0 });
    const weakness = factor("W");
    const { cells, quadrants, rows } = confront([strength, weakness, chance]);
    expect(cells.map(({ mean, spread }) => [mean, spread])).toEqual([
      [0, 0],
      [null, null],
    ]);
    expect(quadrants.get("SO")).toEqual({ scored: 1, sum: 0, mean: 0 });
    expect(quadrants.get("WO")).toEqual({ scored: 0, sum: 0, mean: null });
    expect(rows.get(weakness.id)?.mean).toBeNull();
  });

  it("forgets nothing of a factor in the bin but does not count it", () => {
    const chance = factor("O", {}, true);
    const strength = factor("S", { [scoreKey(chance.id, "cso")]: 3 });
    expect(confront([strength, chance]).cells).toEqual([]);
    expect(confront([strength, { ...chance, removed: false }]).cells).toMatchObject([{ mean: 3 }]);
  });

  it("keeps what two groups score at once", () => {
    const { doc, idOf } = laidOut();
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const key = (group: StakeholderGroup) => scoreKey(idOf("c-07"), group);
    editBoard(tows, doc, { origin: "a" }).set("factors", idOf("c-01"), { scores: { [key("region")]: 3 } });
    editBoard(tows, other, { origin: "b" }).set("factors", idOf("c-01"), {
      scores: { [key("resident")]: 0 },
    });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    const read = readBoard(tows, doc).factors.find(({ id }) => id === idOf("c-01"));
    expect(read?.scores).toMatchObject({ [key("region")]: 3, [key("resident")]: 0 });
    expectTypeOf(read?.scores).toEqualTypeOf<Readonly<Record<string, number>> | undefined>();
  });
});

describe("the factors of a SWOT", () => {
  const clusters = swotExample.clusters.map(({ id, section, title, note_ids: notes }, index) => ({
    id: newItemId(),
    code: id,
    name: title.en,
    language: "en" as const,
    section: (["S", "W", "O", "T"] as const).find((key) => key === section) ?? "S",
    rank: `a${index}`,
    removed: false,
    noteIds: notes,
  }));
  const board = newItemId();

  it("are the heaviest groups of each section, linked to where they come from", () => {
    const factors = factorsOfSwot(clusters, { board, topN: 2 });
    expect(factors.map(({ side }) => side)).toEqual(["S", "S", "W", "W", "O", "O", "T", "T"]);
    for (const { text, source } of factors) {
      const [link] = linksOf(source);
      expect(link).toMatchObject({ board, collection: "clusters", kind: "swot", text });
      expect(clusters.find(({ id }) => id === link?.item)?.name).toBe(text);
    }
  });

  it("go by votes where there were votes", () => {
    const votes = new Map([[clusters.findLast(({ section }) => section === "S")?.id ?? "", 9]]);
    const [first] = factorsOfSwot(clusters, { board, topN: 1, votes });
    expect(first?.text).toBe(clusters.findLast(({ section }) => section === "S")?.name);
  });

  it("leave out what lies in the bin", () => {
    expect(
      factorsOfSwot(
        clusters.map((cluster) => ({ ...cluster, removed: true })),
        { board },
      ),
    ).toEqual([]);
  });

  it("go onto a board by strict editing", () => {
    const doc = new Y.Doc();
    createDocument(tows, doc);
    const editor = editBoard(tows, doc, { origin: "test" });
    for (const factor of factorsOfSwot(clusters, { board })) editor.add("factors", factor);
    expect(readBoard(tows, doc).factors).toHaveLength(12);
  });
});
