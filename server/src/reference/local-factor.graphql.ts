import type { LanguageCode, LocalFactor as FactorRecord } from "@tavolo/schema";
import { Ctx, Field, ID, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";

@ObjectType({ description: "A factor that enables or inhibits a civic space, of Tavolo’s own short list." })
export class LocalFactor {
  constructor(readonly record: FactorRecord) {}

  @Field(() => ID, { description: "Its code, such as F-PLACE." })
  get code(): string {
    return this.record.code;
  }

  @Field(() => String, { description: "What it is about, in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.title, language, context);
  }

  @Field(() => [LocalizedText], { description: "What it is about, in every language at hand." })
  get names(): LocalizedText[] {
    return textsOf(this.record.title);
  }
}
