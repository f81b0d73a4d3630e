import { createHash } from "node:crypto";
import { CONSENT_VERSION } from "@tavolo/schema/people/consent";
import { expect, test } from "vitest";
import en from "./messages.en.json";
import it from "./messages.it.json";

/** What people have read before they took a seat, by version; an old line is never changed. */
const read: Record<number, string> = {
  2: "99d65ba5554a9109",
};

test("whoever changes what people agree to raises its version", () => {
  const sentences = [en, it].map(({ join }) => [join.consent, join.moreText, join.observer, join.approval]);
  const digest = createHash("sha256").update(JSON.stringify(sentences)).digest("hex").slice(0, 16);
  expect(read[CONSENT_VERSION]).toBe(digest);
});
