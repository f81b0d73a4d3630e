import type { Certainty as CertaintyWord, LanguageCode } from "@tavolo/schema";
import { countCertainties } from "@tavolo/schema/reference/count-certainties";
import type {
  Framework as FrameworkRecord,
  FrameworkLevel as LevelRecord,
} from "@tavolo/schema/reference/framework";
import { Ctx, Field, ID, Int, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { describedEnum } from "../graphql/enums.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";

export const Certainty = describedEnum("Certainty", "How sure a text of the library is.", {
  VERIFIED: ["verified", "Seen in a public source; official, or paraphrased where the framework says so."],
  KNOWN: ["known", "Widely published, not seen again: check it before quoting."],
  OWN: ["own", "Tavolo’s own wording or translation."],
  SEED: ["seed", "As the projects that Tavolo was made for put it."],
}) satisfies Record<string, CertaintyWord>;

@ObjectType({ description: "How many titles of a framework are how sure in one language." })
export class CertaintyCount {
  @Field(() => Language, { description: "The language of the titles." })
  language!: LanguageCode;

  @Field(() => Certainty, { description: "How sure they are." })
  certainty!: CertaintyWord;

  @Field(() => Int, { description: "How many they are." })
  count!: number;
}

@ObjectType({ description: "A depth of a framework’s outline, such as the Charter’s articles." })
export class FrameworkLevel {
  constructor(readonly record: LevelRecord) {}

  @Field(() => ID, { description: "Its key within the framework, such as article." })
  get key(): string {
    return this.record.key;
  }

  @Field(() => String, { description: "What one of its provisions is called, in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.name, language, context);
  }

  @Field(() => [LocalizedText], {
    description: "What one of its provisions is called, in every language at hand.",
  })
  get names(): LocalizedText[] {
    return textsOf(this.record.name);
  }

  @Field(() => Boolean, {
    description: "Whether its provisions are referred to themselves; others only gather those below them.",
  })
  get isCitable(): boolean {
    return this.record.citable;
  }
}

@ObjectType({ description: "A standard of the library: a charter, a set of goals, a list of grounds." })
export class Framework {
  constructor(readonly record: FrameworkRecord) {}

  @Field(() => ID, { description: "Stable id, such as eu-charter." })
  get id(): string {
    return this.record.id;
  }

  @Field(() => Int, { description: "The version of the data; rises when it changes." })
  get version(): number {
    return this.record.version;
  }

  @Field(() => String, { description: "Its name in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.name, language, context);
  }

  @Field(() => [LocalizedText], { description: "Its name in every language at hand." })
  get names(): LocalizedText[] {
    return textsOf(this.record.name);
  }

  @Field(() => String, {
    description: "What it is called beside a number, such as EU Charter, in one language.",
  })
  shortName(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string {
    return localise(this.record.shortName, language, context);
  }

  @Field(() => String, { description: "What it is and what to mind when citing it, in one language." })
  about(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.record.about, language, context);
  }

  @Field(() => String, { description: "The texts that the data follows, as they are cited in English." })
  get source(): string {
    return this.record.source;
  }

  @Field(() => String, { nullable: true, description: "An address of the source; null where none is known." })
  get sourceUrl(): string | null {
    return this.record.sourceUrl;
  }

  @Field(() => String, { description: "How sure the data is as a whole, in English." })
  get certaintyNote(): string {
    return this.record.certaintyNote;
  }

  @Field(() => [CertaintyCount], { description: "How many of its titles are how sure, by language." })
  get certainties(): CertaintyCount[] {
    return [...countCertainties(this.record.provisions)];
  }

  @Field(() => [FrameworkLevel], { description: "The kinds of its provisions, from the whole to the part." })
  get levels(): FrameworkLevel[] {
    return this.record.levels.map((level) => new FrameworkLevel(level));
  }
}
