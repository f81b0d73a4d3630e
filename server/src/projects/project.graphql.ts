import type { LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, LocalizedTextInput, textsOf } from "../graphql/localized-text.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { Project as ProjectRow } from "./project.entity.ts";

@ObjectType({
  description: "The frame of a co-construction: workshops, boards and people of one city or network.",
})
export class Project {
  constructor(readonly row: ProjectRow) {}

  @Field(() => ID, { description: "Stable id." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: "Its name in one language." })
  name(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.row.name, language, context, this.row.language);
  }

  @Field(() => [LocalizedText], { description: "Its name in every language it has." })
  get names(): LocalizedText[] {
    return textsOf(this.row.name);
  }

  @Field(() => String, { nullable: true, description: "What it is about, in one language." })
  description(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.row.description ? localise(this.row.description, language, context, this.row.language) : null;
  }

  @Field(() => Language, { description: "The language it was created in." })
  get language(): LanguageCode {
    return this.row.language;
  }

  @Field(() => String, { nullable: true, description: "The city, where it is about one." })
  get city(): string | null {
    return this.row.city ?? null;
  }

  @Field(() => String, { description: "The country, by its ISO 3166-1 code of two letters." })
  get country(): string {
    return this.row.country;
  }

  @Field(() => Int, { nullable: true, description: "How many people live in the city." })
  get population(): number | null {
    return this.row.population ?? null;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was put into the archive; null while in use.",
  })
  get archivedAt(): Date | null {
    return this.row.archivedAt ?? null;
  }

  @Field(() => DateTime, { description: "When it was created." })
  get createdAt(): Date {
    return this.row.createdAt;
  }
}

@ObjectType({ description: "What the viewer may do in a project or in one of its workshops." })
export class Permissions {
  @Field(() => Boolean, { description: "Change its names and details." })
  canUpdate!: boolean;

  @Field(() => Boolean, { description: "Put it into the archive and take it back." })
  canArchive!: boolean;

  @Field(() => Boolean, { description: "Create workshops in the project." })
  canCreateWorkshop!: boolean;

  @Field(() => Boolean, { description: "Create boards, analysed objects and organisations." })
  canCreateBoard!: boolean;

  @Field(() => Boolean, { description: "Word templates anew for the project." })
  canUpdateTemplates!: boolean;

  @Field(() => Boolean, { description: "Invite people and withdraw invitations." })
  canInvite!: boolean;

  @Field(() => Boolean, { description: "See the participants by name, set their roles, remove them." })
  canManageParticipants!: boolean;

  @Field(() => Boolean, { description: "Make and revoke access tokens for programs." })
  canManageApiTokens!: boolean;
}

@InputType({ description: "A project to create; whoever creates it becomes its moderator." })
export class CreateProjectInput {
  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What it is about, in a sentence or two." })
  description?: string | null;

  @Field(() => Language, { defaultValue: "en", description: "The language of `name` and `description`." })
  language!: LanguageCode;

  @Field(() => String, { nullable: true, description: "The city, where it is about one." })
  city?: string | null;

  @Field(() => String, { description: "The country, by its ISO 3166-1 code of two letters." })
  country!: string;

  @Field(() => Int, { nullable: true, description: "How many people live in the city." })
  population?: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The name its creator goes by in it, 1 to 60 characters; else the one known from before.",
  })
  displayName?: string | null;
}

@InputType({ description: "Changes to a project; what is not given stays." })
export class UpdateProjectInput {
  @Field(() => ID, { description: "The project." })
  id!: string;

  @Field(() => String, { nullable: true, description: "Its name, in the project’s own language." })
  name?: string | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: "Its name in further languages." })
  translations?: LocalizedTextInput[] | null;

  @Field(() => String, { nullable: true, description: "What it is about, in the project’s own language." })
  description?: string | null;

  @Field(() => String, { nullable: true, description: "The city; null removes it." })
  city?: string | null;

  @Field(() => String, { nullable: true, description: "The country, by its ISO 3166-1 code of two letters." })
  country?: string | null;

  @Field(() => Int, { nullable: true, description: "How many people live in the city; null removes it." })
  population?: number | null;
}

@ObjectType({ description: "A project after a change." })
export class ProjectPayload {
  @Field(() => Project, { description: "The project as it is now." })
  project!: Project;
}

export const ProjectConnection = connectionType("Project", () => Project, "projects");
