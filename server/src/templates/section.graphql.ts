import type { LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { MatrixColumn, MatrixRow, SwotSection } from "../graphql/enums.ts";
import { LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import type { SectionRecord } from "./section-record.ts";

@ObjectType({ description: "A field of a template’s matrix." })
export class TemplateSection {
  constructor(readonly record: SectionRecord) {}

  @Field(() => SwotSection, { description: "Which field it is." })
  get key(): string {
    return this.record.key;
  }

  @Field(() => String, { description: "Its name in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.name, language, context);
  }

  @Field(() => [LocalizedText], { description: "Its name in every language at hand." })
  get names(): LocalizedText[] {
    return textsOf(this.record.name);
  }

  @Field(() => [String], { description: "Questions that help people to think of notes, in one language." })
  guidingQuestions(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string[] {
    return this.record.guidingQuestions.map((question) => localise(question, language, context));
  }

  @Field(() => MatrixRow, { description: "Its row." })
  get row(): string {
    return this.record.row;
  }

  @Field(() => String, { description: "The name of its row in one language." })
  rowName(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.rowName, language, context);
  }

  @Field(() => MatrixColumn, { description: "Its column." })
  get column(): string {
    return this.record.column;
  }

  @Field(() => String, { description: "The name of its column in one language." })
  columnName(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string {
    return localise(this.record.columnName, language, context);
  }

  @Field(() => String, { description: "The name of its icon." })
  get icon(): string {
    return this.record.icon;
  }

  @Field(() => String, { description: "The name of its colour, such as swot-s." })
  get colourToken(): string {
    return this.record.colourToken;
  }
}

@ObjectType({ description: "A field of a board’s matrix." })
export class Section extends TemplateSection {
  constructor(
    record: SectionRecord,
    readonly boardId: string,
  ) {
    super(record);
  }
}
