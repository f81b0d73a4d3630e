import { describe, expect, it } from "vitest";
import { saveStatus, type SaveFacts } from "./save-status.ts";

const calm: SaveFacts = {
  refusedCode: null,
  welcomed: true,
  tried: true,
  settled: true,
  overdue: false,
  kept: 0,
  keeping: false,
  unkept: 0,
  readOnlyReason: null,
};

describe("the word in the app bar", () => {
  it("is saved only when every frame of this socket was acknowledged", () => {
    expect(saveStatus(calm)).toEqual({ kind: "saved" });
    expect(saveStatus({ ...calm, settled: false, kept: 1 })).toEqual({ kind: "saving" });
  });

  it("is never saved while the connection is away, whatever the counts say", () => {
    expect(saveStatus({ ...calm, welcomed: false })).toEqual({
      kind: "offline",
      changes: 0,
      place: "device",
    });
    expect(saveStatus({ ...calm, welcomed: false, kept: 3 })).toEqual({
      kind: "offline",
      changes: 3,
      place: "device",
    });
  });

  it("calls nothing kept while a further change to what is kept is on its way to the device", () => {
    const away = { ...calm, welcomed: false, kept: 3 };
    expect(saveStatus({ ...away, keeping: true })).toEqual({
      kind: "offline",
      changes: 3,
      place: "underway",
    });
    expect(saveStatus({ ...away, keeping: true, unkept: 1 })).toMatchObject({ changes: 4, place: "window" });
  });

  it("is connecting until a first attempt has ended", () => {
    expect(saveStatus({ ...calm, welcomed: false, tried: false })).toEqual({ kind: "connecting" });
  });

  it("admits that a connected server does not answer", () => {
    expect(saveStatus({ ...calm, settled: false, overdue: true, kept: 2 })).toEqual({
      kind: "unsaved",
      changes: 2,
      place: "device",
    });
  });

  it("gives the reason for reading only", () => {
    expect(saveStatus({ ...calm, readOnlyReason: "FROZEN" })).toEqual({ kind: "readOnly", reason: "FROZEN" });
    expect(saveStatus({ ...calm, readOnlyReason: "OBSERVER", settled: false })).toEqual({
      kind: "readOnly",
      reason: "OBSERVER",
    });
  });

  it("keeps saying that the last changes are on their way when the board freezes", () => {
    expect(saveStatus({ ...calm, readOnlyReason: "FROZEN", settled: false, kept: 1 })).toEqual({
      kind: "saving",
    });
  });

  it("puts a refusal before everything else", () => {
    expect(saveStatus({ ...calm, refusedCode: "NOT_OWNER" })).toEqual({ kind: "refused", code: "NOT_OWNER" });
  });
});
