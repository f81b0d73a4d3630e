import { en } from "./words.en.ts";
import { it } from "./words.it.ts";

/** Everything a document says of itself, in one language. */
export interface DocumentWords {
  /** As a language tag. */
  readonly language: string;
  readonly locale: string;
  readonly cover: {
    readonly kind: string;
    readonly object: string;
    readonly workshop: string;
    readonly heldOn: string;
    readonly place: string;
    readonly city: string;
    readonly people: string;
    readonly state: string;
    readonly stand: string;
    readonly people_n: (people: number) => string;
    readonly open: string;
    readonly frozen: (on: string) => string;
    readonly stand_n: (revision: number, on: string) => string;
    readonly madeBy: string;
    readonly strip: string;
  };
  readonly contents: string;
  readonly page: <Field extends string>(page: Field, of: Field) => readonly (string | Field)[];
  readonly summary: {
    readonly title: string;
    readonly counted: (counts: { notes: number; groups: number; loose: number }) => string;
    readonly nothing: string;
    readonly section: string;
    readonly groups: string;
    readonly notes: string;
    readonly loose: string;
    readonly total: string;
    readonly largest: string;
    readonly largestText: string;
    readonly rights: string;
    readonly reason: string;
  };
  readonly participants: {
    readonly title: string;
    readonly text: (people: number) => string;
    readonly group: string;
    readonly people: string;
    readonly merged: (threshold: number) => string;
    readonly total: string;
    readonly nobody: string;
  };
  /** Of one writer, whose group is too small to be named. */
  readonly smallGroup: string;
  readonly group: Readonly<Record<string, string>>;
  readonly method: {
    readonly title: string;
    readonly template: string;
    readonly template_v: (name: string, version: number) => string;
    readonly purpose: string;
    readonly questions: string;
    readonly display: string;
    readonly displays: Readonly<Record<string, string>>;
    readonly editing: string;
    readonly editings: Readonly<Record<string, string>>;
    readonly dates: string;
    readonly begun: (on: string) => string;
    readonly written: (from: string, to: string) => string;
    readonly frozenOn: (on: string) => string;
    readonly languages: string;
    readonly limits: string;
    readonly limitsText: string;
    readonly item: string;
    readonly answer: string;
  };
  readonly matrix: {
    readonly title: string;
    readonly text: string;
    readonly corner: string;
    readonly notes: (notes: number) => string;
    readonly loose: (notes: number) => string;
    readonly empty: string;
  };
  readonly notes: {
    readonly title: string;
    readonly text: string;
    readonly number: string;
    readonly note: string;
    readonly by: string;
    readonly tags: string;
    readonly loose: string;
    readonly unnamed: string;
    readonly noText: string;
    readonly articles: (numbers: string) => string;
    readonly affected: string;
    readonly evidence: string;
    readonly translated: Readonly<Record<string, (language: string) => string>>;
    readonly writtenIn: (language: string) => string;
    readonly nobody: string;
    readonly noneHere: string;
    readonly axes: (row: string, column: string) => string;
  };
  readonly rights: {
    readonly title: string;
    readonly text: string;
    readonly article: string;
    readonly heading: string;
    readonly count: string;
    readonly where: string;
    readonly art: (number: number) => string;
    readonly none: string;
    readonly factors: string;
    readonly factorsText: string;
    readonly factor: string;
  };
  readonly wordings: {
    readonly title: string;
    readonly text: string;
    readonly none: string;
    readonly groups: string;
    readonly item: string;
    readonly wording: string;
    readonly kind: string;
    readonly original: (language: string) => string;
    readonly kinds: Readonly<Record<string, (language: string) => string>>;
  };
  readonly about: {
    readonly title: string;
    readonly people: string;
    readonly peopleText: Readonly<Record<string, string>>;
    readonly bin: string;
    readonly check: string;
    readonly checkText: string;
    readonly board: string;
    readonly revision: string;
    readonly hash: string;
    readonly made: string;
    readonly item: string;
    readonly value: string;
  };
}

/** The words of a document; English where a language has none yet. */
export const wordsIn = (language: string): DocumentWords => (language === "it" ? it : en);
