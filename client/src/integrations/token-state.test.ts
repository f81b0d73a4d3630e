import { describe, expect, it } from "vitest";
import { byUse, tokenState } from "./token-state.ts";

const now = Date.parse("2026-03-01T12:00:00Z");
const at = (expiresAt: string, revokedAt: string | null = null) => tokenState({ expiresAt, revokedAt }, now);

describe("a token", () => {
  it("is good, then soon to be renewed, then expired", () => {
    expect(at("2026-05-01T12:00:00Z")).toBe("good");
    expect(at("2026-03-15T12:00:00Z")).toBe("ending");
    expect(at("2026-03-01T12:00:00Z")).toBe("expired");
  });

  it("that was revoked is nothing else", () => {
    expect(at("2026-02-01T12:00:00Z", "2026-01-01T12:00:00Z")).toBe("revoked");
  });

  it("that works stands before those that were revoked", () => {
    const token = (createdAt: string, revokedAt: string | null) => ({ createdAt, revokedAt, expiresAt: "" });
    const [old, revoked, fresh] = [token("1", null), token("3", "4"), token("2", null)];
    expect(byUse([old, revoked, fresh])).toEqual([fresh, old, revoked]);
  });
});
