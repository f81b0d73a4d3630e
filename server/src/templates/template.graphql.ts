import { type BoardDisplay, boardKinds, type LanguageCode, templateContentOf } from "@tavolo/schema";
import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { BoardKind } from "../kinds/board-kind.ts";
import { Display } from "../graphql/enums.ts";
import { LanguageArg } from "../graphql/language.ts";
import { DateTime } from "../graphql/scalars.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import { sectionRecords } from "./section-record.ts";
import { TemplateSection } from "./section.graphql.ts";
import { TemplateContent } from "./template-content.graphql.ts";
import type { TemplateRecord } from "./template-record.ts";

@ObjectType({ description: "For how many people a template is made." })
export class TemplateParticipants {
  constructor(private readonly participants: TemplateRecord["participants"]) {}

  @Field(() => Int, { description: "Below this it does not work." })
  get min(): number {
    return this.participants.min;
  }

  @Field(() => Int, { description: "With so many it works best." })
  get ideal(): number {
    return this.participants.ideal;
  }

  @Field(() => Int, { description: "Beyond this the table is to be shared." })
  get max(): number {
    return this.participants.max;
  }

  @Field(() => String, {
    nullable: true,
    description: "Out of which groups, in one language, where that matters.",
  })
  mix(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.participants.mix && localise(this.participants.mix, language, context);
  }
}

@ObjectType({ description: "A method ready for use; boards are created from it." })
export class Template {
  constructor(readonly record: TemplateRecord) {}

  @Field(() => ID, { description: "Stable id, such as civic-space-swot." })
  get id(): string {
    return this.record.id;
  }

  @Field(() => ID, {
    nullable: true,
    description: "The shipped template that a project’s own one began as; null for a shipped one.",
  })
  get baseTemplateId(): string | null {
    return this.record.base?.id ?? null;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was put into the archive; null while boards can be made of it.",
  })
  get archivedAt(): Date | null {
    return this.record.archivedAt;
  }

  @Field(() => Int, { description: "Its version; rises when the method, or an own template, changes." })
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

  @Field(() => [LocalizedText], { description: "What it is good for, in every language at hand." })
  get purposes(): LocalizedText[] {
    return textsOf(this.record.purpose);
  }

  @Field(() => TemplateParticipants, { description: "For how many people it is made." })
  get participants(): TemplateParticipants {
    return new TemplateParticipants(this.record.participants);
  }

  @Field(() => [ID], { description: "The standards it leans on, as `frameworks` lists them." })
  get frameworkIds(): readonly string[] {
    return this.record.frameworks;
  }

  @Field(() => Boolean, {
    description:
      "Whether an own template of it may add, leave out and reorder sections; else they are the method.",
  })
  get ownSections(): boolean {
    return this.record.ownSections;
  }

  @Field(() => TemplateContent, { description: "Its sections and words in all languages." })
  get content(): TemplateContent {
    const { kind, templateContent } = this.record;
    const declared = boardKinds.get(kind);
    if (!declared) throw new Error(`There is no board of the kind ${kind}.`);
    return new TemplateContent(templateContent ?? templateContentOf(declared));
  }

  @Field(() => Display, { description: "What its boards show about who wrote what, unless told otherwise." })
  get display(): BoardDisplay {
    return this.record.display;
  }

  @Field(() => [TemplateSection], { description: "Its sections, in reading order." })
  get sections(): TemplateSection[] {
    return sectionRecords(this.record).map((section) => new TemplateSection(section, this.record.kind));
  }
}
