import { LANGUAGES, type LanguageCode } from "@tavolo/schema";
import { Arg } from "type-graphql";
import { describedEnum } from "./enums.ts";

const values = Object.fromEntries(
  LANGUAGES.map(({ code, endonym }) => [code.toUpperCase(), [code, `${endonym}.`]] as const),
);

export const Language: Readonly<Record<string, LanguageCode>> = describedEnum(
  "Language",
  "A language of content, by its ISO 639-1 code.",
  values,
);

/** The argument of every field that answers in one language. */
export const LanguageArg = () =>
  Arg("language", () => Language, {
    nullable: true,
    description: "The language wanted; else the request’s Accept-Language, the text’s own, any.",
  });
