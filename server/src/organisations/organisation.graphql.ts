import type { LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, InputType, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { OrganisationTypeEnum } from "../graphql/enums.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import type { Organisation as OrganisationRow, OrganisationType } from "./organisation.entity.ts";

@ObjectType({ description: "A body that takes part in a project." })
export class Organisation {
  constructor(readonly row: OrganisationRow) {}

  @Field(() => ID, { description: "Stable id." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: "Its name in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.row.name, language, context);
  }

  @Field(() => [LocalizedText], { description: "Its name in every language it has." })
  get names(): LocalizedText[] {
    return textsOf(this.row.name);
  }

  @Field(() => OrganisationTypeEnum, { description: "What kind of body it is." })
  get type(): OrganisationType {
    return this.row.type;
  }
}

@InputType({ description: "A body to add to a project." })
export class CreateOrganisationInput {
  @Field(() => ID, { description: "The project it takes part in." })
  projectId!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => Language, { defaultValue: "en", description: "The language of `name`." })
  language!: LanguageCode;

  @Field(() => OrganisationTypeEnum, { description: "What kind of body it is." })
  type!: OrganisationType;
}

@InputType({ description: "Changes to an organisation; what is not given stays." })
export class UpdateOrganisationInput {
  @Field(() => ID, { description: "The organisation." })
  id!: string;

  @Field(() => String, { nullable: true, description: "Its name; where it has one only, that one changes." })
  name?: string | null;

  @Field(() => Language, { defaultValue: "en", description: "The language of `name`." })
  language!: LanguageCode;

  @Field(() => OrganisationTypeEnum, { nullable: true, description: "What kind of body it is." })
  type?: OrganisationType | null;
}

@InputType({ description: "Two organisations that are one." })
export class MergeOrganisationsInput {
  @Field(() => ID, { description: "The one that goes." })
  id!: string;

  @Field(() => ID, { description: "The one that stays, with the people of both." })
  intoId!: string;
}

@InputType({ description: "An organisation that nobody speaks for." })
export class DeleteOrganisationInput {
  @Field(() => ID, { description: "The organisation." })
  id!: string;
}

@ObjectType({ description: "An organisation that is gone." })
export class DeleteOrganisationPayload {
  @Field(() => ID, { description: "The id it had." })
  id!: string;
}

@ObjectType({ description: "An organisation after a change." })
export class OrganisationPayload {
  @Field(() => Organisation, { description: "The organisation as it is now." })
  organisation!: Organisation;
}
