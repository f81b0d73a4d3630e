import { swot } from "@tavolo/schema";

/** Who writes: a seat’s role, or a program with a token. */
export const writers = [
  "moderator",
  "contributor",
  "observer",
  "writing program",
  "reading program",
] as const;
export type Writer = (typeof writers)[number];
export const states = ["open", "frozen", "archived"] as const;
export type State = (typeof states)[number];
export const editings = ["everyone", "own"] as const;
export const verbs = ["add", "edit", "move", "remove", "restore"] as const;
export type Verb = (typeof verbs)[number];

/** One way to write, under one set of circumstances. */
export interface Cell {
  readonly writer: Writer;
  readonly state: State;
  readonly editing: (typeof editings)[number];
  readonly own: boolean;
}

/**
 * What each writer gets, in the test’s own words: this table repeats the policy on purpose and never asks it. By
 * the first column that applies: the token, the role, the archive, the freeze, whose item it is.
 */
export const expected = ({ writer, state, editing, own }: Cell, verb: Verb): string => {
  if (writer === "reading program") return "INSUFFICIENT_SCOPE";
  if (writer === "observer") return "FORBIDDEN";
  if (state === "archived") return "ARCHIVED";
  if (state === "frozen") return "BOARD_FROZEN";
  const others = verb !== "add" && !own && editing === "own";
  return others && writer !== "moderator" ? "NOT_OWNER" : "ok";
};

/** Every circumstance. */
export const cells: readonly Cell[] = writers.flatMap((writer) =>
  states.flatMap((state) =>
    editings.flatMap((editing) => [true, false].map((own) => ({ writer, state, editing, own }))),
  ),
);

/** What the board’s declaration calls placing; a field of neither kind is an edit. */
const placing = new Set(["section", "rank", "position", "cluster"]);

/** Every path that can be written, from the declared board: what it is and what it counts as. */
export const paths = Object.entries(swot.collections).flatMap(([collection, { item, fields }]) => [
  { collection, item, field: null, verb: "add" as Verb },
  ...Object.keys(fields).map((field) => ({
    collection,
    item,
    field,
    verb: (field === "removed" ? "remove" : placing.has(field) ? "move" : "edit") as Verb,
  })),
]);

export const nameOf = ({ writer, state, editing, own }: Cell): string =>
  `${writer}, ${state} board, ${editing} edit${editing === "own" ? "" : "s"}, ${own ? "own" : "another’s"} item`;
