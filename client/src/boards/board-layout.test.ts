import { describe, expect, it } from "vitest";
import { holdInPlace, placeOf, type SectionLayout } from "./board-layout.ts";

const empty = { groups: [], loose: [], all: [] };
const board = (layouts: Partial<Record<SectionLayout["section"], Partial<SectionLayout>>>): SectionLayout[] =>
  (["S", "W", "O", "T"] as const).map((section) => ({ section, ...empty, ...layouts[section] }));

function hold(before: SectionLayout[], now: SectionLayout[], id = "n"): SectionLayout[] {
  const held = placeOf(before, id, null);
  if (!held) throw new Error("nowhere");
  return holdInPlace(now, held);
}

describe("a note that is being written in", () => {
  const before = board({ S: { loose: ["a", "n", "b"], all: ["a", "n", "b"] } });

  it("stays where it stood while somebody moves it to another section", () => {
    const now = board({ S: { loose: ["a", "b"], all: ["a", "b"] }, T: { loose: ["n"], all: ["n"] } });
    expect(hold(before, now)).toEqual(before);
  });

  it("stays while somebody moves it to the bin", () => {
    expect(hold(before, board({ S: { loose: ["a", "b"], all: ["a", "b"] } }))).toEqual(before);
  });

  it("keeps its neighbours when notes come and go around it", () => {
    const now = board({
      S: { loose: ["x", "b", "y"], all: ["x", "b", "y"] },
      O: { loose: ["n"], all: ["n"] },
    });
    expect(hold(before, now)[0]?.loose).toEqual(["x", "n", "b", "y"]);
  });

  it("stays when it is reordered or grouped", () => {
    expect(hold(before, board({ S: { loose: ["n", "a", "b"], all: ["n", "a", "b"] } }))).toEqual(before);
    const now = board({
      S: { groups: [{ id: "g", noteIds: ["n"] }], loose: ["a", "b"], all: ["a", "n", "b"] },
    });
    const [first] = hold(before, now);
    expect(first?.groups).toEqual([{ id: "g", noteIds: [] }]);
    expect(first?.loose).toEqual(["a", "n", "b"]);
  });

  it("keeps its tray though somebody removes it", () => {
    const grouped = board({ S: { groups: [{ id: "g", noteIds: ["a", "n"] }], all: ["a", "n"] } });
    const [first] = hold(grouped, board({ S: { loose: ["a", "n"], all: ["a", "n"] } }));
    expect(first?.groups).toEqual([{ id: "g", noteIds: ["n"] }]);
    expect(first?.loose).toEqual(["a"]);
  });

  it("stands at the end of its section while it is begun", () => {
    const held = placeOf(before, "new", "S");
    const now = board({
      S: { loose: ["a", "n", "b", "c"], all: ["a", "n", "b", "c"] },
      W: { loose: ["new"], all: ["new"] },
    });
    expect(held && holdInPlace(now, held)[0]?.loose).toEqual(["a", "n", "b", "c", "new"]);
  });
});
