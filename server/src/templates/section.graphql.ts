import { type LanguageCode, swot } from "@tavolo/schema";
import { Ctx, Field, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { MatrixColumn, MatrixRow, SwotSection } from "../graphql/enums.ts";
import { LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import type { SectionRecord } from "./section-record.ts";

@ObjectType({ description: "A section of a template: a field of its matrix, a column, a group of rows." })
export class TemplateSection {
  constructor(
    readonly record: SectionRecord,
    protected readonly kind: string,
  ) {}

  @Field(() => SwotSection, {
    nullable: true,
    description: "Which field of the SWOT matrix it is; null in every other kind.",
  })
  get key(): string | null {
    return this.kind === swot.kind ? this.record.key : null;
  }

  @Field(() => String, { description: "Its key as items answer it in `sectionKey`, such as S." })
  get sectionKey(): string {
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

  @Field(() => MatrixRow, { nullable: true, description: "Its row; null where it stands in no matrix." })
  get row(): string | null {
    return this.record.row ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: "The name of its row in one language; null where it stands in no matrix.",
  })
  rowName(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.record.rowName && localise(this.record.rowName, language, context);
  }

  @Field(() => MatrixColumn, {
    nullable: true,
    description: "Its column; null where it stands in no matrix.",
  })
  get column(): string | null {
    return this.record.column ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: "The name of its column in one language; null where it stands in no matrix.",
  })
  columnName(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.record.columnName && localise(this.record.columnName, language, context);
  }

  @Field(() => String, { nullable: true, description: "The name of its icon, where its kind names one." })
  get icon(): string | null {
    return this.record.icon ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: "The name of its colour, such as swot-s, where its kind names one.",
  })
  get colourToken(): string | null {
    return this.record.colourToken ?? null;
  }
}

@ObjectType({ description: "A section of a board: a field of its matrix, a column, a group of rows." })
export class Section extends TemplateSection {
  constructor(
    record: SectionRecord,
    kind: string,
    readonly boardId: string,
  ) {
    super(record, kind);
  }
}
