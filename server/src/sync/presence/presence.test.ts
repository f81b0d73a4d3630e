import type { BoardDisplay } from "@tavolo/schema";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type AwarenessEntry, readAwareness, writeAwareness } from "./awareness-update.ts";
import { Presence } from "./presence.ts";

const heron = {
  participantId: "01a20083-7a90-73ea-ae3c-5d309bb4a171",
  displayName: "Heron",
  stakeholderGroup: "cso",
} as const;
const everyClient = () => true;

/** A presence whose frames are kept, with one person at it. */
function table(display: BoardDisplay) {
  const sent: AwarenessEntry[][] = [];
  const groups = new Map([["cso", "other"]] as const);
  const presence = new Presence(
    display,
    groups,
    (update) => sent.push(readAwareness(update)),
    () => {},
  );
  const connection = {};
  presence.enter(connection, heron, groups);
  const say = (entries: AwarenessEntry[]) =>
    presence.receive(connection, writeAwareness(entries), everyClient);
  return { presence, connection, sent, say };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("presence", () => {
  it("goes out once for what happens within fifty milliseconds, under the server’s identity", () => {
    const { presence, sent, say } = table("named");
    say([{ clientId: 7, clock: 1, state: { editing: "a", user: { name: "The Mayor" } } }]);
    say([{ clientId: 7, clock: 2, state: { editing: "b", user: { name: "The Mayor" } } }]);
    vi.advanceTimersByTime(50);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject([
      { clientId: 7, clock: 2, state: { editing: "b", user: { name: "Heron", group: "cso" } } },
    ]);
    presence.close();
  });

  it("shows the merged group and no name where the board shows groups", () => {
    const { presence, say } = table("group");
    say([{ clientId: 7, clock: 1, state: { editing: "a" } }]);
    expect(presence.entries()).toMatchObject([{ displayName: null, group: "other", editing: "a" }]);
    presence.close();
  });

  it("shows that somebody is there, and nothing else, where the board hides authors", () => {
    const { presence, sent, say } = table("anonymous");
    say([{ clientId: 7, clock: 1, state: { editing: "a", focus: { itemId: "a" } } }]);
    vi.advanceTimersByTime(50);
    expect(Object.keys(sent[0]?.[0]?.state ?? {})).toEqual(["user"]);
    presence.close();
  });

  it("keeps somebody at the table whose window is in the background and says nothing", () => {
    const { presence, sent, say } = table("named");
    say([{ clientId: 7, clock: 1, state: { editing: null } }]);
    vi.advanceTimersByTime(60_000);
    expect(sent.length).toBeGreaterThanOrEqual(5);
    expect(sent.at(-1)?.[0]?.clock).toBeGreaterThan(1);
    presence.close();
  });

  it("tells that somebody has left", () => {
    const { presence, connection, sent, say } = table("named");
    say([{ clientId: 7, clock: 1, state: { editing: null } }]);
    presence.leave(connection);
    vi.advanceTimersByTime(50);
    expect(sent.at(-1)).toEqual([{ clientId: 7, clock: 2, state: null }]);
    presence.close();
  });

  it("does not let one connection speak for another", () => {
    const { presence, say } = table("named");
    const other = {};
    presence.enter(other, { ...heron, displayName: "Tern" }, new Map());
    say([{ clientId: 7, clock: 1, state: { editing: "a" } }]);
    presence.receive(other, writeAwareness([{ clientId: 7, clock: 9, state: null }]), everyClient);
    expect(presence.entries()).toMatchObject([
      { displayName: "Heron", editing: "a" },
      { displayName: "Tern", editing: null },
    ]);
    presence.close();
  });
});
