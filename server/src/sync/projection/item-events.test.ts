import { describe, expect, it } from "vitest";
import type { CommittedStep } from "../rooms/queue-entry.ts";
import { eventsOf } from "./item-events.ts";

const note = { id: "n", text: "a", section: "S", removed: false };

const step = (seq: number, before: object | null, after: object | null, actor = "ada"): CommittedStep => ({
  seq,
  at: new Date(seq),
  actor,
  decision: null,
  changes: [
    {
      collection: "notes",
      id: "n",
      before: before && { ...note, ...before },
      after: after && { ...note, ...after },
      derived: false,
    },
  ],
});

describe("events of committed steps", () => {
  it("makes one event of what one person types in a row", () => {
    const events = eventsOf([step(1, {}, { text: "ab" }), step(2, { text: "ab" }, { text: "abc" })]);
    expect(events).toMatchObject([{ type: "item.changed", seq: 2, payload: { fields: ["text"] } }]);
  });

  it("keeps two people’s typing apart", () => {
    const events = eventsOf([step(1, {}, { text: "ab" }), step(2, { text: "ab" }, { text: "abc" }, "bruno")]);
    expect(events.map(({ actor }) => actor)).toEqual(["ada", "bruno"]);
  });

  it("makes one event of what one person types while others type elsewhere, behind what they began before", () => {
    const other = (seq: number) => {
      const [change] = step(seq, {}, { text: `${seq}` }, "bruno").changes;
      return { ...step(seq, {}, {}, "bruno"), changes: [{ ...change!, id: "another" }] };
    };
    const events = eventsOf([
      step(1, null, { text: "a" }),
      other(2),
      step(3, { text: "a" }, { text: "ab" }),
      other(4),
      step(5, { text: "ab" }, { text: "abc" }),
    ]);
    expect(events).toMatchObject([
      { type: "item.changed", seq: 4, actor: "bruno" },
      { type: "item.added", seq: 5, actor: "ada" },
    ]);
  });

  it("draws a line at what is decided about the board", () => {
    const decision = { type: "policy", editing: "own" } as const;
    const events = eventsOf([
      step(1, {}, { text: "ab" }),
      { ...step(2, {}, {}), changes: [], decision },
      step(3, { text: "ab" }, { text: "abc" }),
    ]);
    expect(events.map(({ type }) => type)).toEqual(["item.changed", "board.policy", "item.changed"]);
  });

  it("tells a move, a change and a removal of one edit each on its own", () => {
    const events = eventsOf([step(1, {}, { section: "W", text: "b", removed: true })]);
    expect(events.map(({ type }) => type)).toEqual(["item.moved", "item.changed", "item.removed"]);
    expect(events[0]?.payload).toEqual({ fields: ["section"], fromSection: "S", toSection: "W" });
  });

  it("tells of what one edit adds and puts in the bin that it came and went", () => {
    const events = eventsOf([step(1, null, { removed: true })]);
    expect(events.map(({ type }) => type)).toEqual(["item.added", "item.removed"]);
  });

  it("tells a restored note as restored", () => {
    expect(eventsOf([step(1, { removed: true }, {})])).toMatchObject([{ type: "item.restored" }]);
  });

  it("says nothing of an item that only reads differently because another one changed", () => {
    const [change] = step(1, {}, { text: "b" }).changes;
    if (!change) throw new Error("The step has one change.");
    expect(eventsOf([{ ...step(1, {}, {}), changes: [{ ...change, derived: true }] }])).toEqual([]);
  });
});
