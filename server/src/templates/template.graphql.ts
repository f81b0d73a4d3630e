import type { LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { LocalisedText } from "../database/localised-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { BoardKind } from "../graphql/enums.ts";
import { LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import { type SectionRecord, TemplateSection } from "./section.graphql.ts";

/** A template as the schema package ships it. */
export interface TemplateRecord {
  id: string;
  version: number;
  kind: "swot";
  name: LocalisedText;
  purpose: LocalisedText;
  sections: readonly SectionRecord[];
}

@ObjectType({ description: "A method ready for use; boards are created from it." })
export class Template {
  constructor(readonly record: TemplateRecord) {}

  @Field(() => ID, { description: "Stable id, such as civic-space-swot." })
  get id(): string {
    return this.record.id;
  }

  @Field(() => Int, { description: "Its version; rises when the method changes." })
  get version(): number {
    return this.record.version;
  }

  @Field(() => BoardKind, { description: "The kind of board it makes." })
  get kind(): TemplateRecord["kind"] {
    return this.record.kind;
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

  @Field(() => [TemplateSection], { description: "The fields of its matrix, in reading order." })
  get sections(): TemplateSection[] {
    return this.record.sections.map((section) => new TemplateSection(section));
  }
}
