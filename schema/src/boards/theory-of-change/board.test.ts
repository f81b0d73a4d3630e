import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { closesCircle, closingArrows } from "../../document/circles.ts";
import { createDocument } from "../../document/create-document.ts";
import { editBoard } from "../../document/edit-board.ts";
import { readBoard } from "../../document/read-board.ts";
import { theoryOfChange } from "./board.ts";
import { logicOf } from "./logic.ts";

function laidOut() {
  const doc = new Y.Doc();
  createDocument(theoryOfChange, doc);
  const editor = editBoard(theoryOfChange, doc, { origin: "test" });
  const step = (section: "inputs" | "activities" | "outcomes" | "impact", text: string) =>
    editor.add("steps", { section, text });
  const [money, course, reach, rights] = [
    step("inputs", "Two trainers"),
    step("activities", "Courses on rights"),
    step("outcomes", "Desks answer in time"),
    step("impact", "The right to good administration is enjoyed"),
  ];
  const logic = () => {
    const { steps, links } = readBoard(theoryOfChange, doc);
    return logicOf(steps, links);
  };
  return { doc, editor, money, course, reach, rights, logic };
}

describe("the logic of a theory of change", () => {
  it("is many to many, from what is put in to what people enjoy", () => {
    const { editor, money, course, reach, rights, logic } = laidOut();
    const links = [
      editor.add("links", { from: money, to: course, assumption: "Staff may leave their desks" }),
      editor.add("links", { from: course, to: reach, evidence: "some" }),
      editor.add("links", { from: money, to: reach }),
      editor.add("links", { from: reach, to: rights }),
    ];
    expect(logic()).toEqual({
      links,
      closing: [],
      repeated: [],
      open: [],
      backwards: [],
      unsupported: [],
      leadingNowhere: [],
    });
  });

  it("refuses a link that would close a circle, also by moving an end", () => {
    const { editor, money, course, reach, logic } = laidOut();
    editor.add("links", { from: money, to: course });
    const onward = editor.add("links", { from: course, to: reach });
    expect(() => editor.add("links", { from: reach, to: money })).toThrow("lead back");
    expect(() => editor.add("links", { from: money, to: money })).toThrow("lead back");
    expect(() => editor.move("links", onward, { to: money })).toThrow("lead back");
    editor.move("links", onward, { to: null });
    expect(logic().open).toEqual([onward]);
    expect(logic().links).toHaveLength(1);
  });

  it("takes a link again after the one in its way was put in the bin", () => {
    const { editor, course, reach } = laidOut();
    const there = editor.add("links", { from: course, to: reach });
    editor.remove("links", there);
    expect(() => editor.add("links", { from: reach, to: course })).not.toThrow();
  });

  it("names the link that closes a circle two people drew at once, the same one for both, and drops none", () => {
    const { doc, editor, course, reach, money } = laidOut();
    editor.add("links", { from: money, to: course });
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    const mine = editor.add("links", { from: course, to: reach });
    const theirs = editBoard(theoryOfChange, other, { origin: "other" }).add("links", {
      from: reach,
      to: course,
    });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));

    const read = [doc, other].map((copy) => {
      const { steps, links } = readBoard(theoryOfChange, copy);
      return logicOf(steps, links);
    });
    expect(read[0]).toEqual(read[1]);
    expect(read[0]?.closing).toHaveLength(1);
    expect([mine, theirs]).toContain(read[0]?.closing[0]);
    expect(read[0]?.links).toHaveLength(2);
  });

  it("names what says nothing new, what hangs in the air and what runs against the columns", () => {
    const { editor, money, course, reach, rights, logic } = laidOut();
    editor.add("links", { from: money, to: course });
    const again = editor.add("links", { from: money, to: course });
    const back = editor.add("links", { from: rights, to: reach });
    const open = editor.add("links", { from: course });
    expect(logic()).toMatchObject({
      repeated: [again],
      backwards: [back],
      open: [open],
      unsupported: [rights],
      leadingNowhere: [course, reach],
    });
    editor.remove("steps", rights);
    expect(logic().open).toEqual(expect.arrayContaining([back, open]));
  });

  it("sorts every link into one list and leaves no circle, whatever stands in the document", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const link = fc.record({
      from: fc.constantFrom(...ids, null, "gone"),
      to: fc.constantFrom(...ids, null, "gone"),
      removed: fc.boolean(),
    });
    const steps = ids.map((id) => ({ id, section: "outputs" as const, removed: id === "e" }));
    fc.assert(
      fc.property(fc.array(link, { maxLength: 30 }), (drawn) => {
        const links = drawn.map((one, index) => ({ ...one, id: String(index), rank: "a0" }));
        const logic = logicOf(steps, links);
        const named = [...logic.links, ...logic.closing, ...logic.repeated, ...logic.open];
        const standing = links.filter(({ removed }) => !removed).map(({ id }) => id);
        expect(named.toSorted()).toEqual(standing.toSorted());
        expect(closingArrows(links.filter(({ id }) => logic.links.includes(id)))).toEqual([]);
      }),
    );
  });
});

it("a circle is closed by leading back, not by meeting again", () => {
  const arrows = [
    { id: "1", from: "a", to: "b" },
    { id: "2", from: "a", to: "c" },
    { id: "3", from: "b", to: "d" },
    { id: "4", from: null, to: "a" },
  ];
  expect(closesCircle(arrows, "c", "d")).toBe(false);
  expect(closesCircle(arrows, "d", "a")).toBe(true);
});
