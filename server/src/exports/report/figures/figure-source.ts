import {
  type BoardDefinition,
  type CollectionName,
  type DecidedItem,
  inLanguage,
  type LanguageCode,
} from "@tavolo/schema";
import type { LocalisedText } from "../../../database/localised-text.ts";
import type { ItemContent } from "../../../sync/projection/board-item.entity.ts";
import type { ReportedFigure, ReportedFigureCell, ReportedFigureColumn } from "../kind-report.ts";

/** What a kind’s figures are made of: everything on the board that may leave it, with its decisions. */
export interface FigureSource {
  readonly definition: BoardDefinition;
  readonly items: ReadonlyMap<string, readonly ItemContent[]>;
  readonly language: LanguageCode;
  /** An ISO calendar date. */
  readonly today: string;
  readonly heldOn: string | null;
}

/** The tables of one kind, empty ones left out. */
export type FiguresOf = (source: FigureSource) => ReportedFigure[];

/** A collection’s items in their order, as the kind’s own rules take them. */
export const itemsOf = <Board extends BoardDefinition, Name extends CollectionName<Board>>(
  { items }: FigureSource,
  _board: Board,
  collection: Name,
): readonly DecidedItem<Board, Name>[] =>
  (items.get(collection) ?? []) as unknown as readonly DecidedItem<Board, Name>[];

type Words = Required<Pick<LocalisedText, "en" | "it">>;
export type FigureColumns = readonly (readonly [
  id: string,
  holds: ReportedFigureColumn["holds"],
  label: LocalisedText,
])[];

/** A figure in the language of its reader; none where it has no rows. */
export const figure = (
  { language }: FigureSource,
  {
    id,
    title,
    note,
    columns,
    rows,
  }: {
    id: string;
    title: Words;
    note?: Words;
    columns: FigureColumns;
    rows: readonly (readonly ReportedFigureCell[])[];
  },
): ReportedFigure[] => {
  if (rows.length === 0) return [];
  const heads = columns.map(([column, holds, label]) => ({
    id: column,
    holds,
    label: inLanguage(label, language),
  }));
  return [
    {
      id,
      title: inLanguage(title, language),
      note: note ? inLanguage(note, language) : null,
      columns: heads,
      rows,
    },
  ];
};

/** How many items stand at each value, with those that do: values nobody has are left out. */
export const counted = <Item extends { readonly id: string }>(
  source: FigureSource,
  items: readonly Item[],
  valueOf: (item: Item) => string | null,
  {
    id,
    title,
    names,
    none,
  }: {
    id: string;
    title: Words;
    /** In the order in which they are told. */
    names: Readonly<Record<string, LocalisedText>>;
    none?: Words;
  },
): ReportedFigure[] => {
  const groups = Map.groupBy(items, valueOf);
  const row = (name: LocalisedText, here: readonly Item[]): ReportedFigureCell[] => [
    inLanguage(name, source.language),
    here.length,
    here.map((item) => item.id),
  ];
  const nobody = groups.get(null);
  return figure(source, {
    id,
    title,
    columns: [["value", "text", title], HOW_MANY, WHICH],
    rows: [
      ...Object.entries(names).flatMap(([value, name]) => {
        const here = groups.get(value);
        return here ? [row(name, here)] : [];
      }),
      ...(nobody && none ? [row(none, nobody)] : []),
    ],
  });
};

export const HOW_MANY = ["count", "number", { en: "How many", it: "Quanti" }] as const;
export const WHICH = ["items", "items", { en: "Which", it: "Quali" }] as const;

/** What does not hold together, each finding with the items it is found in. */
export const findings = <Item extends { readonly id: string }, Finding extends string>(
  source: FigureSource,
  items: readonly Item[],
  findingsOf: (item: Item) => readonly Finding[],
  sentences: Readonly<Record<Finding, Words>>,
): ReportedFigure[] => {
  const found = items.map((item) => ({ id: item.id, findings: findingsOf(item) }));
  return figure(source, {
    id: "findings",
    title: { en: "What does not hold together yet", it: "Che cosa non torna ancora" },
    note: {
      en: "Checked by rule; it says where to look again, and keeps nobody from deciding otherwise.",
      it: "Verificato con regole: indica dove guardare di nuovo e non impedisce di decidere altrimenti.",
    },
    columns: [["finding", "text", { en: "Finding", it: "Rilievo" }], HOW_MANY, WHICH],
    rows: (Object.keys(sentences) as Finding[]).flatMap((finding) => {
      const here = found.filter((one) => one.findings.includes(finding)).map(({ id }) => id);
      return here.length > 0 ? [[inLanguage(sentences[finding], source.language), here.length, here]] : [];
    }),
  });
};
