import { type LanguageCode, swot, type SwotNote } from "@tavolo/schema";
import { Field, Float, ID, InputType, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import { PaperColour, SwotSection } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { WebAddress } from "../graphql/scalars.ts";
import { Item } from "../items/item.graphql.ts";
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

@ObjectType({ implements: Item, description: "One thought on a board." })
export class Note extends Item {
  constructor(
    row: BoardItem,
    readonly content = row.content as unknown as SwotNote,
  ) {
    super(row, swot);
  }

  @Field(() => String, { description: "What it says." })
  get text(): string {
    return this.content.text;
  }

  @Field(() => Language, { description: "The language of `text`." })
  override get language(): LanguageCode {
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
