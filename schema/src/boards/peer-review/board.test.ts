import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { createDocument } from "../../document/create-document.ts";
import { editBoard } from "../../document/edit-board.ts";
import { readItem } from "../../document/read-board.ts";
import { peerReview, REVIEW_STEPS, type ReviewedItem } from "./board.ts";
import { mutualReviews, reviewFindings, stepOf } from "./review.ts";

function row(more: Partial<ReviewedItem> = {}): ReviewedItem {
  const doc = new Y.Doc();
  createDocument(peerReview, doc);
  const id = editBoard(peerReview, doc, { origin: "test" }).add("items", { item: "FRA-S4" });
  const read = readItem(peerReview, doc, "items", id);
  if (!read) throw new Error("the row is missing");
  return { ...read, ...more };
}
const whole = row({
  selfRating: 2,
  evidence: ["https://city.example/council"],
  peerRating: 3,
  question: "Who sits on it?",
  reply: "Two tenants since May",
  agreed: "Both cities publish who sits on it",
  followUp: "2026-11-15",
});

describe("a row of a peer review", () => {
  it("is one item through all the steps, whose columns stand under them", () => {
    const { sectionColumns, columns } = peerReview.structure;
    expect(Object.keys(sectionColumns)).toEqual(REVIEW_STEPS);
    expect(Object.values(sectionColumns).flat()).toEqual(columns.slice(1));
    expect([
      stepOf(row()),
      stepOf(row({ peerRating: 3 })),
      stepOf(row({ reply: "yes" })),
      stepOf(whole),
    ]).toEqual([...REVIEW_STEPS]);
  });

  it("holds together when everything was said in its order", () => {
    expect(reviewFindings(whole, "2026-05-01")).toEqual([]);
    expect(reviewFindings(row(), null)).toEqual([]);
  });

  it.each([
    ["RATING_WITHOUT_EVIDENCE", { evidence: [] }],
    ["PEER_BEFORE_SELF", { selfRating: null }],
    ["AGREED_BEFORE_REPLY", { reply: " " }],
    ["NO_FOLLOW_UP", { followUp: null }],
    ["FOLLOW_UP_OUT_OF_TIME", { followUp: "2026-10-31" }],
    ["FOLLOW_UP_OUT_OF_TIME", { followUp: "2027-05-02" }],
    ["AGREED_WITHOUT_PEER", { peerRating: null, question: "" }],
  ] satisfies [string, Partial<ReviewedItem>][])("says %s", (finding, change) => {
    expect(reviewFindings({ ...whole, ...change }, "2026-05-01")).toEqual([finding]);
  });

  it("is followed up after half a year to a year, whatever the months' lengths", () => {
    const followed = (followUp: string) => reviewFindings({ ...whole, followUp }, "2025-08-31");
    expect(followed("2026-02-28")).toEqual([]);
    expect(followed("2026-02-27")).toEqual(["FOLLOW_UP_OUT_OF_TIME"]);
    expect(followed("2026-08-31")).toEqual([]);
  });

  it("asks nothing once it lies in the bin", () => {
    expect(reviewFindings({ ...whole, evidence: [], removed: true }, null)).toEqual([]);
  });
});

it("two cities do not review each other in one round", () => {
  const reviews = [
    { reviewer: "Torino", reviewed: "Krakow" },
    { reviewer: "Krakow", reviewed: "Cluj" },
    { reviewer: "Cluj", reviewed: "Krakow" },
  ];
  expect(mutualReviews(reviews)).toEqual([["Cluj", "Krakow"]]);
  expect(mutualReviews(reviews.slice(0, 2))).toEqual([]);
});
