import {
  boardKinds,
  type BoardDefinition,
  type LocalisedText,
  type TemplateContent,
  withTemplate,
} from "@tavolo/schema";
import { type FragmentOf, readFragment } from "../graphql/graphql.ts";
import { templateContentFragment } from "./template-content.fragment.ts";

type Texts = readonly { readonly language: string; readonly text: string }[];

const byLanguage = (texts: Texts): LocalisedText =>
  Object.fromEntries(texts.map(({ language, text }) => [language.toLowerCase(), text]));

/** A template’s sections and words as the schema has them. */
export function readContent(data: FragmentOf<typeof templateContentFragment>): TemplateContent {
  const { sections, columns } = readFragment(templateContentFragment, data);
  return {
    sections: sections.map(({ key, names, guidingQuestions }) => ({
      key,
      name: byLanguage(names),
      guidingQuestions: guidingQuestions.map(({ texts }) => byLanguage(texts)),
    })),
    columns: columns.map(({ collection, field, labels, shown }) => ({
      collection,
      field,
      shown,
      ...(labels.length > 0 && { label: byLanguage(labels) }),
    })),
  };
}

/** The declaration of a board: its kind’s, in the words of its own template where it has one. */
export function definitionOf(
  kind: string,
  content: FragmentOf<typeof templateContentFragment> | null,
): BoardDefinition {
  const declared = boardKinds.get(kind.toLowerCase());
  if (!declared) throw new Error(`Boards of the kind ${kind} cannot be opened.`);
  return withTemplate(declared, content && readContent(content));
}
