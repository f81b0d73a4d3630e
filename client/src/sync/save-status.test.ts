import { describe, expect, it } from "vitest";
import { saveStatus, type SaveFacts } from "./save-status.ts";

const calm: SaveFacts = {
  refusedCode: null,
  welcomed: true,
  tried: true,
  settled: true,
  overdue: false,
  kept: 0,
  unkept: 0,
  readOnlyReason: null,
};

describe("the word in the app bar", () => {
  it("is saved only when every frame of this socket was acknowledged", () => {
    expect(saveStatus(calm)).toEqual({ kind: "saved" });
    expect(saveStatus({ ...calm, settled: false, kept: 1 })).toEqual({ kind: "saving" });
  });

  it("is never saved while the connection is away, whatever the counts say", () => {
    expect(saveStatus({ ...calm, welcomed: false })).toEqual({ kind: "offline", changes: 0, kept: true });
    expect(saveStatus({ ...calm, welcomed: false, kept: 3 })).toEqual({
      kind: "offline",
      changes: 3,
      kept: true,
    });
  });

  it("is connecting until a first attempt has ended", () => {
    expect(saveStatus({ ...calm, welcomed: false, tried: false })).toEqual({ kind: "connecting" });
  });

  it("admits that a connected server does not answer", () => {
    expect(saveStatus({ ...calm, settled: false, overdue: true, kept: 2 })).toEqual({
      kind: "unsaved",
      changes: 2,
      kept: true,
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
