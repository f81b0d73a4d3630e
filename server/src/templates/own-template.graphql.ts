import type { LanguageCode } from "@tavolo/schema";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Language } from "../graphql/language.ts";
import { LocalizedTextInput } from "../graphql/localized-text.ts";
import { TemplateContentInput } from "./template-content.graphql.ts";
import { Template } from "./template.graphql.ts";

@InputType({ description: "A template to make a project’s own." })
export class CloneTemplateInput {
  @Field(() => ID, { description: "The project that it is for." })
  projectId!: string;

  @Field(() => ID, { description: "What it begins as: a shipped template, or one of the project’s own." })
  templateId!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => Language, { defaultValue: "en", description: "The language of `name`." })
  language!: LanguageCode;
}

@InputType({ description: "Changes to an own template; what is not given stays." })
export class UpdateTemplateInput {
  @Field(() => ID, { description: "The template." })
  id!: string;

  @Field(() => Int, {
    description: "The version that was read; refused with TEMPLATE_CHANGED where there is a later one.",
  })
  expectedVersion!: number;

  @Field(() => [LocalizedTextInput], { nullable: true, description: "Its name, in all its languages." })
  names?: LocalizedTextInput[] | null;

  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: "What it is good for, in all its languages.",
  })
  purposes?: LocalizedTextInput[] | null;

  @Field(() => TemplateContentInput, {
    nullable: true,
    description: "Its sections and words, all of them. Boards made before keep theirs.",
  })
  content?: TemplateContentInput | null;
}

@InputType({ description: "An own template to put into the archive or to take back." })
export class TemplateArchiveInput {
  @Field(() => ID, { description: "The template." })
  id!: string;
}

@ObjectType({ description: "A template after a change." })
export class TemplatePayload {
  @Field(() => Template, { description: "The template as it is now." })
  template!: Template;
}
