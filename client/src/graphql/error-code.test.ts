import { CombinedError } from "@urql/core";
import { expect, test } from "vitest";
import schema from "../../../schema/schema.graphql?raw";
import { correlationId, errorCode, errorCodes, retryAfterSeconds } from "./error-code.ts";
import sentences from "./messages.en.json";

const refused = (code: string, more = {}) =>
  new CombinedError({ graphQLErrors: [{ message: "…", extensions: { code, ...more } }] });

test("the interface has a sentence for every code that the schema documents", () => {
  const declared = /enum ErrorCode \{([\s\S]*?)\n\}/.exec(schema)?.[1] ?? "";
  const codes = declared.replaceAll(/"""[\s\S]*?"""/g, "").match(/[A-Z_]{3,}/g) ?? [];
  expect(codes.length).toBeGreaterThan(20);
  expect(errorCodes).toEqual(expect.arrayContaining(codes));
  expect(Object.keys(sentences)).toEqual(expect.arrayContaining([...errorCodes]));
});

test("the server's stable code is read", () => {
  expect(errorCode(refused("INVITE_EXPIRED"))).toBe("INVITE_EXPIRED");
});

test("no answer is told apart from a refusal, and a code newer than the page has a sentence too", () => {
  expect(errorCode(new CombinedError({ networkError: new TypeError("Failed to fetch") }))).toBe("NETWORK");
  expect(errorCode(refused("SOMETHING_NEW"))).toBe("UNKNOWN");
});

test("an internal error carries the number to quote", () => {
  expect(correlationId(refused("INTERNAL", { correlationId: "c-1" }))).toBe("c-1");
  expect(correlationId(refused("FORBIDDEN"))).toBeNull();
});

test("a refusal for trying too often says how long to wait", () => {
  expect(retryAfterSeconds(refused("RATE_LIMITED", { retryAfterSeconds: 90 }))).toBe(90);
  expect(retryAfterSeconds(refused("RATE_LIMITED"))).toBeNull();
});
