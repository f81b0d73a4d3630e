import {
  type BoardDefinition,
  computedOf,
  type Field,
  type LinkCopy,
  linksOf,
  readDecisions,
  scoresOf,
  type AnyItem,
} from "@tavolo/schema";

/** What is asked of a field that is an object in GraphQL. */
const selections: Readonly<Record<string, string>> = {
  translations: "{ language text status }",
  money: "{ minor currency }",
  organisation: "{ name id }",
  organisations: "{ name id }",
  provision: "{ id }",
  provisions: "{ id }",
  links: "{ board collection item kind text }",
  scores: "{ against group score }",
  breakdown: "{ part value }",
  position: "{ x y }",
  size: "{ width height }",
  anchor: "{ collection item place { x y } }",
  itemRef: "{ id }",
};

export const inCapitals = (code: unknown) =>
  typeof code === "string" ? code.toUpperCase().replaceAll("-", "_") : code;

/** What the document holds as the API tells it. */
const asTold: Readonly<Record<string, (value: never) => unknown>> = {
  language: inCapitals,
  choice: inCapitals,
  colour: inCapitals,
  option: inCapitals,
  choices: (codes: readonly string[]) => codes.map(inCapitals),
  translations: (byLanguage: Record<string, { text: string; status: string }>) =>
    Object.entries(byLanguage).map(([language, { text, status }]) => ({
      language: inCapitals(language),
      text,
      status: inCapitals(status),
    })),
  provision: (id: string) => ({ id }),
  provisions: (ids: readonly string[]) => ids.map((id) => ({ id })),
  links: linksOf,
  scores: (value: Record<string, number>) =>
    scoresOf(value).map((score) => ({ ...score, group: inCapitals(score.group) })),
  breakdown: (value: Record<string, number>) =>
    Object.entries(value).map(([part, count]) => ({ part, value: count })),
  anchor: (value: object) => ({ collection: null, item: null, place: null, ...value }),
  itemRef: (id: string) => ({ id }),
};

/** How fields that a document holds are given to the API; the rest as it is told, see `asTold`. */
const asGiven: Readonly<Record<string, (value: never) => unknown>> = {
  provision: (id: string) => id,
  provisions: (ids: readonly string[]) => ids,
  itemRef: (id: string) => id,
  links: (value: Record<string, LinkCopy>) =>
    linksOf(value).map(({ board, collection, item }) => ({ board, collection, item })),
  anchor: (value: object) => value,
};

/** A field as the document holds it, as a mutation takes it. */
export const giveField = (board: BoardDefinition, { kind }: Field, value: unknown): unknown => {
  if (kind === "section") return board.ownSections ? value : inCapitals(value);
  return (asGiven[kind] ?? asTold[kind] ?? ((same: unknown) => same))(value as never);
};

/** What is told of a field that was given so. */
export const toldAs = ({ kind }: Field, given: unknown): unknown => {
  if (kind === "provision" || kind === "itemRef") return { id: given };
  return kind === "provisions" ? (given as string[]).map((id) => ({ id })) : given;
};

/**
 * A selection of every field that a collection declares, and what they answer about an item of the document. `more` is
 * asked of a kind of field in place of the little that this compares.
 */
export const askItem = (
  board: BoardDefinition,
  collection: string,
  more: (field: Field) => string | null = () => null,
): { selection: string; expected: (item: AnyItem) => object } => {
  const { fields, decided = {}, computed = {} } = board.collections[collection]!;
  const written: Readonly<Record<string, Field>> = { ...fields, ...decided };
  const tell = (name: string, value: unknown): unknown => {
    const kind = written[name]?.kind ?? "";
    if (kind === "section") return board.ownSections ? value : inCapitals(value);
    return asTold[kind] && value !== null ? asTold[kind](value as never) : value;
  };
  return {
    selection: [
      "id",
      ...Object.entries(written).map(
        ([name, field]) => `${name} ${more(field) ?? selections[field.kind] ?? ""}`,
      ),
      ...Object.keys(computed),
    ].join(" "),
    expected: (item) => {
      const values = { ...item, ...readDecisions(board.collections[collection]!, null) };
      const today = new Date().toISOString().slice(0, 10);
      return {
        id: item.id,
        ...Object.fromEntries(
          Object.keys(written).map((name) => [name, tell(name, (values as Record<string, unknown>)[name])]),
        ),
        ...Object.fromEntries(
          Object.entries(computedOf(board.collections[collection]!, item, today)).map(([name, value]) => [
            name,
            computed[name]?.gives === "code" ? inCapitals(value) : value,
          ]),
        ),
      };
    },
  };
};
