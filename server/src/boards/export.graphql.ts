import type { LanguageCode } from "@tavolo/schema";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { DocumentPart } from "../exports/document-parts.ts";
import type { ExportFormat as Format } from "../exports/formats/export-formats.ts";
import { ContentEncoding, DocumentPartEnum, ExportFormat } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";

@InputType({ description: "A board to take away as a file." })
export class ExportBoardInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ExportFormat, { description: "The form of the file." })
  format!: Format;

  @Field(() => Language, {
    nullable: true,
    description: "The language of headings and names; else the reader’s.",
  })
  language?: LanguageCode | null;

  @Field(() => [DocumentPartEnum], {
    nullable: true,
    description: "Of a document, the parts it shall have; else all. Data is always whole.",
  })
  parts?: DocumentPart[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Of a table, the collection whose items are its rows, such as strategies; else the one that the method is about.",
  })
  collection?: string | null;
}

@ObjectType({ description: "A board as a file." })
export class ExportBoardPayload {
  @Field(() => String, { description: "A name for the file." })
  filename!: string;

  @Field(() => String, { description: "Its media type." })
  mediaType!: string;

  @Field(() => String, { description: "Its content, as `encoding` says." })
  content!: string;

  @Field(() => ContentEncoding, { description: "How its bytes stand in `content`." })
  encoding!: "text" | "base64";

  @Field(() => String, { description: "The SHA-256 of its bytes, in hexadecimal." })
  sha256!: string;

  @Field(() => Int, { description: "The revision of the board that it holds." })
  revision!: number;
}
