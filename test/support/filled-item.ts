import {
  addressKey,
  type BoardDefinition,
  type BoardEditor,
  type Field,
  isItemRef,
  newItemId,
  scoreKey,
} from "@tavolo/schema";
import { frameworkById } from "@tavolo/schema/reference/library";

/** What a field’s declaration says of it beside its kind. */
type Told = Field & {
  readonly values?: readonly unknown[];
  readonly parts?: readonly string[];
  readonly frameworks?: readonly string[];
  readonly framework?: { readonly codes: readonly string[] };
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
};

const provisionFor = ({ frameworks: [id = ""] = [] }: Told): string | undefined =>
  frameworkById(id)?.provisions.find(({ level }) => level.citable)?.id;

/** Something for every kind of field. */
const values: Readonly<Record<string, (field: Told, name: string) => unknown>> = {
  text: ({ maxLength = 0 }, name) => `${name} as it was said`.slice(0, maxLength),
  language: () => "it",
  translations: () => ({ de: { text: "Eisvogel", status: "human" } }),
  section: ({ values: all = [] }) => all.at(-1),
  choice: ({ values: all = [] }) => all.at(-1),
  colour: ({ values: all = [] }) => all.at(-1),
  option: ({ values: all = [] }) => all.at(-1),
  choices: ({ values: all = [] }) => all.slice(0, 2),
  number: ({ min = 0 }) => Math.max(min, 3),
  rating: ({ max }) => max,
  mark: () => true,
  date: () => "2026-12-31",
  period: () => "2026-Q2",
  money: () => ({ minor: 1_250, currency: "EUR" }),
  url: () => "https://example.org/report",
  urls: () => ["https://example.org/a", "https://example.org/b"],
  tags: () => ["young people"],
  organisation: () => ({ name: "Forum of friends", id: null }),
  organisations: () => [{ name: "Forum of friends", id: null }],
  provision: provisionFor,
  provisions: (field) => [provisionFor(field)],
  reference: ({ framework }) => framework?.codes[0],
  references: ({ framework }) => framework?.codes.slice(0, 2),
  links: () => ({
    [addressKey({ board: newItemId(), collection: "clusters", item: newItemId() })]: {
      kind: "swot",
      text: "Open doors",
    },
  }),
  scores: () => ({ [scoreKey(newItemId(), "cso")]: 2 }),
  breakdown: ({ parts = [] }) => Object.fromEntries(parts.slice(0, 1).map((part) => [part, 3])),
  position: () => ({ x: 120, y: 80 }),
  size: () => ({ width: 200, height: 100 }),
  points: () => [1, 2, 0.5],
  anchor: () => ({ place: { x: 1, y: 2 } }),
};

/** Something for every field that a collection declares; `pointTo` makes what its pointers lead to. */
export const filledFields = (
  board: BoardDefinition,
  collection: string,
  pointTo: (collection: string) => string,
): Record<string, unknown> => {
  const given: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(board.collections[collection]?.fields ?? {})) {
    if (name === "rank" || name === "removed") continue;
    const value = isItemRef(field) ? pointTo(field.collection) : values[field.kind]?.(field, name);
    if (value === undefined) throw new Error(`Nothing to fill ${collection}.${name} (${field.kind}) with.`);
    given[name] = value;
  }
  return given;
};

/** Adds an item with something in every field that its collection declares, and what it points to; answers its id. */
export const addFilledItem = (board: BoardDefinition, editor: BoardEditor, collection: string): string =>
  editor.add(
    collection,
    filledFields(board, collection, (target) => addFilledItem(board, editor, target)),
  );
