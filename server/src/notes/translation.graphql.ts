import { isLanguageCode, type LanguageCode, type Translations } from "@tavolo/schema";
import { Field, InputType, ObjectType } from "type-graphql";
import { TranslationStatus } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";

@ObjectType({ description: "What an item says, in another language." })
export class Translation {
  @Field(() => Language, { description: "The language of the translation." })
  language!: LanguageCode;

  @Field(() => String, { description: "The translated text." })
  text!: string;

  @Field(() => TranslationStatus, { description: "Where it comes from." })
  status!: "human" | "machine";
}

/** Translations by language as a list. */
export const translationsOf = (translations: Translations): Translation[] =>
  Object.entries(translations).flatMap(([language, translation]) =>
    isLanguageCode(language) ? [{ language, ...translation }] : [],
  );

@InputType({ description: "A translation to set or to remove." })
export class TranslationInput {
  @Field(() => Language, { description: "The language of the translation." })
  language!: LanguageCode;

  @Field(() => String, { nullable: true, description: "The translated text; null removes this language." })
  text?: string | null;

  @Field(() => TranslationStatus, { defaultValue: "human", description: "Where it comes from." })
  status!: "human" | "machine";
}
