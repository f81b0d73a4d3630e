import { textDiff } from "@tavolo/schema";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { indexAfter, rebase, type TextDelta } from "./text-change.ts";

function changed(before: string, change: (text: Y.Text) => void): { after: string; delta: TextDelta } {
  const text = new Y.Doc().getText("t");
  text.insert(0, before);
  let delta: TextDelta = [];
  text.observe((event) => {
    delta = event.delta;
  });
  text.doc?.transact(() => change(text));
  return { after: text.toString(), delta };
}

describe("the place of a caret after somebody else wrote", () => {
  it("moves with letters that came before it", () => {
    const { delta } = changed("lift", (text) => text.insert(0, "No "));
    expect(indexAfter(delta, 4)).toBe(7);
  });

  it("stays where it was when the letters came after it, or exactly at it", () => {
    const { delta } = changed("lift", (text) => text.insert(2, "xx"));
    expect(indexAfter(delta, 1)).toBe(1);
    expect(indexAfter(delta, 2)).toBe(2);
    expect(indexAfter(delta, 3)).toBe(5);
  });

  it("falls to the edge of what was deleted around it", () => {
    const { delta } = changed("No lift here", (text) => text.delete(3, 5));
    expect(indexAfter(delta, 5)).toBe(3);
    expect(indexAfter(delta, 12)).toBe(7);
  });

  it("follows several changes of one transaction", () => {
    const { delta } = changed("abcdef", (text) => {
      text.delete(0, 1);
      text.insert(3, "XY");
    });
    expect(indexAfter(delta, 6)).toBe(7);
  });
});

it("puts a word that was composed meanwhile where it belongs", () => {
  const before = "Nessun montascale";
  const composed = "Nessun montascale è";
  const { after, delta } = changed(before, (text) => text.insert(0, "Qui: "));
  const { index, remove, insert } = rebase(textDiff(before, composed), [delta]);
  expect(after.slice(0, index) + insert + after.slice(index + remove)).toBe("Qui: Nessun montascale è");
});
