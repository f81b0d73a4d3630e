import type {
  TemplateColumnContent as ColumnContent,
  TemplateContent as Content,
  TemplateSectionContent as SectionContent,
} from "@tavolo/schema";
import { Field, InputType, ObjectType } from "type-graphql";
import type { LocalisedText } from "../database/localised-text.ts";
import { LocalizedText, LocalizedTextInput, textsOf } from "../graphql/localized-text.ts";

@ObjectType({ description: "A text in each of its languages." })
export class LocalizedWords {
  constructor(private readonly stored: LocalisedText) {}

  @Field(() => [LocalizedText], { description: "The text, once for each language." })
  get texts(): LocalizedText[] {
    return textsOf(this.stored);
  }
}

@ObjectType({ description: "A section as a template words it." })
export class TemplateSectionContent {
  constructor(private readonly section: SectionContent) {}

  @Field(() => String, { description: "Its key as items answer it in `sectionKey`." })
  get key(): string {
    return this.section.key;
  }

  @Field(() => [LocalizedText], { description: "Its name in each language." })
  get names(): LocalizedText[] {
    return textsOf(this.section.name);
  }

  @Field(() => [LocalizedWords], { description: "Questions that help people to think, in their order." })
  get guidingQuestions(): LocalizedWords[] {
    return this.section.guidingQuestions.map((question) => new LocalizedWords(question));
  }
}

@ObjectType({ description: "A column that a template words otherwise than its kind, or leaves out." })
export class TemplateColumnContent {
  constructor(private readonly column: ColumnContent) {}

  @Field(() => String, { description: "The collection of the items that have it, such as `indicators`." })
  get collection(): string {
    return this.column.collection;
  }

  @Field(() => String, { description: "The field of an item." })
  get field(): string {
    return this.column.field;
  }

  @Field(() => [LocalizedText], { description: "Its label in each language; empty where it is the kind’s." })
  get labels(): LocalizedText[] {
    return this.column.label ? textsOf(this.column.label) : [];
  }

  @Field(() => Boolean, { description: "Whether views and exports show it." })
  get shown(): boolean {
    return this.column.shown;
  }
}

@ObjectType({
  description: "The sections and words of a template, in all languages: what a copy of it begins with.",
})
export class TemplateContent {
  constructor(private readonly content: Content) {}

  @Field(() => [TemplateSectionContent], { description: "Its sections, in reading order." })
  get sections(): TemplateSectionContent[] {
    return this.content.sections.map((section) => new TemplateSectionContent(section));
  }

  @Field(() => [TemplateColumnContent], { description: "The columns that differ from the kind’s." })
  get columns(): TemplateColumnContent[] {
    return this.content.columns.map((column) => new TemplateColumnContent(column));
  }
}

@InputType({ description: "A text in each of its languages." })
export class LocalizedWordsInput {
  @Field(() => [LocalizedTextInput], { description: "The text, once for each language." })
  texts!: LocalizedTextInput[];
}

@InputType({ description: "A section as an own template words it." })
export class TemplateSectionContentInput {
  @Field(() => String, {
    description:
      "Its key: letters, digits, - and _; a new section has one that no other of the template has.",
  })
  key!: string;

  @Field(() => [LocalizedTextInput], { description: "Its name in each language." })
  names!: LocalizedTextInput[];

  @Field(() => [LocalizedWordsInput], { description: "Its guiding questions, at most eight." })
  guidingQuestions!: LocalizedWordsInput[];
}

@InputType({ description: "A column that an own template words otherwise than its kind, or leaves out." })
export class TemplateColumnContentInput {
  @Field(() => String, { description: "The collection of the items that have it." })
  collection!: string;

  @Field(() => String, { description: "The field of an item." })
  field!: string;

  @Field(() => [LocalizedTextInput], {
    defaultValue: [],
    description: "Its label in each language; empty leaves the kind’s.",
  })
  labels!: LocalizedTextInput[];

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether views and exports show it; what has to be filled cannot be left out.",
  })
  shown!: boolean;
}

@InputType({ description: "The sections and words of an own template." })
export class TemplateContentInput {
  @Field(() => [TemplateSectionContentInput], {
    description: "All its sections, in reading order; part of the method where `ownSections` is false.",
  })
  sections!: TemplateSectionContentInput[];

  @Field(() => [TemplateColumnContentInput], {
    defaultValue: [],
    description: "The columns that differ from the kind’s.",
  })
  columns!: TemplateColumnContentInput[];
}
