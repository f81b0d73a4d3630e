import type { BoardDisplay, BoardTemplate, LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { BoardKind } from "../kinds/board-kind.ts";
import { Display } from "../graphql/enums.ts";
import { LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import { sectionRecords } from "./section-record.ts";
import { TemplateSection } from "./section.graphql.ts";

@ObjectType({ description: "A method ready for use; boards are created from it." })
export class Template {
  constructor(readonly record: BoardTemplate) {}

  @Field(() => ID, { description: "Stable id, such as civic-space-swot." })
  get id(): string {
    return this.record.id;
  }

  @Field(() => Int, { description: "Its version; rises when the method changes." })
  get version(): number {
    return this.record.version;
  }

  @Field(() => BoardKind, { description: "The kind of board it makes." })
  get kind(): string {
    return this.record.kind;
  }

  @Field(() => Boolean, { description: "Whether boards can be made of it yet." })
  get offered(): boolean {
    return this.record.offered;
  }

  @Field(() => String, { description: "Its name in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.name, language, context);
  }

  @Field(() => [LocalizedText], { description: "Its name in every language at hand." })
  get names(): LocalizedText[] {
    return textsOf(this.record.name);
  }

  @Field(() => String, { description: "What it is good for, in one language." })
  purpose(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.purpose, language, context);
  }

  @Field(() => Display, { description: "What its boards show about who wrote what, unless told otherwise." })
  get display(): BoardDisplay {
    return this.record.display;
  }

  @Field(() => [TemplateSection], { description: "Its sections, in reading order." })
  get sections(): TemplateSection[] {
    return sectionRecords(this.record.kind).map((section) => new TemplateSection(section, this.record.kind));
  }
}
