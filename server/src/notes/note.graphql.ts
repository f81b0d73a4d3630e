import type { LanguageCode, SwotNote } from "@tavolo/schema";
import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import { PaperColour, SwotSection } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { DateTime, WebAddress } from "../graphql/scalars.ts";
import type { BoardItem } from "../sync/projection/board-item.entity.ts";
import { Translation, translationsOf } from "./translation.graphql.ts";

@ObjectType({ description: "Where an item lies on the canvas, in canvas units." })
export class Position {
  @Field(() => Float, { description: "To the right." })
  x!: number;

  @Field(() => Float, { description: "Downwards." })
  y!: number;
}

@InputType({ description: "Where an item lies on the canvas, in canvas units." })
export class PositionInput {
  @Field(() => Float, { description: "To the right." })
  x!: number;

  @Field(() => Float, { description: "Downwards." })
  y!: number;
}

@ObjectType({ description: "One thought on a board." })
export class Note {
  /** `revision` is the board’s, not the row’s: what the answer as a whole reflects. */
  constructor(
    readonly row: BoardItem,
    readonly content = row.content as unknown as SwotNote,
  ) {}

  @Field(() => ID, { description: "Its id, unique on its board." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: "What it says." })
  get text(): string {
    return this.content.text;
  }

  @Field(() => Language, { description: "The language of `text`." })
  get language(): LanguageCode {
    return this.content.language;
  }

  @Field(() => [Translation], { description: "What it says in other languages." })
  get translations(): Translation[] {
    return translationsOf(this.content.translations);
  }

  @Field(() => SwotSection, { description: "The field of the matrix it lies in." })
  get section(): SwotNote["section"] {
    return this.content.section;
  }

  @Field(() => String, {
    description: "Its place in the section: notes are in order of rank, as bytes compare.",
  })
  get rank(): string {
    return this.content.rank;
  }

  @Field(() => Position, {
    nullable: true,
    description: "Its place on the canvas; null where nobody laid it.",
  })
  get position(): Position | null {
    return this.content.position;
  }

  @Field(() => PaperColour, { description: "The colour of its paper." })
  get colour(): SwotNote["colour"] {
    return this.content.colour;
  }

  @Field(() => WebAddress, { nullable: true, description: "Where its evidence can be read." })
  get evidence(): string | null {
    return this.content.evidence;
  }

  @Field(() => [String], { description: "Who is affected, in the writers’ own words." })
  get affected(): readonly string[] {
    return this.content.affected;
  }

  @Field(() => Boolean, { description: "Whether it lies in the bin, from where it can be restored." })
  get removed(): boolean {
    return this.content.removed;
  }

  @Field(() => DateTime, { description: "When it was added." })
  get createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => DateTime, { description: "When it was last changed." })
  get updatedAt(): Date {
    return this.row.updatedAt;
  }

  @Field(() => Int, { description: "The board’s revision at its last change." })
  get revision(): number {
    return this.row.updatedSeq;
  }
}

@InputType({ description: "Which notes to list." })
export class NoteFilter {
  @Field(() => SwotSection, { nullable: true, description: "Only those of this section." })
  section?: SwotNote["section"] | null;

  @Field(() => ID, { nullable: true, description: "Only those of this cluster." })
  clusterId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: only those in some cluster; false: only loose ones.",
  })
  clustered?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "Only those whose text or translations contain these words, upper or lower case alike.",
  })
  text?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Only those tagged with this Charter article, such as CFR-12.",
  })
  charterArticle?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: "True: only those in the bin; false: only those on the board; null: both.",
  })
  removed?: boolean | null;
}

export const NoteConnection = connectionType("Note", () => Note, "notes");
