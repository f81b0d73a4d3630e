import type { LanguageCode, Role, StakeholderGroup as Group } from "@tavolo/schema";
import { Ctx, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { describedEnum, Display, RoleEnum, SeatStateEnum, StakeholderGroup } from "../graphql/enums.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise } from "../graphql/localized-text.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { Consent as ConsentRow } from "../participants/participant.entity.ts";
import { type SeatState, seatStateOf } from "../participants/seat-state.ts";
import type { OwnRows, OwnSeatRows } from "./gather-own-data.ts";

/** What a page shows of a long list; the file to take away holds everything. */
const SHOWN_ITEMS = 200;

export const OwnNotesEnum = describedEnum(
  "OwnNotes",
  "What becomes of somebody’s notes when they withdraw.",
  {
    KEEP: ["keep", "They stay on the boards, without a name and without a group."],
    BIN: ["bin", "They go into the bins of the boards, too, where they may still be changed."],
  },
);

@ObjectType({ description: "What somebody read and agreed to when they took a seat." })
export class Consent {
  constructor(private readonly row: ConsentRow) {}

  @Field(() => Int, { description: "The version of the sentences." })
  get version(): number {
    return this.row.version;
  }

  @Field(() => Language, { description: "The language they were read in." })
  get language(): LanguageCode {
    return this.row.language;
  }

  @Field(() => DateTime, { description: "When." })
  get at(): Date {
    return new Date(this.row.at);
  }

  @Field(() => Display, {
    nullable: true,
    description: "The most that any board of the workshop showed of writers then; null where there was none.",
  })
  get display(): ConsentRow["display"] {
    return this.row.display;
  }
}

@ObjectType({ description: "Something the viewer added to a board." })
export class OwnItem {
  constructor(private readonly row: OwnSeatRows["items"][number]) {}

  @Field(() => ID, { description: "Its id on the board." })
  get id(): string {
    return this.row.item.id;
  }

  @Field(() => ID, { description: "The board’s id." })
  get boardId(): string {
    return this.row.board.id;
  }

  @Field(() => String, { description: "The title of the board in one language." })
  boardTitle(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string {
    return localise(this.row.board.title, language, context, this.row.board.language);
  }

  @Field(() => String, { description: "What it says." })
  get text(): string {
    const { text, title } = this.row.item.content;
    return typeof text === "string" ? text : typeof title === "string" ? title : "";
  }

  @Field(() => DateTime, { description: "When it was added." })
  get createdAt(): Date {
    return this.row.item.createdAt;
  }

  @Field(() => Boolean, { description: "Whether it lies in the bin." })
  get isRemoved(): boolean {
    return this.row.item.removed;
  }
}

@ObjectType({ description: "A seat of the viewer’s with all that is held on it." })
export class OwnSeat {
  constructor(private readonly rows: OwnSeatRows) {}

  @Field(() => ID, { description: "The id of the seat." })
  get id(): string {
    return this.rows.seat.id;
  }

  @Field(() => SeatStateEnum, { description: "How it stands." })
  get state(): SeatState {
    return seatStateOf(this.rows.seat);
  }

  @Field(() => RoleEnum, { description: "What it may do." })
  get role(): Role {
    return this.rows.seat.role;
  }

  @Field(() => String, { description: "The name." })
  get displayName(): string {
    return this.rows.seat.displayName;
  }

  @Field(() => StakeholderGroup, { nullable: true, description: "The group." })
  get stakeholderGroup(): Group | null {
    return this.rows.seat.stakeholderGroup ?? null;
  }

  @Field(() => Language, { description: "The language to write in." })
  get language(): LanguageCode {
    return this.rows.seat.language;
  }

  @Field(() => DateTime, { description: "When it was taken." })
  get joinedAt(): Date {
    return this.rows.seat.joinedAt;
  }

  @Field(() => Consent, { nullable: true, description: "What was agreed to; null where nothing was shown." })
  get consent(): Consent | null {
    return this.rows.seat.consent ? new Consent(this.rows.seat.consent) : null;
  }

  @Field(() => ID, { description: "The project’s id." })
  get projectId(): string {
    return this.rows.project.id;
  }

  @Field(() => String, { description: "The name of the project in one language." })
  projectName(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string {
    return localise(this.rows.project.name, language, context, this.rows.project.language);
  }

  @Field(() => String, { nullable: true, description: "The title of the workshop; null: the whole project." })
  workshopTitle(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    const { workshop } = this.rows;
    return workshop && localise(workshop.title, language, context, workshop.language);
  }

  @Field(() => String, { nullable: true, description: "The name of the organisation in one language." })
  organisationName(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    const { organisation } = this.rows;
    return organisation && localise(organisation.name, language, context);
  }

  @Field(() => Int, { description: "How many notes were added." })
  get noteCount(): number {
    return this.rows.items.filter(({ item }) => item.collection === "notes").length;
  }

  @Field(() => Int, { description: "How many clusters were added." })
  get clusterCount(): number {
    return this.rows.items.filter(({ item }) => item.collection === "clusters").length;
  }

  @Field(() => Int, { description: "How many edits the boards’ journals hold." })
  get editCount(): number {
    return this.rows.editCount;
  }

  @Field(() => [OwnItem], {
    description: `The first ${SHOWN_ITEMS} notes and clusters that were added, oldest first; the file holds all.`,
  })
  get items(): OwnItem[] {
    return this.rows.items.slice(0, SHOWN_ITEMS).map((row) => new OwnItem(row));
  }
}

@ObjectType({ description: "Everything that is held on the viewer." })
export class OwnData {
  constructor(private readonly rows: OwnRows) {}

  @Field(() => String, { nullable: true, description: "Their name, where one is kept apart from seats." })
  get displayName(): string | null {
    return this.rows.person.displayName ?? null;
  }

  @Field(() => Language, { description: "Their language." })
  get language(): LanguageCode {
    return this.rows.person.language;
  }

  @Field(() => DateTime, { description: "When they first came." })
  get createdAt(): Date {
    return this.rows.person.createdAt;
  }

  @Field(() => Int, { description: "On how many browsers they are signed in." })
  get sessionCount(): number {
    return this.rows.sessionCount;
  }

  @Field(() => [OwnSeat], { description: "Their seats, oldest first, those that were taken away included." })
  get seats(): OwnSeat[] {
    return this.rows.seats.map((rows) => new OwnSeat(rows));
  }
}

@ObjectType({ description: "Everything that is held on the viewer, as one file." })
export class ExportOwnDataPayload {
  @Field(() => String, { description: "A name for the file." })
  filename!: string;

  @Field(() => String, { description: "Its media type." })
  mediaType!: string;

  @Field(() => String, { description: "Its content as text." })
  content!: string;
}

@InputType({ description: "How to withdraw." })
export class WithdrawInput {
  @Field(() => OwnNotesEnum, { description: "What becomes of the notes." })
  notes!: "keep" | "bin";
}

@ObjectType({ description: "What was done; the answer removes the session cookie." })
export class WithdrawPayload {
  @Field(() => Int, { description: "How many notes went into the bin." })
  binnedCount!: number;

  @Field(() => Int, {
    description:
      "How many notes stay, without a name: as asked, or on boards where the viewer could not write.",
  })
  keptCount!: number;
}
