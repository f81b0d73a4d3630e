import { isLanguageCode, type LanguageCode } from "@tavolo/schema";
import { Field, InputType, ObjectType } from "type-graphql";
import type { LocalisedText as StoredText } from "../database/localised-text.ts";
import type { GraphQLContext } from "./context.ts";
import { Language } from "./language.ts";

@ObjectType({ description: "One text in one language." })
export class LocalizedText {
  @Field(() => Language, { description: "The language of the text." })
  language!: LanguageCode;

  @Field(() => String, { description: "The text itself." })
  text!: string;
}

@InputType({ description: "One text in one language." })
export class LocalizedTextInput {
  @Field(() => Language, { description: "The language of the text." })
  language!: LanguageCode;

  @Field(() => String, { nullable: true, description: "The text itself; null removes this language." })
  text?: string | null;
}

/** A stored text as the list of its languages. */
export const textsOf = (stored: StoredText): LocalizedText[] =>
  Object.entries(stored).flatMap(([language, text]) =>
    isLanguageCode(language) ? [{ language, text }] : [],
  );

/** The best that is there: the language asked for, then the reader’s, then the text’s own (it comes first). */
export const localise = (
  stored: StoredText,
  asked: LanguageCode | null | undefined,
  reader: Pick<GraphQLContext, "language">,
  own?: LanguageCode,
): string => {
  const found = [asked, reader.language, own].find((code) => code && stored[code] !== undefined);
  return (found && stored[found]) ?? Object.values(stored)[0] ?? "";
};
