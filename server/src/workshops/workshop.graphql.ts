import type { LanguageCode } from "@tavolo/schema";
import { Ctx, Field, ID, InputType, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, LocalizedTextInput, textsOf } from "../graphql/localized-text.ts";
import { CalendarDate, DateTime } from "../graphql/scalars.ts";
import type { Workshop as WorkshopRow } from "./workshop.entity.ts";

@ObjectType({
  description: "One meeting of a project’s participants, on site or online; its boards are its tables.",
})
export class Workshop {
  constructor(readonly row: WorkshopRow) {}

  @Field(() => ID, { description: "Stable id." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: "Its title in one language." })
  title(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.row.title, language, context, this.row.language);
  }

  @Field(() => [LocalizedText], { description: "Its title in every language it has." })
  get titles(): LocalizedText[] {
    return textsOf(this.row.title);
  }

  @Field(() => Language, { description: "The language it was created in." })
  get language(): LanguageCode {
    return this.row.language;
  }

  @Field(() => CalendarDate, { nullable: true, description: "The day it is held; null while not fixed." })
  get heldOn(): string | null {
    return this.row.heldOn ?? null;
  }

  @Field(() => String, { nullable: true, description: "Where it is held, in one language." })
  place(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.row.place ? localise(this.row.place, language, context, this.row.language) : null;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was put into the archive, by itself or with its project; null while in use.",
  })
  get archivedAt(): Date | null {
    return this.row.archivedAt ?? null;
  }

  @Field(() => DateTime, { description: "When it was created." })
  get createdAt(): Date {
    return this.row.createdAt;
  }
}

@InputType({ description: "A workshop to create." })
export class CreateWorkshopInput {
  @Field(() => ID, { description: "The project it belongs to." })
  projectId!: string;

  @Field(() => String, { description: "Its title." })
  title!: string;

  @Field(() => Language, { defaultValue: "en", description: "The language of `title` and `place`." })
  language!: LanguageCode;

  @Field(() => CalendarDate, { nullable: true, description: "The day it is held." })
  heldOn?: Date | null;

  @Field(() => String, { nullable: true, description: "Where it is held." })
  place?: string | null;
}

@InputType({ description: "Changes to a workshop; what is not given stays." })
export class UpdateWorkshopInput {
  @Field(() => ID, { description: "The workshop." })
  id!: string;

  @Field(() => String, { nullable: true, description: "Its title, in the workshop’s own language." })
  title?: string | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: "Its title in further languages." })
  translations?: LocalizedTextInput[] | null;

  @Field(() => CalendarDate, { nullable: true, description: "The day it is held; null removes it." })
  heldOn?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: "Where it is held, in the workshop’s own language; null removes it.",
  })
  place?: string | null;
}

@ObjectType({ description: "A workshop after a change." })
export class WorkshopPayload {
  @Field(() => Workshop, { description: "The workshop as it is now." })
  workshop!: Workshop;
}

export const WorkshopConnection = connectionType("Workshop", () => Workshop, "workshops");
