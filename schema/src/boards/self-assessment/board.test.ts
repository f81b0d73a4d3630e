import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { computedOf } from "../../document/computed.ts";
import { createDocument } from "../../document/create-document.ts";
import type { BoardDefinition } from "../../document/define-board.ts";
import { editBoard } from "../../document/edit-board.ts";
import { readBoard } from "../../document/read-board.ts";
import { selfAssessment } from "./board.ts";
import { agreedRatingRefusals, differenceOf, differences, profileOf, type RatedItem } from "./profile.ts";
import template from "./template.json" with { type: "json" };

const item = (
  id: string,
  ratingAuthority: number | null,
  ratingCivilSociety: number | null,
  more: Partial<RatedItem> = {},
): RatedItem => ({ id, ratingAuthority, ratingCivilSociety, agreed: null, removed: false, ...more });

describe("a self-assessment", () => {
  it("starts with every item of FRA's framework under its layer", () => {
    const doc = new Y.Doc();
    createDocument(selfAssessment, doc);
    // As the server lays out a board: by its declaration alone.
    const board: BoardDefinition = selfAssessment;
    const editor = editBoard(board, doc, { origin: "test" });
    for (const { collection, fields } of selfAssessment.starts) {
      editor.add(collection, fields);
    }
    const { items } = readBoard(selfAssessment, doc);
    for (const { id, item_codes: codes } of template.structure.sections) {
      expect(items.filter(({ section }) => section === id).map((read) => read.item)).toEqual(codes);
    }
    expect(items).toHaveLength(20);
  });

  it("shows the difference between the two sides as a column", () => {
    expect(differenceOf({ ratingAuthority: 4, ratingCivilSociety: 1 })).toBe(3);
    expect(differenceOf({ ratingAuthority: 1, ratingCivilSociety: 2 })).toBe(-1);
    expect(differenceOf({ ratingAuthority: 1, ratingCivilSociety: null })).toBeNull();
    const row = { id: "1", rank: "a0", removed: false, ratingAuthority: 4, ratingCivilSociety: 1 };
    expect(computedOf(selfAssessment.collections.items, row, "2026-01-01")).toEqual({ difference: 3 });
  });

  it("lists what is seen most differently first", () => {
    const items = [
      item("1", 2, 2),
      item("2", 4, 3),
      item("3", 0, 4),
      item("4", 4, null),
      item("5", 4, 0, { removed: true }),
    ];
    expect(differences(items).map(({ id }) => id)).toEqual(["3", "2"]);
  });

  it("counts the items by level for each side and for what was agreed", () => {
    const items = [
      item("1", 2, 0, { agreed: 1 }),
      item("2", 2, 4),
      item("3", null, 4),
      item("4", 4, 4, { removed: true }),
    ];
    expect(profileOf(items)).toEqual({
      authority: { levels: [0, 0, 2, 0, 0], unrated: 1 },
      civilSociety: { levels: [1, 0, 0, 0, 2], unrated: 0 },
      agreed: { levels: [0, 1, 0, 0, 0], unrated: 2 },
    });
  });

  it("agrees on a rating after both sides have rated, and outside of both only with a reason", () => {
    expect(agreedRatingRefusals({ ratingAuthority: 3, ratingCivilSociety: null }, 3, "")).toEqual([
      "SIDE_MISSING",
    ]);
    expect(agreedRatingRefusals({ ratingAuthority: 3, ratingCivilSociety: 1 }, 2, "")).toEqual([]);
    expect(agreedRatingRefusals({ ratingAuthority: 3, ratingCivilSociety: 1 }, 4, " ")).toEqual([
      "REASON_MISSING",
    ]);
    expect(agreedRatingRefusals({ ratingAuthority: 3, ratingCivilSociety: 1 }, 0, "closed in May")).toEqual(
      [],
    );
  });
});
