import {
  CURRENCIES,
  type Field,
  InvalidEdit,
  type LocalisedText,
  type Money,
  type NamedOrganisation,
} from "@tavolo/schema";
import type { UiLanguage } from "../../../i18n/languages.ts";
import { parseDate, parsePeriod } from "./parse-date.ts";
import { parseNumber } from "./parse-number.ts";

/** Why a text is no value of its column; each has its words in the messages. */
export type CellFault =
  | "NOT_A_NUMBER"
  | "NOT_MONEY"
  | "NOT_A_DATE"
  | "NOT_A_PERIOD"
  | "NOT_AN_OPTION"
  | "NOT_A_PROVISION"
  | "NOT_YES_OR_NO"
  | "NOT_AN_ADDRESS"
  | "NOT_A_PART"
  | "TOO_LONG"
  | "TOO_MANY"
  | "OUT_OF_BOUNDS"
  | "DECIDED"
  | "COMPUTED"
  | "NOT_PASTED";

export type ParsedCell =
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly fault: CellFault; readonly value?: undefined };

/** What reading a cell has to know besides its column. */
export interface CellSurroundings {
  readonly language: UiLanguage;
  readonly currency: Money["currency"];
  /** The project’s organisations. */
  readonly organisations: readonly NamedOrganisation[];
  /** The id of the provision that somebody means, or null. */
  readonly provision: (text: string, frameworks: readonly string[]) => string | null;
}

type Declared = Field & {
  readonly values?: readonly string[];
  readonly frameworks?: readonly string[];
  readonly min?: number;
  readonly parts?: readonly string[];
};
type Parse = (text: string, declared: Declared, around: CellSurroundings) => ParsedCell;

const fault = (name: CellFault): ParsedCell => ({ fault: name });
const valueOr = (value: unknown, otherwise: CellFault): ParsedCell =>
  value === null ? fault(otherwise) : { value };
const SYMBOLS: Readonly<Record<string, Money["currency"]>> = {
  "€": "EUR",
  "£": "GBP",
  zł: "PLN",
  kč: "CZK",
  ft: "HUF",
};
const YES = new Set(["true", "yes", "y", "sì", "si", "s", "x", "1", "✓", "vero"]);
const NO = new Set(["false", "no", "n", "0", "falso"]);
const several = (text: string): string[] =>
  text
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean);
const folded = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim();

const option: Parse = (text, declared) => {
  const found = valueNamed(text, declared);
  return valueOr(found, "NOT_AN_OPTION");
};

const PARSERS: Readonly<Record<string, Parse>> = {
  text: (text) => ({ value: text }),
  number: (text, _declared, { language }) => valueOr(parseNumber(text, language), "NOT_A_NUMBER"),
  rating(text, declared, { language }) {
    const named = valueNamed(text, declared);
    return valueOr(named === null ? parseNumber(text, language) : Number(named), "NOT_A_NUMBER");
  },
  money(text, _declared, { language, currency }) {
    const code = CURRENCIES.find((known) => new RegExp(`\\b${known}\\b`, "i").test(text));
    const symbol = Object.keys(SYMBOLS).find((sign) => text.toLowerCase().includes(sign));
    const bare = text.replaceAll(/[A-Za-zł]|kč/g, "");
    const amount = parseNumber(bare, language);
    if (amount === null) return fault("NOT_MONEY");
    return {
      value: { minor: Math.round(amount * 100), currency: code ?? (symbol && SYMBOLS[symbol]) ?? currency },
    };
  },
  date: (text) => valueOr(parseDate(text), "NOT_A_DATE"),
  period: (text) => valueOr(parsePeriod(text), "NOT_A_PERIOD"),
  option,
  choice: option,
  section: option,
  choices(text, declared) {
    const parts = text.split(/[;,|\n]/).map((part) => part.trim());
    const values = parts.filter(Boolean).map((part) => valueNamed(part, declared));
    return values.includes(null) ? fault("NOT_AN_OPTION") : { value: values };
  },
  mark(text) {
    const said = text.trim().toLowerCase();
    return YES.has(said) ? { value: true } : NO.has(said) ? { value: false } : fault("NOT_YES_OR_NO");
  },
  organisation: (text, _declared, around) => ({ value: organisationNamed(text, around) }),
  organisations: (text, _declared, around) => ({
    value: several(text).map((name) => organisationNamed(name, around)),
  }),
  provision: (text, { frameworks = [] }, { provision }) =>
    valueOr(provision(text, frameworks), "NOT_A_PROVISION"),
  provisions(text, { frameworks = [] }, { provision }) {
    const parts = text.split(/[;,|\n]/).map((part) => part.trim());
    const ids = parts.filter(Boolean).map((part) => provision(part, frameworks));
    return ids.includes(null) ? fault("NOT_A_PROVISION") : { value: ids };
  },
  tags: (text) => ({ value: text.split(/[;,|\n]/).map((word) => word.trim()) }),
  url: (text) => ({ value: text.trim() }),
  urls: (text) => ({ value: text.split(/[\s;,|]+/).filter(Boolean) }),
  breakdown(text, declared, { language }) {
    const parts = several(text).map((part) => /^(.*?)[:=]\s*([^:=]+)$/.exec(part));
    const entries = parts.map((found) => {
      const part =
        found?.[1] === undefined ? null : valueNamed(found[1], { ...declared, values: declared.parts ?? [] });
      const count = found?.[2] === undefined ? null : parseNumber(found[2], language);
      return part === null || count === null ? null : ([part, count] as const);
    });
    return entries.some((entry) => entry === null)
      ? fault("NOT_A_PART")
      : { value: Object.fromEntries(entries.filter((entry) => entry !== null)) };
  },
};

const BY_CODE: Readonly<Record<string, CellFault>> = {
  TEXT_TOO_LONG: "TOO_LONG",
  TOO_MANY_ITEMS: "TOO_MANY",
};
const BY_KIND: Readonly<Record<string, CellFault>> = { url: "NOT_AN_ADDRESS", urls: "NOT_AN_ADDRESS" };

/** Reads what somebody pasted as a value of a column; an empty cell empties it. What does not hold says why. */
export function parseCell(text: string, declared: Field, around: CellSurroundings): ParsedCell {
  const parse = PARSERS[declared.kind];
  if (!parse) return fault("NOT_PASTED");
  if (text.trim() === "") return { value: declared.initial };
  const parsed = parse(text.trim(), declared, around);
  if (parsed.fault) return parsed;
  try {
    declared.check(parsed.value, declared.kind);
    return parsed;
  } catch (error) {
    if (!(error instanceof InvalidEdit)) throw error;
    return fault(BY_CODE[error.code] ?? BY_KIND[declared.kind] ?? "OUT_OF_BOUNDS");
  }
}

/** The value that a text names: by its code, or by its name in any language. */
function valueNamed(text: string, { values, valueNames = {} }: Declared): string | null {
  const said = folded(text);
  const codes = values ?? Object.keys(valueNames);
  const names = (name: LocalisedText | undefined) => Object.values(name ?? {}).map(folded);
  return (
    codes.find((code) => folded(code) === said) ??
    codes.find((code) => names(valueNames[code]).includes(said)) ??
    null
  );
}

function organisationNamed(text: string, { organisations }: CellSurroundings): NamedOrganisation {
  const known = organisations.find(({ name }) => folded(name) === folded(text));
  return known ?? { name: text.trim(), id: null };
}
