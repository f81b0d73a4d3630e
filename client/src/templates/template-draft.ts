import { type BoardDefinition, type LocalisedText, MOST_QUESTIONS } from "@tavolo/schema";
import type { VariablesOf } from "../graphql/graphql.ts";
import type { updateTemplateMutation } from "./own-templates.query.ts";
import { columnsOf } from "./shown-columns.ts";

/** The languages that are edited side by side. */
export const draftLanguages = ["en", "it"] as const;
type Words = Record<(typeof draftLanguages)[number], string>;

export interface SectionDraft {
  key: string;
  name: Words;
  /** One question a line. */
  questions: Words;
}
export interface ColumnDraft {
  readonly collection: string;
  readonly field: string;
  readonly optional: boolean;
  label: Words;
  /** As it was declared: what is not changed is not said again. */
  readonly declared: Words;
  shown: boolean;
}

export const words = (text: LocalisedText = {}): Words => ({ en: text.en ?? "", it: text.it ?? "" });
const texts = ({ en, it }: Words) => [
  { language: "EN" as const, text: en.trim() || null },
  { language: "IT" as const, text: it.trim() || null },
];
const lines = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

/** The sections of a template to be edited, a question a line. */
export const sectionDrafts = ({ sections }: BoardDefinition): SectionDraft[] =>
  sections.map(({ key, name, guidingQuestions }) => ({
    key,
    name: words(name),
    questions: {
      en: guidingQuestions.map(({ en = "" }) => en).join("\n"),
      it: guidingQuestions.map(({ it = "" }) => it).join("\n"),
    },
  }));

/** The columns of a template to be edited; `declared` is the kind’s own declaration. */
export const columnDrafts = (own: BoardDefinition, declared: BoardDefinition): ColumnDraft[] => {
  const before = columnsOf(declared);
  return columnsOf(own).map(({ collection, field, words: { label, hidden }, optional }) => ({
    collection,
    field,
    optional,
    label: words(label),
    declared: words(
      before.find((column) => column.collection === collection && column.field === field)?.words.label,
    ),
    shown: !hidden,
  }));
};

/** A section of one’s own, under a key that no other has. */
export const newSection = (sections: readonly SectionDraft[]): SectionDraft => {
  const keys = new Set(sections.map(({ key }) => key));
  const number = Array.from({ length: keys.size + 1 }, (_, index) => index + 1).find(
    (n) => !keys.has(`own${n}`),
  );
  return { key: `own${number}`, name: words(), questions: words() };
};

type Content = NonNullable<VariablesOf<typeof updateTemplateMutation>["input"]["content"]>;

/** What is sent: a line of one language is the question that stands in the same line of the other. */
export const contentOf = (sections: readonly SectionDraft[], columns: readonly ColumnDraft[]): Content => ({
  sections: sections.map(({ key, name, questions }) => {
    const [en, it] = [lines(questions.en), lines(questions.it)];
    return {
      key,
      names: texts(name),
      guidingQuestions: Array.from(
        { length: Math.min(MOST_QUESTIONS, Math.max(en.length, it.length)) },
        (_, index) => ({
          texts: texts({ en: en[index] ?? "", it: it[index] ?? "" }),
        }),
      ),
    };
  }),
  columns: columns
    .map((column) => ({
      ...column,
      renamed: draftLanguages.some((language) => column.label[language].trim() !== column.declared[language]),
    }))
    .filter(({ renamed, shown }) => renamed || !shown)
    .map(({ collection, field, label, renamed, shown }) => ({
      collection,
      field,
      labels: renamed && (label.en.trim() || label.it.trim()) ? texts(label) : [],
      shown,
    })),
});

/** A text by its languages, as mutations take it. */
export const givenTexts = texts;
