import { createDocument, editBoard, newItemId, swot } from "@tavolo/schema";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { forbidden } from "../../errors.ts";
import { checkUpdate, type GateQuestions } from "./check-update.ts";
import { forgeUpdate } from "./forge-update.ts";
import type { Place } from "./place.ts";
import { MalformedUpdate } from "./read-update.ts";

const ada = "ada";

/** A gate that lets everything pass and remembers which places it was asked about. */
function watchingGate(bindings = new Map<number, string>(), claims = new Map<number, string>()) {
  const places: string[] = [];
  const note = (verb: string) => (place: Place) => {
    places.push([verb, place.root, ...place.path].join(" "));
    return null;
  };
  const ask: GateQuestions = {
    boundTo: (clientId) => bindings.get(clientId) ?? null,
    claimedBy: (clientId) => claims.get(clientId) ?? null,
    refuseWrite: note("write"),
    refuseDelete: note("delete"),
    refuseGrowth: () => null,
  };
  return { ask, places };
}

/** A board with one note, and a client’s copy of it. */
function boardWithNote() {
  const server = new Y.Doc();
  createDocument(swot, server);
  const id = newItemId();
  editBoard(swot, server, { origin: null }).add("notes", {
    id,
    text: "Open late",
    section: "S",
    language: "en",
  });
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  const editor = editBoard(swot, client, { origin: null });
  const lastUpdate = (edit: () => void): Uint8Array => {
    const before = Y.encodeStateVector(client);
    edit();
    return Y.encodeStateAsUpdate(client, before);
  };
  return { server, client, editor, id, lastUpdate };
}

describe("the gate", () => {
  it("[GATE-7] finds the field that typing in a note writes to, though the struct names only its neighbour", () => {
    const { server, client, id, lastUpdate } = boardWithNote();
    const text = client.getMap<Y.Map<Y.Text>>("notes").get(id)?.get("text");
    const update = lastUpdate(() => text?.insert(4, " until"));
    const { ask, places } = watchingGate();
    expect(checkUpdate(server, update, ada, ask)).toEqual({
      kind: "accepted",
      clientIds: [client.clientID],
      update,
    });
    expect(new Set(places)).toEqual(new Set([`write notes ${id} text`]));
  });

  it("[GATE-7] finds the fields of a note that is new in the same update", () => {
    const { server, editor, lastUpdate } = boardWithNote();
    const id = newItemId();
    const update = lastUpdate(() => editor.add("notes", { id, text: "New", section: "W", language: "it" }));
    const { ask, places } = watchingGate();
    expect(checkUpdate(server, update, ada, ask).kind).toBe("accepted");
    expect(places).toContain(`write notes ${id}`);
    expect(places).toContain(`write notes ${id} text`);
    expect(places).toContain(`write notes ${id} section`);
  });

  it("[GATE-7] asks about what is deleted by its place", () => {
    const { server, client, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() => client.getMap("notes").delete(id));
    const { ask, places } = watchingGate();
    checkUpdate(server, update, ada, ask);
    expect(places).toContain(`delete notes ${id}`);
  });

  it("[GATE-3] takes a whole state that is known already for unchanged", () => {
    const { server, client } = boardWithNote();
    const { ask, places } = watchingGate();
    expect(checkUpdate(server, Y.encodeStateAsUpdate(client), ada, ask)).toEqual({ kind: "unchanged" });
    expect(places).toEqual([]);
  });

  it("[GATE-4] asks for everything when an update builds on an edit that never arrived", () => {
    const { server, client, editor, id, lastUpdate } = boardWithNote();
    lastUpdate(() => editor.setText("notes", id, "text", "Open until eleven"));
    const second = lastUpdate(() => editor.setText("notes", id, "text", "Open until eleven at night"));
    const verdict = checkUpdate(server, second, ada, watchingGate().ask);
    if (verdict.kind !== "incomplete") throw new Error(verdict.kind);
    expect(verdict.lacking.ends.get(client.clientID)).toBe(Y.getState(client.store, client.clientID));
  });

  it("[GATE-6] refuses structs under a client id that is somebody else’s", () => {
    const { server, client, editor, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() => editor.remove("notes", id));
    const { ask } = watchingGate(new Map([[client.clientID, "bruno"]]));
    expect(checkUpdate(server, update, ada, ask)).toMatchObject({
      kind: "refused",
      refusal: { code: "CLIENT_ID_TAKEN" },
    });
  });

  it("[GATE-6] refuses structs under a client id that somebody else has announced", () => {
    const { server, client, editor, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() => editor.remove("notes", id));
    const { ask } = watchingGate(new Map(), new Map([[client.clientID, "bruno"]]));
    expect(checkUpdate(server, update, ada, ask)).toMatchObject({ refusal: { code: "CLIENT_ID_TAKEN" } });
  });

  it("[GATE-6] does not take for known what its owner writes under an id that somebody squats", () => {
    const { server, client, editor, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() => editor.remove("notes", id));
    const squatter = new Y.Doc();
    Y.applyUpdate(squatter, Y.encodeStateAsUpdate(server));
    squatter.clientID = client.clientID;
    editBoard(swot, squatter, { origin: null }).setText("notes", id, "text", "Squatted");
    Y.applyUpdate(server, Y.encodeStateAsUpdate(squatter));
    const { ask } = watchingGate(new Map([[client.clientID, "bruno"]]), new Map([[client.clientID, ada]]));
    expect(checkUpdate(server, update, ada, ask)).toMatchObject({ refusal: { code: "CLIENT_ID_TAKEN" } });
  });

  it.each(["neighbour", "parent"])(
    "[GATE-5] knows structs that are their own %s for malformed, at once",
    (kind) => {
      const { server } = boardWithNote();
      const self = Y.createID(7, 0);
      const [origin, parent] = kind === "neighbour" ? [self, null] : [null, self];
      const circular = forgeUpdate([
        new Y.Item(self, null, origin, null, null, parent as never, null, new Y.ContentString("x")),
      ]);
      expect(() => checkUpdate(server, circular, ada, watchingGate().ask)).toThrow(MalformedUpdate);
    },
  );

  it("accepts typing into a note that is gone, without asking where it would stand", () => {
    const { server, client, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() =>
      client.getMap<Y.Map<Y.Text>>("notes").get(id)?.get("text")?.insert(0, "x"),
    );
    server.getMap("notes").delete(id);
    const { ask, places } = watchingGate();
    expect(checkUpdate(server, update, ada, ask).kind).toBe("accepted");
    expect(places).toEqual([]);
  });

  it("does not look at deletes behind a refusal", () => {
    const { server, editor, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() => editor.remove("notes", id));
    const ask: GateQuestions = {
      boundTo: () => null,
      claimedBy: () => null,
      refuseWrite: () => forbidden(),
      refuseDelete: () => null,
      refuseGrowth: () => null,
    };
    expect(checkUpdate(server, update, ada, ask)).toMatchObject({
      kind: "refused",
      refusal: { code: "FORBIDDEN" },
    });
  });

  it("[GATE-3] takes what is new of an update alone, whatever stands in it beside", () => {
    const { server, client, editor, id } = boardWithNote();
    editor.setText("notes", id, "text", "Open until eleven");
    Y.applyUpdate(server, Y.encodeStateAsUpdate(client));
    editor.setText("notes", id, "text", "Open until ten");
    editor.add("notes", { text: "New", section: "W", language: "it" });
    const whole = Y.encodeStateAsUpdate(client);
    const verdict = checkUpdate(server, whole, ada, watchingGate().ask);
    if (verdict.kind !== "accepted") throw new Error(verdict.kind);
    expect(verdict.update.length).toBeLessThan(whole.length);
    Y.applyUpdate(server, verdict.update);
    expect(Y.equalSnapshots(Y.snapshot(server), Y.snapshot(client))).toBe(true);
    expect(checkUpdate(server, whole, ada, watchingGate().ask)).toEqual({ kind: "unchanged" });
  });

  it("[GATE-3] puts the new part of what is partly known where the known part stands, whatever the update says", () => {
    const { server, client, editor, id } = boardWithNote();
    const other = editor.add("notes", { text: "Theirs", section: "W", language: "it" });
    const text = (note: string) => client.getMap<Y.Map<Y.Text>>("notes").get(note)!.get("text")!;
    const clock = Y.getState(client.store, client.clientID);
    text(id).insert(0, "abc");
    Y.applyUpdate(server, Y.encodeStateAsUpdate(client));
    // The same three characters and three more, said to stand in another note.
    const origin = text(other)._start!.id;
    const forged = forgeUpdate([
      new Y.Item(
        Y.createID(client.clientID, clock),
        null,
        origin,
        null,
        null,
        null,
        null,
        new Y.ContentString("abcdef"),
      ),
    ]);
    const { ask, places } = watchingGate();
    const verdict = checkUpdate(server, forged, ada, ask);
    expect(places).toEqual([`write notes ${id} text`]);
    if (verdict.kind !== "accepted") throw new Error(verdict.kind);
    Y.applyUpdate(server, verdict.update);
    expect(server.getMap<Y.Map<Y.Text>>("notes").get(other)!.get("text")!.toString()).toBe("Theirs");
    expect(server.getMap<Y.Map<Y.Text>>("notes").get(id)!.get("text")!.toString()).toBe("abcdefOpen late");
  });

  it("[GATE-10] counts a text once that an update deletes many times over", () => {
    const { server, client, id } = boardWithNote();
    const [item] = [client.getMap<Y.Map<Y.Text>>("notes").get(id)!.get("text")!._start!];
    const range = { client: item.id.client, clock: item.id.clock, length: item.length };
    const forged = forgeUpdate(
      [
        new Y.Item(
          Y.createID(7, 0),
          null,
          item.id,
          null,
          null,
          null,
          null,
          new Y.ContentString("x".repeat(50)),
        ),
      ],
      [range, range, range],
    );
    const grown: number[] = [];
    const { ask } = watchingGate();
    checkUpdate(server, forged, ada, {
      ...ask,
      refuseGrowth: (_place, by) => {
        grown.push(by);
        return null;
      },
    });
    expect(grown).toEqual([50 - item.length]);
  });

  it("[GATE-2] refuses containers in containers beyond all that a board has", () => {
    const { server } = boardWithNote();
    const deep = Array.from({ length: 5_000 }, (_, clock) => {
      const parent = clock === 0 ? "notes" : Y.createID(7, clock - 1);
      return new Y.Item(
        Y.createID(7, clock),
        null,
        null,
        null,
        null,
        parent as never,
        "k",
        new Y.ContentType(new Y.Map()),
      );
    });
    expect(() => checkUpdate(server, forgeUpdate(deep), ada, watchingGate().ask)).toThrow(MalformedUpdate);
  });

  it("[GATE-8] refuses what no board has a place for, also where its container is gone", () => {
    const { server, client, id } = boardWithNote();
    const [text] = [client.getMap<Y.Map<Y.Text>>("notes").get(id)!.get("text")!];
    const first = text._start!.id;
    server.getMap("notes").delete(id);
    const embed = new Y.Item(Y.createID(7, 0), null, first, null, null, null, null, new Y.ContentEmbed({}));
    expect(checkUpdate(server, forgeUpdate([embed]), ada, watchingGate().ask)).toMatchObject({
      refusal: { code: "CONTENT_REFUSED" },
    });
  });

  it("[GATE-7] refuses what stands in a value", () => {
    const { server, client, id } = boardWithNote();
    const value = client.getMap<Y.Map<unknown>>("notes").get(id)!._map.get("section")!;
    const forged = forgeUpdate([
      new Y.Item(Y.createID(7, 0), null, null, null, null, value.id as never, "k", new Y.ContentAny([1])),
    ]);
    expect(() => checkUpdate(server, forged, ada, watchingGate().ask)).toThrow(MalformedUpdate);
  });

  it("[GATE-1] knows bytes that are no update", () => {
    const { server } = boardWithNote();
    expect(() => checkUpdate(server, Uint8Array.of(1, 200, 3), ada, watchingGate().ask)).toThrow(
      MalformedUpdate,
    );
  });
});
