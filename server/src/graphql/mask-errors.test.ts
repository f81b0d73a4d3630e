import { InvalidEdit } from "@tavolo/schema";
import { GraphQLError } from "graphql";
import { describe, expect, it } from "vitest";
import { boardFrozen } from "../errors.ts";
import { createLog } from "../log.ts";
import { maskError } from "./mask-errors.ts";

const masking = () => {
  const lines: string[] = [];
  const log = createLog("info", { write: (line) => void lines.push(line) });
  const mask = (error: unknown) =>
    maskError(new GraphQLError("wrapped", { originalError: error as Error }), { log, correlationId: "c-1" });
  return { mask, lines };
};

describe("maskError", () => {
  it("passes an expected refusal with its code and sentence", () => {
    const { mask, lines } = masking();
    expect(mask(boardFrozen("agreed"))).toMatchObject({
      message: expect.stringContaining("This board is frozen (“agreed”)"),
      extensions: { code: "BOARD_FROZEN", reason: "agreed" },
    });
    expect(lines).toEqual([]);
  });

  it("passes what a document refuses", () => {
    const { mask } = masking();
    expect(mask(new InvalidEdit("TEXT_TOO_LONG", "text", "At most 280 characters fit.", 280))).toMatchObject({
      message: "At most 280 characters fit.",
      extensions: { code: "TEXT_TOO_LONG", field: "text", limit: 280 },
    });
  });

  it("hides everything else behind a reference that the log has too", () => {
    const { mask, lines } = masking();
    const answer = mask(new Error("connect ECONNREFUSED 10.0.0.7:5432"));
    expect(answer.extensions).toEqual({ code: "INTERNAL", correlationId: "c-1" });
    expect(answer.message).toBe(
      "Something went wrong on our side. If it happens again, quote the reference c-1.",
    );
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { correlationId: "c-1", fault: { message: "connect ECONNREFUSED 10.0.0.7:5432" } },
    ]);
  });
});
