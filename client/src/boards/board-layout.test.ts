import type { SwotCluster, SwotNote } from "@tavolo/schema";
import { expect, it } from "vitest";
import { layOut } from "./board-layout.ts";
import { unwritten } from "./views/structured/unwritten-note.ts";

const note = (id: string, fields: Partial<SwotNote>): SwotNote => ({ ...unwritten(id, null), ...fields });
const group = (id: string, fields: Partial<SwotCluster>): SwotCluster => ({
  id,
  name: id,
  language: "en",
  translations: {},
  section: "S",
  rank: "a0",
  position: null,
  removed: false,
  noteIds: [],
  ...fields,
});

it("puts notes into their trays by rank, and into none otherwise", () => {
  const [strengths] = layOut(
    [
      note("b", { rank: "a2", cluster: "g" }),
      note("a", { rank: "a1", cluster: "g" }),
      note("c", { rank: "a3" }),
    ],
    [group("g", {})],
  );
  expect(strengths).toEqual({
    section: "S",
    groups: [{ id: "g", noteIds: ["a", "b"] }],
    loose: ["c"],
    all: ["a", "b", "c"],
  });
});

it("leaves out what is in the bin, and shows the notes of a tray that is there as loose", () => {
  const [strengths] = layOut(
    [note("a", { cluster: "g" }), note("b", { removed: true })],
    [group("g", { removed: true })],
  );
  expect(strengths).toEqual({ section: "S", groups: [], loose: ["a"], all: ["a"] });
});

it("gives everybody the same order, even where two ranks are equal", () => {
  const order = (ids: string[]) =>
    layOut(
      ids.map((id) => note(id, { rank: "a1" })),
      [],
    )[0]?.all;
  expect(order(["b", "a"])).toEqual(order(["a", "b"]));
});
