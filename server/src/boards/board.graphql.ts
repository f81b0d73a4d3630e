import type {
  BoardDisplay,
  BoardEditing,
  BoardState as State,
  LanguageCode,
  ReadOnlyReason as ReadOnlyReasonCode,
  Role,
} from "@tavolo/schema";
import { Ctx, Field, ID, InputType, Int, InterfaceType, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { BoardKind } from "../kinds/board-kind.ts";
import { BoardState, Display, Editing, ReadOnlyReason, RoleEnum } from "../graphql/enums.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, LocalizedTextInput, textsOf } from "../graphql/localized-text.ts";
import { DateTime } from "../graphql/scalars.ts";
import { TemplateContent } from "../templates/template-content.graphql.ts";
import type { Board as BoardRow } from "./board.entity.ts";

@InterfaceType({
  description:
    "A table at which a group works by one method. What all boards have is here; the items of a kind are in its own type, such as PestelBoard.",
})
export abstract class Board {
  constructor(readonly row: BoardRow) {}

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

  @Field(() => BoardKind, { description: "The method it follows." })
  get kind(): string {
    return this.row.kind;
  }

  @Field(() => BoardState, { description: "Whether its content can change." })
  get state(): State {
    return this.row.state;
  }

  @Field(() => String, {
    nullable: true,
    description: "Why it was last frozen or reopened, in the moderator’s words.",
  })
  get stateReason(): string | null {
    return this.row.stateReason ?? null;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was last frozen or reopened; null if never.",
  })
  get stateChangedAt(): Date | null {
    return this.row.stateChangedAt ?? null;
  }

  @Field(() => Editing, { description: "Who may change an item that somebody else added." })
  get editing(): BoardEditing {
    return this.row.editing;
  }

  @Field(() => Display, { description: "What it shows about who wrote what." })
  get display(): BoardDisplay {
    return this.row.display;
  }

  @Field(() => Language, { description: "The language of notes that do not say theirs." })
  get language(): LanguageCode {
    return this.row.language;
  }

  @Field(() => Int, { description: "Rises with every edit; the state of content that this answer shows." })
  get revision(): number {
    return this.row.projectedSeq;
  }

  @Field(() => Int, {
    description: "Number of the last event; give it to boardEvents as `after` to miss nothing.",
  })
  get eventNumber(): number {
    return this.row.eventNumber;
  }

  @Field(() => Int, {
    description: "Rises when the document starts anew, which drops clients’ unsent copies.",
  })
  get generation(): number {
    return this.row.generation;
  }

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When it was put into the archive, by itself or with its workshop or project; null while in use.",
  })
  get archivedAt(): Date | null {
    return this.row.archivedAt ?? null;
  }

  @Field(() => TemplateContent, {
    nullable: true,
    description:
      "Its own sections and words, as the project’s own template had them when it was made; null where they are the shipped template’s.",
  })
  get templateContent(): TemplateContent | null {
    return this.row.templateContent ? new TemplateContent(this.row.templateContent) : null;
  }

  @Field(() => DateTime, { description: "When it was created." })
  get createdAt(): Date {
    return this.row.createdAt;
  }
}

@ObjectType({ description: "The viewer at a board." })
export class BoardViewer {
  @Field(() => ID, { description: "The seat the viewer acts with: of several, the strongest." })
  participantId!: string;

  @Field(() => RoleEnum, { description: "What the viewer may do." })
  role!: Role;

  @Field(() => Boolean, { description: "Whether the viewer can write notes and clusters now." })
  canWrite!: boolean;

  @Field(() => ReadOnlyReason, { nullable: true, description: "Why not; null while the viewer can write." })
  readOnlyReason!: ReadOnlyReasonCode | null;

  @Field(() => Boolean, { description: "Whether the viewer can change the board’s title and policy." })
  canUpdate!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer can freeze the board now." })
  canFreeze!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer can reopen the board now." })
  canReopen!: boolean;

  @Field(() => Boolean, {
    description: "Whether the viewer can put the board into the archive and take it back.",
  })
  canArchive!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer can move the board to another workshop now." })
  canMove!: boolean;

  @Field(() => Boolean, { description: "Whether the viewer can lay out a copy of the board." })
  canDuplicate!: boolean;
}

@ObjectType({ description: "Where a copied board comes from." })
export class BoardOrigin {
  @Field(() => Board, {
    nullable: true,
    description: "The board it was copied from; null where the viewer does not sit at it.",
  })
  board!: Board | null;

  @Field(() => Int, {
    nullable: true,
    description: "The revision whose content was copied; null where it came without content.",
  })
  revision!: number | null;
}

@ObjectType({ description: "How much is on a board, the bin left out." })
export class BoardCounts {
  @Field(() => Int, { description: "Notes." })
  notes!: number;

  @Field(() => Int, { description: "Clusters." })
  clusters!: number;

  @Field(() => Int, { description: "Items of any sort, those too." })
  items!: number;
}

@InputType({ description: "A board to create from a template." })
export class CreateBoardInput {
  @Field(() => ID, { description: "The workshop it belongs to." })
  workshopId!: string;

  @Field(() => ID, { description: "The template, as listed by `templates` or by the project’s." })
  templateId!: string;

  @Field(() => String, { description: "Its title." })
  title!: string;

  @Field(() => Language, {
    defaultValue: "en",
    description: "The language of `title` and of notes that do not say theirs.",
  })
  language!: LanguageCode;

  @Field(() => ID, { nullable: true, description: "What it looks at: an analysed object of the project." })
  analysedObjectId?: string | null;

  @Field(() => Editing, {
    defaultValue: "everyone",
    description: "Who may change an item that somebody else added.",
  })
  editing!: BoardEditing;

  @Field(() => Display, {
    nullable: true,
    description: "What it shows about who wrote what; else as the template says.",
  })
  display?: BoardDisplay | null;
}

@InputType({ description: "Changes to a board’s title and policy; what is not given stays." })
export class UpdateBoardInput {
  @Field(() => ID, { description: "The board." })
  id!: string;

  @Field(() => String, { nullable: true, description: "Its title, in the board’s own language." })
  title?: string | null;

  @Field(() => [LocalizedTextInput], { nullable: true, description: "Its title in further languages." })
  translations?: LocalizedTextInput[] | null;

  @Field(() => Editing, { nullable: true, description: "Who may change an item that somebody else added." })
  editing?: BoardEditing | null;

  @Field(() => Display, { nullable: true, description: "What it shows about who wrote what." })
  display?: BoardDisplay | null;
}

@InputType({ description: "A board to lay out anew, like one that is there." })
export class DuplicateBoardInput {
  @Field(() => ID, { description: "The board to copy." })
  boardId!: string;

  @Field(() => ID, { nullable: true, description: "The workshop of the copy; else the same." })
  workshopId?: string | null;

  @Field(() => String, { description: "Its title, in the language of the original." })
  title!: string;

  @Field(() => Boolean, {
    description:
      "Whether notes and clusters come along, the bin left out. They have no author on the copy: nobody has written them there.",
  })
  content!: boolean;
}

@InputType({ description: "A board to move to another workshop of its project." })
export class MoveBoardInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => ID, { description: "The workshop it moves to." })
  workshopId!: string;
}

@InputType({ description: "A board to freeze." })
export class FreezeBoardInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => String, { description: "Why, in a sentence that everybody at the table will read." })
  reason!: string;
}

@InputType({ description: "A frozen board to open again." })
export class ReopenBoardInput {
  @Field(() => ID, { description: "The board." })
  boardId!: string;

  @Field(() => String, { description: "Why, in a sentence that everybody at the table will read." })
  reason!: string;
}

@ObjectType({ description: "A board after a change." })
export class BoardPayload {
  @Field(() => Board, { description: "The board as it is now." })
  board!: Board;
}

export const BoardConnection = connectionType("Board", () => Board, "boards");
