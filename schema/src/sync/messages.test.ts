import { describe, expect, it } from "vitest";
import { parseClientMessage, parseServerMessage } from "./messages.ts";

const nonsense = ["", "{", "null", "7", '"flushed"', "[]", "{}", '{"type":7}', '{"type":"constructor"}'];

describe("a message from the server", () => {
  it("is taken when its type is known", () => {
    const message = { type: "closing", reason: "The workshop ends." };
    expect(parseServerMessage(JSON.stringify(message))).toEqual(message);
  });

  it.each(nonsense)("is null for %s", (payload) => {
    expect(parseServerMessage(payload)).toBeNull();
  });
});

describe("a message from a client", () => {
  it("is `flushed`, and nothing of what else it may carry", () => {
    expect(parseClientMessage('{"type":"flushed","role":"moderator"}')).toEqual({ type: "flushed" });
  });

  it.each([...nonsense, '{"type":"welcome"}'])("is null for %s", (payload) => {
    expect(parseClientMessage(payload)).toBeNull();
  });
});
