import type { LanguageCode } from "@tavolo/schema";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ExportFormat } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";

@InputType({ description: "A board to take away as a file." })
export class ExportBoardInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ExportFormat, { description: "The form of the file." })
  format!: "json" | "csv";

  @Field(() => Language, {
    nullable: true,
    description: "The language of headings and names; else the reader’s.",
  })
  language?: LanguageCode | null;
}

@ObjectType({ description: "A board as a file." })
export class ExportBoardPayload {
  @Field(() => String, { description: "A name for the file." })
  filename!: string;

  @Field(() => String, { description: "Its media type." })
  mediaType!: string;

  @Field(() => String, { description: "Its content as text." })
  content!: string;

  @Field(() => String, { description: "The SHA-256 of its UTF-8 bytes, in hexadecimal." })
  sha256!: string;

  @Field(() => Int, { description: "The revision of the board that it holds." })
  revision!: number;
}
