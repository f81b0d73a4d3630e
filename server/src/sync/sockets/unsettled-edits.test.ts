import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { checkUpdate, type GateQuestions } from "../gate/check-update.ts";
import { forgeUpdate } from "../gate/forge-update.ts";
import { UnsettledEdits } from "./unsettled-edits.ts";

const open: GateQuestions = {
  boundTo: () => null,
  claimedBy: () => null,
  refuseWrite: () => null,
  refuseDelete: () => null,
  refuseGrowth: () => null,
};

describe("edits that built on something unknown", () => {
  it("[GATE-4] are settled by what brings their deletes too, not by their structs alone", () => {
    const server = new Y.Doc();
    server.getText("words").insert(0, "abc");
    const writer = new Y.Doc();
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(server));
    const updates: Uint8Array[] = [];
    writer.on("update", (update: Uint8Array) => updates.push(update));
    writer.getText("words").insert(3, "d");
    writer.transact(() => {
      writer.getText("words").insert(4, "e");
      writer.getText("words").delete(0, 1);
    });
    const [first, second] = updates as [Uint8Array, Uint8Array];

    const verdict = checkUpdate(server, second, "ada", open);
    if (verdict.kind !== "incomplete") throw new Error(verdict.kind);
    const unsettled = new UnsettledEdits();
    unsettled.add(verdict.lacking);
    expect(unsettled.areIn(server)).toBe(false);

    Y.applyUpdate(server, first);
    Y.applyUpdate(server, forgeUpdate(Y.decodeUpdate(second).structs));
    expect(unsettled.areIn(server)).toBe(false);

    Y.applyUpdate(server, second);
    expect(unsettled.areIn(server)).toBe(true);
  });
});
