import type { LanguageCode, SwotNote } from "@tavolo/schema";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { PaperColour, SwotSection } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { WebAddress } from "../graphql/scalars.ts";
import { Note, PositionInput } from "./note.graphql.ts";
import { TranslationInput } from "./translation.graphql.ts";

@InputType({ description: "A note to add, at the end of its section." })
export class AddNoteInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, {
    nullable: true,
    description: "A UUID of the caller’s own; a repeated request is then refused instead of adding twice.",
  })
  id?: string | null;

  @Field(() => SwotSection, { description: "The field of the matrix." })
  section!: SwotNote["section"];

  @Field(() => String, { description: "What it says." })
  text!: string;

  @Field(() => Language, { nullable: true, description: "The language of `text`; else the board’s." })
  language?: LanguageCode | null;

  @Field(() => [TranslationInput], { nullable: true, description: "What it says in other languages." })
  translations?: TranslationInput[] | null;

  @Field(() => PaperColour, { nullable: true, description: "The colour of its paper; else PAPER." })
  colour?: SwotNote["colour"] | null;

  @Field(() => ID, { nullable: true, description: "The factor it is about, such as F-PLACE." })
  factor?: string | null;

  @Field(() => WebAddress, { nullable: true, description: "Where its evidence can be read." })
  evidence?: string | null;

  @Field(() => [String], { nullable: true, description: "Who is affected." })
  affected?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Charter articles it touches, such as CFR-12." })
  charterArticles?: string[] | null;

  @Field(() => ID, { nullable: true, description: "A cluster of the same section to put it in." })
  clusterId?: string | null;

  @Field(() => PositionInput, { nullable: true, description: "Its place on the canvas." })
  position?: PositionInput | null;
}

@InputType({ description: "Changes to a note; what is not given stays." })
export class EditNoteInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The note." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "What it says; merged with what others type at the same time.",
  })
  text?: string | null;

  @Field(() => Language, { nullable: true, description: "The language of its text." })
  language?: LanguageCode | null;

  @Field(() => [TranslationInput], {
    nullable: true,
    description: "Translations to set or remove; others stay.",
  })
  translations?: TranslationInput[] | null;

  @Field(() => PaperColour, { nullable: true, description: "The colour of its paper." })
  colour?: SwotNote["colour"] | null;

  @Field(() => ID, { nullable: true, description: "The factor it is about; null removes it." })
  factor?: string | null;

  @Field(() => WebAddress, {
    nullable: true,
    description: "Where its evidence can be read; null removes it.",
  })
  evidence?: string | null;

  @Field(() => [String], { nullable: true, description: "Who is affected: the whole new list." })
  affected?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Charter articles it touches: the whole new list." })
  charterArticles?: string[] | null;

  @Field(() => PositionInput, { nullable: true, description: "Its place on the canvas; null removes it." })
  position?: PositionInput | null;
}

@InputType({
  description: "A new place for a note; give one neighbour, or none to keep its place in its section.",
})
export class MoveNoteInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The note." })
  id!: string;

  @Field(() => SwotSection, {
    nullable: true,
    description: "The field of the matrix; else it stays in its own.",
  })
  section?: SwotNote["section"] | null;

  @Field(() => ID, {
    nullable: true,
    description: "The cluster to put it in; null takes it out of its cluster.",
  })
  clusterId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The note that will follow it; null: it becomes the last.",
  })
  beforeId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The note that it will follow; null: it becomes the first.",
  })
  afterId?: string | null;
}

@InputType({ description: "A note to put into the bin." })
export class RemoveNoteInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The note." })
  id!: string;
}

@InputType({ description: "A note to take back from the bin." })
export class RestoreNoteInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The note." })
  id!: string;
}

@ObjectType({ description: "A note after a change." })
export class NotePayload {
  @Field(() => Note, { description: "The note as it is now." })
  note!: Note;

  @Field(() => Int, { description: "The board’s revision that holds the change." })
  revision!: number;
}
