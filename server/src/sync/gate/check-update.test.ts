import { createDocument, editBoard, newItemId, swot } from "@tavolo/schema";
import * as encoding from "lib0/encoding";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { forbidden } from "../../errors.ts";
import { checkUpdate, type GateQuestions, MalformedUpdate } from "./check-update.ts";
import type { Place } from "./place.ts";

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
  it("finds the field that typing in a note writes to, though the struct names only its neighbour", () => {
    const { server, client, id, lastUpdate } = boardWithNote();
    const text = client.getMap<Y.Map<Y.Text>>("notes").get(id)?.get("text");
    const update = lastUpdate(() => text?.insert(4, " until"));
    const { ask, places } = watchingGate();
    expect(checkUpdate(server, update, ada, ask)).toEqual({ kind: "accepted", clientIds: [client.clientID] });
    expect(new Set(places)).toEqual(new Set([`write notes ${id} text`]));
  });

  it("finds the fields of a note that is new in the same update", () => {
    const { server, editor, lastUpdate } = boardWithNote();
    const id = newItemId();
    const update = lastUpdate(() => editor.add("notes", { id, text: "New", section: "W", language: "it" }));
    const { ask, places } = watchingGate();
    expect(checkUpdate(server, update, ada, ask).kind).toBe("accepted");
    expect(places).toContain(`write notes ${id}`);
    expect(places).toContain(`write notes ${id} text`);
    expect(places).toContain(`write notes ${id} section`);
  });

  it("asks about what is deleted by its place", () => {
    const { server, client, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() => client.getMap("notes").delete(id));
    const { ask, places } = watchingGate();
    checkUpdate(server, update, ada, ask);
    expect(places).toContain(`delete notes ${id}`);
  });

  it("takes a whole state that is known already for unchanged", () => {
    const { server, client } = boardWithNote();
    const { ask, places } = watchingGate();
    expect(checkUpdate(server, Y.encodeStateAsUpdate(client), ada, ask)).toEqual({ kind: "unchanged" });
    expect(places).toEqual([]);
  });

  it("asks for everything when an update builds on an edit that never arrived", () => {
    const { server, editor, id, lastUpdate } = boardWithNote();
    lastUpdate(() => editor.setText("notes", id, "text", "Open until eleven"));
    const second = lastUpdate(() => editor.setText("notes", id, "text", "Open until eleven at night"));
    expect(checkUpdate(server, second, ada, watchingGate().ask)).toEqual({ kind: "incomplete" });
  });

  it("refuses structs under a client id that is somebody else’s", () => {
    const { server, client, editor, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() => editor.remove("notes", id));
    const { ask } = watchingGate(new Map([[client.clientID, "bruno"]]));
    expect(checkUpdate(server, update, ada, ask)).toMatchObject({
      kind: "refused",
      refusal: { code: "CLIENT_ID_TAKEN" },
    });
  });

  it("refuses structs under a client id that somebody else has announced", () => {
    const { server, client, editor, id, lastUpdate } = boardWithNote();
    const update = lastUpdate(() => editor.remove("notes", id));
    const { ask } = watchingGate(new Map(), new Map([[client.clientID, "bruno"]]));
    expect(checkUpdate(server, update, ada, ask)).toMatchObject({ refusal: { code: "CLIENT_ID_TAKEN" } });
  });

  it("does not take for known what its owner writes under an id that somebody squats", () => {
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

  it.each(["neighbour", "parent"])("knows structs that are their own %s for malformed, at once", (kind) => {
    const { server } = boardWithNote();
    const circular = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 7);
      encoding.writeVarUint(encoder, 0);
      if (kind === "neighbour") {
        // A text whose left neighbour is itself.
        encoding.writeUint8(encoder, 0x84);
      } else {
        // A text whose parent is itself.
        encoding.writeUint8(encoder, 0x04);
        encoding.writeVarUint(encoder, 0);
      }
      encoding.writeVarUint(encoder, 7);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, "x");
      encoding.writeVarUint(encoder, 0);
    });
    expect(() => checkUpdate(server, circular, ada, watchingGate().ask)).toThrow(MalformedUpdate);
  });

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

  it("knows bytes that are no update", () => {
    const { server } = boardWithNote();
    expect(() => checkUpdate(server, Uint8Array.of(1, 200, 3), ada, watchingGate().ask)).toThrow(
      MalformedUpdate,
    );
  });
});
