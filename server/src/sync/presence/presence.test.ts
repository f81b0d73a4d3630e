import { type BoardDisplay, newItemId } from "@tavolo/schema";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  type AwarenessEntry,
  MAX_AWARENESS_ENTRIES,
  readAwareness,
  readState,
  writeAwareness,
} from "./awareness-update.ts";
import { Presence } from "./presence.ts";

const heron = {
  participantId: "01a20083-7a90-73ea-ae3c-5d309bb4a171",
  displayName: "Heron",
  stakeholderGroup: "cso",
} as const;
const nobodys = () => false;
const note = newItemId();
const focus = { itemId: note, field: "text", anchor: { a: 1 }, head: { a: 1 } };

/** A presence whose frames are kept, with one person at it. */
function table(display: BoardDisplay) {
  const sent: AwarenessEntry[][] = [];
  const groups = new Map([["cso", "other"]] as const);
  const presence = new Presence(
    display,
    groups,
    (update) =>
      sent.push(
        readAwareness(update).map((entry) => ({
          clientId: entry.clientId,
          clock: entry.clock,
          state: readState(entry),
        })),
      ),
    () => {},
  );
  const connection = {};
  presence.enter(connection, heron, groups);
  const say = (clientId: number, state: AwarenessEntry["state"]) =>
    presence.receive(connection, writeAwareness([{ clientId, clock: 1, state }]), nobodys);
  /** The one state that went out last. */
  const last = () => {
    vi.advanceTimersByTime(50);
    return sent.at(-1)?.at(-1);
  };
  return { presence, connection, sent, say, last };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("presence", () => {
  it("[PRESENCE-3] goes out once for what happens within fifty milliseconds, under the server’s identity", () => {
    const { presence, sent, say, last } = table("named");
    say(7, { editing: note, user: { name: "The Mayor" } });
    say(7, { editing: null, focus, user: { name: "The Mayor" }, leak: "I am the mayor" });
    expect(last()?.state).toEqual({
      editing: null,
      focus,
      user: { id: expect.any(String), name: "Heron", group: "cso", colour: expect.any(Number) },
    });
    expect(sent).toHaveLength(1);
    presence.close();
  });

  it("does not pass on the client id under which somebody writes", () => {
    const { presence, say, last } = table("named");
    say(7, { editing: note });
    expect(last()?.clientId).not.toBe(7);
    presence.close();
  });

  it("shows the merged group and what is written in, no name and no caret, where the board shows groups", () => {
    const { presence, say, last } = table("group");
    say(7, { editing: note, focus });
    expect(last()?.state).toMatchObject({ editing: note, focus: null, user: { name: null, group: "other" } });
    expect(presence.entries()).toMatchObject([{ displayName: null, group: "other", editing: note }]);
    presence.close();
  });

  it("[PRESENCE-2] shows that somebody is there, and nothing else, where the board hides authors", () => {
    const { presence, say, last } = table("anonymous");
    say(7, { editing: note, focus });
    expect(last()?.state).toEqual({
      user: { id: expect.any(String), name: null, group: null, colour: expect.any(Number) },
    });
    presence.close();
  });

  it("keeps somebody at the table whose window is in the background and says nothing", () => {
    const { presence, sent, say } = table("named");
    say(7, { editing: null });
    vi.advanceTimersByTime(60_000);
    const clocks = sent.map(([entry]) => entry?.clock ?? 0);
    expect(clocks.length).toBeGreaterThanOrEqual(5);
    expect(clocks).toEqual(clocks.toSorted((a, b) => a - b));
    presence.close();
  });

  it("tells that somebody has left", () => {
    const { presence, connection, say, last } = table("named");
    say(7, { editing: null });
    presence.leave(connection);
    expect(last()?.state).toBeNull();
    presence.close();
  });

  it("[PRESENCE-1] does not let one connection speak for another", () => {
    const { presence, say } = table("named");
    const other = {};
    presence.enter(other, { ...heron, displayName: "Tern" }, new Map());
    say(7, { editing: note });
    for (const state of [null, { editing: null }])
      presence.receive(other, writeAwareness([{ clientId: 7, clock: 9, state }]), nobodys);
    expect(presence.entries()).toMatchObject([
      { displayName: "Heron", editing: note },
      { displayName: "Tern", editing: null },
    ]);
    presence.close();
  });

  it("[GATE-6] refuses an id that belongs to somebody else, and keeps the one that was announced before", () => {
    const { presence, connection, say } = table("named");
    say(7, { editing: note });
    const update = writeAwareness([{ clientId: 8, clock: 1, state: {} }]);
    expect(presence.receive(connection, update, (clientId) => clientId === 8)).toBe("taken");
    expect(presence.participantOf(7)).toBe(heron.participantId);
    expect(presence.participantOf(8)).toBeNull();
    presence.close();
  });

  it("[PRESENCE-1] does not take what a client repeats of others who have left for its own", () => {
    const { presence, connection, sent, say, last } = table("named");
    say(7, { editing: note });
    const other = {};
    presence.enter(other, { ...heron, displayName: "Tern" }, new Map());
    presence.receive(other, writeAwareness([{ clientId: 9, clock: 1, state: {} }]), nobodys);
    const shown = last()!;
    presence.leave(other);
    presence.receive(connection, writeAwareness([shown]), nobodys);
    expect(presence.participantOf(7)).toBe(heron.participantId);
    expect(presence.participantOf(shown.clientId)).toBeNull();
    expect(sent.length).toBeGreaterThan(0);
    presence.close();
  });

  it("[PRESENCE-3] takes a few ids of one connection, and no more", () => {
    const { presence, say } = table("named");
    for (let clientId = 1; clientId <= 20; clientId++) say(clientId, {});
    expect(presence.participantOf(8)).toBe(heron.participantId);
    presence.close();
  });

  it("[PRESENCE-3] leaves out a state that is too large before it is parsed", () => {
    const { presence, connection, say } = table("named");
    say(7, { editing: note });
    const json = `{"editing":null,"pad":"${"x".repeat(4096)}`;
    const bytes = Uint8Array.of(1, 7, 2, (json.length & 127) | 128, json.length >> 7, ...Buffer.from(json));
    expect(presence.receive(connection, bytes, nobodys)).toBeNull();
    expect(presence.entries()).toMatchObject([{ editing: note }]);
    presence.close();
  });

  it.each([
    [
      "holds too many entries",
      writeAwareness(
        Array.from({ length: MAX_AWARENESS_ENTRIES + 1 }, (_, clientId) => ({
          clientId,
          clock: 1,
          state: null,
        })),
      ),
    ],
    ["goes on behind its end", Uint8Array.of(0, 0)],
    ["claims more bytes than it has", Uint8Array.of(1, 7, 1, 9, 110, 117, 108, 108)],
  ])("[PRESENCE-3] knows a message for malformed that %s", (_, bytes) => {
    expect(() => readAwareness(bytes)).toThrow(Error);
  });

  it("gives people at one board different colours while there are any", () => {
    const { presence } = table("group");
    for (let person = 1; person < 6; person++) presence.enter({}, heron, new Map());
    expect(new Set(presence.entries().map(({ colour }) => colour)).size).toBe(6);
    presence.close();
  });
});
