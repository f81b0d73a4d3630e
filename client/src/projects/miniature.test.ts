import { expect, test } from "vitest";
import { heaps, type Box } from "./miniature.ts";

const field: Box = { x: 10, y: 20, width: 138, height: 54 };
const within = (box: Box) =>
  box.x >= field.x &&
  box.y >= field.y &&
  box.x + box.width <= field.x + field.width + 0.001 &&
  box.y + box.height <= field.y + field.height + 0.001;

test("an empty section has nothing to draw", () => {
  expect(heaps(field, [], 0)).toEqual([]);
});

test("each group is a tray with its notes, and loose notes lie beside them without one", () => {
  const drawn = heaps(field, [3, 5], 2);
  expect(drawn.map(({ tray, papers }) => [tray !== null, papers.length])).toEqual([
    [true, 5],
    [true, 3],
    [false, 2],
  ]);
});

test("a crowded section stays within its field: the largest groups are drawn, as many sheets as fit", () => {
  for (const [groups, loose] of [
    [[40, 2, 9, 1, 7, 30], 25],
    [[100], 0],
    [[], 300],
  ] as const) {
    const boxes = heaps(field, groups, loose).flatMap(({ tray, papers }) =>
      tray ? [tray, ...papers] : papers,
    );
    expect(boxes.length).toBeGreaterThan(0);
    expect(boxes.filter((box) => !within(box))).toEqual([]);
  }
});

test("a group without notes is still a tray", () => {
  const [heap] = heaps(field, [0], 0);
  expect(heap?.papers).toEqual([]);
  expect(heap?.tray).not.toBeNull();
});
