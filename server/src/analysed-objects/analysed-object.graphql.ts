import type { LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, InputType, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { AnalysedObjectTypeEnum } from "../graphql/enums.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import type {
  AnalysedObject as AnalysedObjectRow,
  AnalysedObjectType,
} from "../projects/analysed-object.entity.ts";

@ObjectType({ description: "What boards look at: a civic space, a service, a policy or a network." })
export class AnalysedObject {
  constructor(readonly row: AnalysedObjectRow) {}

  @Field(() => ID, { description: "Stable id." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => AnalysedObjectTypeEnum, { description: "What kind of thing it is." })
  get type(): AnalysedObjectType {
    return this.row.type;
  }

  @Field(() => String, { description: "Its name in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.row.name, language, context);
  }

  @Field(() => [LocalizedText], { description: "Its name in every language it has." })
  get names(): LocalizedText[] {
    return textsOf(this.row.name);
  }

  @Field(() => String, {
    nullable: true,
    description: "What it is, in one language; null where nobody said.",
  })
  description(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.row.description ? localise(this.row.description, language, context) : null;
  }
}

@InputType({ description: "A civic space, service, policy or network to add to a project." })
export class CreateAnalysedObjectInput {
  @Field(() => ID, { description: "The project it belongs to." })
  projectId!: string;

  @Field(() => AnalysedObjectTypeEnum, { description: "What kind of thing it is." })
  type!: AnalysedObjectType;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What it is, in a sentence or two." })
  description?: string | null;

  @Field(() => Language, { defaultValue: "en", description: "The language of `name` and `description`." })
  language!: LanguageCode;
}

@ObjectType({ description: "An analysed object after a change." })
export class AnalysedObjectPayload {
  @Field(() => AnalysedObject, { description: "The analysed object as it is now." })
  analysedObject!: AnalysedObject;
}
