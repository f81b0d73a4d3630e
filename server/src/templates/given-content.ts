import type { TemplateContent } from "@tavolo/schema";
import type { LocalisedText } from "../database/localised-text.ts";
import type { LocalizedTextInput } from "../graphql/localized-text.ts";
import type { TemplateContentInput } from "./template-content.graphql.ts";

/** A text as an input gives it, by language. */
export const givenWords = (texts: readonly LocalizedTextInput[]): LocalisedText =>
  Object.fromEntries(
    texts.flatMap(({ language, text }) => (typeof text === "string" ? [[language, text]] : [])),
  );

/** A template’s content as an input gives it; to be checked by `checkTemplateContent`. */
export const givenContent = ({ sections, columns }: TemplateContentInput): TemplateContent => ({
  sections: sections.map(({ key, names, guidingQuestions }) => ({
    key,
    name: givenWords(names),
    guidingQuestions: guidingQuestions.map(({ texts }) => givenWords(texts)),
  })),
  columns: columns.map(({ collection, field, labels, shown }) => ({
    collection,
    field,
    shown,
    ...(labels.length > 0 && { label: givenWords(labels) }),
  })),
});
