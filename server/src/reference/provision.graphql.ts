import type { Certainty as CertaintyWord, LanguageCode } from "@tavolo/schema";
import { citeProvision } from "@tavolo/schema/reference/cite-provision";
import type {
  CertainTitle,
  Framework as FrameworkRecord,
  Provision as ProvisionRecord,
} from "@tavolo/schema/reference/framework";
import { Ctx, Field, ID, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import { Certainty, Framework, FrameworkLevel } from "./framework.graphql.ts";

@ObjectType({ description: "A provision’s title in one language." })
export class ProvisionTitle {
  @Field(() => Language, { description: "The language of the title." })
  language!: LanguageCode;

  @Field(() => String, { description: "The title itself." })
  text!: string;

  @Field(() => Certainty, { description: "How sure it is." })
  certainty!: CertaintyWord;
}

@ObjectType({
  description: "What provisions are gathered by across frameworks; a selection of Tavolo’s own.",
})
export class ProvisionTag {
  constructor(readonly record: ProvisionRecord["tags"][number]) {}

  @Field(() => ID, { description: "Its key, such as civic-space." })
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
}

@ObjectType({
  description: "What a note or an indicator can refer to: an article, a target, a point, a ground.",
})
export class Provision {
  constructor(
    readonly record: ProvisionRecord,
    readonly frameworkRecord: FrameworkRecord,
  ) {}

  @Field(() => ID, { description: "Stable id, unique over all frameworks, such as CFR-21 or SDG-11.7." })
  get id(): string {
    return this.record.id;
  }

  @Field(() => String, {
    nullable: true,
    description: "Its number as its source gives it, such as 21 or II; else null.",
  })
  get number(): string | null {
    return this.record.number;
  }

  @Field(() => String, {
    nullable: true,
    description:
      "Its number with the word of its kind, such as Art. 21, in one language; null without a number.",
  })
  label(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.record.label && localise(this.record.label, language, context);
  }

  @Field(() => String, {
    description:
      "How it is named beside those of other frameworks, such as EU Charter, Art. 21, in one language.",
  })
  citation(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    const wanted = [language, context.language].flatMap((code) => code ?? []);
    return citeProvision(this.frameworkRecord, this.record, ...wanted);
  }

  @Field(() => String, { description: "Its title in one language." })
  title(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.title, language, context);
  }

  @Field(() => [ProvisionTitle], {
    description: "Its title in every language at hand, and how sure each is.",
  })
  get titles(): ProvisionTitle[] {
    return titlesOf(this.record);
  }

  @Field(() => String, {
    nullable: true,
    description: "What it is about in more words, in one language; null where its title says it.",
  })
  description(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.record.description && localise(this.record.description, language, context);
  }

  @Field(() => FrameworkLevel, { description: "What kind of provision it is." })
  get level(): FrameworkLevel {
    return new FrameworkLevel(this.record.level);
  }

  @Field(() => Framework, { description: "The framework it belongs to." })
  get framework(): Framework {
    return new Framework(this.frameworkRecord);
  }

  @Field(() => [ProvisionTag], { description: "What it is gathered by across frameworks." })
  get tags(): ProvisionTag[] {
    return this.record.tags.map((tag) => new ProvisionTag(tag));
  }
}

export const ProvisionConnection = connectionType("Provision", () => Provision, "provisions");

const titlesOf = ({ title, certainty }: CertainTitle): ProvisionTitle[] =>
  textsOf(title).flatMap(({ language, text }) => {
    const sure = certainty[language];
    return sure ? [{ language, text, certainty: sure }] : [];
  });
