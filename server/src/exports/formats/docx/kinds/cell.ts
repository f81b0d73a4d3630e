import { boardTemplates, inLanguage, isFilled } from "@tavolo/schema";
import { ExternalHyperlink, Paragraph } from "docx";
import type { ReportedColumn, ReportedItem } from "../../../report/kind-report.ts";
import { decimalOf } from "../../../report/money-text.ts";
import { writable } from "../plain-text.ts";
import { runs } from "../text.ts";
import { type KindSheet, languageOf, wordingOf } from "./kind-sheet.ts";

/** A line of a cell: its words, their language where it is not the document’s, and where they lead. */
interface Line {
  readonly text: string;
  readonly language?: string;
  readonly href?: string;
}

type Lines = (
  value: never,
  context: { sheet: KindSheet; item: ReportedItem; column: ReportedColumn },
) => Line[];

const one = (text: string): Line[] => [{ text }];
const named: Lines = (value: string | number, { column }) => one(column.valueNames[value] ?? String(value));
const written = (texts: readonly string[], sheet: KindSheet, item: ReportedItem): Line[] =>
  texts.map((text) => ({ text, language: languageOf(sheet, item) }));
const web = (href: string): Line => ({ text: href, href });

/** By the kind of a field, what its value is in words. */
const lines: Readonly<Record<string, Lines>> = {
  choice: named,
  option: named,
  code: named,
  choices: (values: readonly string[], { column }) =>
    one(values.map((value) => column.valueNames[value] ?? value).join(", ")),
  rating: (value: number, { column }) => {
    const name = column.valueNames[value];
    return one(name ? `${value} – ${name}` : String(value));
  },
  number: (value: number, { sheet, item, column }) => {
    const unit = column.unitField && unitName(sheet, item, column.unitField);
    return one([sheet.decimal(value), unit].filter(Boolean).join(" "));
  },
  mark: (value: boolean, { sheet }) => one(value ? sheet.say.content.yes : sheet.say.content.no),
  date: (value: string, { sheet }) => one(sheet.day(value)),
  money: ({ minor, currency }: { minor: number; currency: string }, { sheet }) =>
    one(sheet.amount(Number(decimalOf(minor)), currency)),
  url: (value: string) => [web(value)],
  urls: (values: readonly string[]) => values.map(web),
  tags: (values: readonly string[], { sheet, item }) => written([values.join(", ")], sheet, item),
  organisation: ({ name }: { name: string }) => one(name),
  organisations: (all: readonly { name: string }[]) => one(all.map(({ name }) => name).join("; ")),
  provision: (cited: Cited) => one(cite(cited)),
  provisions: (all: readonly Cited[]) => all.map((cited) => ({ text: cite(cited) })),
  links: (all: readonly { kind: string; text: string }[], { sheet }) =>
    all.map(({ kind, text }) => ({ text: `${text} (${methodName(sheet, kind)})` })),
  scores: (all: readonly { against: string; group: string; score: number }[], { sheet }) =>
    [...Map.groupBy(all, ({ against }) => against)]
      .filter(([against]) => sheet.numberOf(against) !== "")
      .toSorted(([a], [b]) => placeOf(sheet, a) - placeOf(sheet, b))
      .map(([against, scores]) => ({
        text: `${sheet.numberOf(against)}: ${scores
          .map(({ group, score }) => `${sheet.words.group[group] ?? group} ${score}`)
          .join(", ")}`,
      })),
  breakdown: (all: readonly { part: string; value: number }[], { column }) =>
    one(all.map(({ part, value }) => `${column.valueNames[part] ?? part}: ${value}`).join("; ")),
  itemRef: ({ id }: { id: string }, { sheet }) => one(sheet.numberOf(id)),
  text: (_value: string, { sheet, item, column }) => {
    const { text, language } = wordingOf(sheet, item, column);
    return text.trim() === "" ? [] : [{ text, language }];
  },
};

interface Cited {
  readonly citation: string;
  readonly title: string;
}
const cite = ({ citation, title }: Cited): string => `${citation}: ${title}`;

const placeOf = ({ report }: KindSheet, id: string): number => Object.keys(report.numbers).indexOf(id);

const unitName = ({ report }: KindSheet, item: ReportedItem, field: string): string => {
  const unit = item[field];
  const column = report.collections.flatMap(({ columns }) => columns).find((known) => known.field === field);
  return typeof unit === "string" ? (column?.valueNames[unit] ?? unit) : "";
};

const methodName = ({ report }: KindSheet, kind: string): string => {
  const template = boardTemplates().find((known) => known.kind === kind);
  return template ? inLanguage(template.name, report.export.language) : kind;
};

/** What stands in a cell, a paragraph a line; nothing where nobody has filled it. */
export const cell = (
  sheet: KindSheet,
  item: ReportedItem,
  column: ReportedColumn,
  { style = "Cell", label }: { style?: string; label?: string } = {},
): Paragraph[] => {
  const found = linesOf(sheet, item, column);
  return found.map(({ text, language, href }, index) => {
    const before = label && index === 0 ? runs(`${label}: `, { bold: true }) : [];
    return new Paragraph({
      style,
      children: href
        ? [
            ...before,
            new ExternalHyperlink({ link: writable(href), children: runs(text, { style: "Hyperlink" }) }),
          ]
        : [...before, ...runs(text, { language })],
    });
  });
};

const linesOf = (sheet: KindSheet, item: ReportedItem, column: ReportedColumn): Line[] => {
  if (item.suppressed?.includes(column.field)) return one(sheet.say.content.suppressed);
  const value = item[column.field];
  if (!isFilled(value)) return [];
  return (lines[column.kind] ?? ((plain: unknown) => one(String(plain))))(value as never, {
    sheet,
    item,
    column,
  });
};

export const isShown = (sheet: KindSheet, item: ReportedItem, column: ReportedColumn): boolean =>
  linesOf(sheet, item, column).length > 0;
