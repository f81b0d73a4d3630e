import type {
  CharterArticle as ArticleRecord,
  CharterTitle as TitleRecord,
  LanguageCode,
} from "@tavolo/schema";
import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";

@ObjectType({ description: "A title – one of the seven parts – of the EU Charter of Fundamental Rights." })
export class CharterTitle {
  constructor(readonly record: TitleRecord) {}

  @Field(() => ID, { description: "Its code, such as CFR-T2." })
  get code(): string {
    return this.record.code;
  }

  @Field(() => Int, { description: "Its number, 1 to 7." })
  get number(): number {
    return this.record.number;
  }

  @Field(() => String, { description: "Its number as the Charter prints it, such as II." })
  get roman(): string {
    return this.record.roman;
  }

  @Field(() => String, { description: "Its heading in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.title, language, context);
  }

  @Field(() => [LocalizedText], { description: "Its heading in every language at hand." })
  get names(): LocalizedText[] {
    return textsOf(this.record.title);
  }
}

@ObjectType({ description: "An article of the Charter of Fundamental Rights of the European Union." })
export class CharterArticle {
  constructor(
    readonly record: ArticleRecord,
    private readonly titleRecord: TitleRecord,
  ) {}

  @Field(() => ID, { description: "Its code, such as CFR-12; notes are tagged with it." })
  get code(): string {
    return this.record.code;
  }

  @Field(() => Int, { description: "Its number, 1 to 54." })
  get number(): number {
    return this.record.number;
  }

  @Field(() => String, { description: "Its heading in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.title, language, context);
  }

  @Field(() => [LocalizedText], { description: "Its heading in every language at hand." })
  get names(): LocalizedText[] {
    return textsOf(this.record.title);
  }

  @Field(() => CharterTitle, { description: "The title it stands under." })
  get title(): CharterTitle {
    return new CharterTitle(this.titleRecord);
  }
}
