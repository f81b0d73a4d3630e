import type {
  BoardDisplay,
  BoardState as State,
  LanguageCode,
  StakeholderGroup as Group,
} from "@tavolo/schema";
import { Ctx, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { Board } from "../boards/board.graphql.ts";
import type { Board as BoardRow } from "../boards/board.entity.ts";
import type { LocalisedText } from "../database/localised-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { BoardState, Display, GuestRole, StakeholderGroup } from "../graphql/enums.ts";
import { Language, LanguageArg } from "../graphql/language.ts";
import { localise, LocalizedText, textsOf } from "../graphql/localized-text.ts";
import { CalendarDate, DateTime } from "../graphql/scalars.ts";
import { Organisation } from "../organisations/organisation.graphql.ts";
import { Participant } from "../participants/participant.graphql.ts";
import { Workshop } from "../workshops/workshop.graphql.ts";
import type { Invite as InviteRow } from "./invite.entity.ts";

@ObjectType({ description: "A link by which anyone who holds it may join a workshop." })
export class Invite {
  constructor(readonly row: InviteRow) {}

  @Field(() => ID, { description: "Stable id." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: "The secret part of its link." })
  get code(): string {
    return this.row.code;
  }

  @Field(() => GuestRole, { description: "What those who join with it may do." })
  get role(): "contributor" | "observer" {
    return this.row.role;
  }

  @Field(() => String, { nullable: true, description: "A note for the moderators: whom it was given to." })
  get label(): string | null {
    return this.row.label ?? null;
  }

  @Field(() => DateTime, { description: "When it was made." })
  get createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => DateTime, { description: "When it ends by itself." })
  get expiresAt(): Date {
    return this.row.expiresAt;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: "When a moderator withdrew it; null while it is valid.",
  })
  get revokedAt(): Date | null {
    return this.row.revokedAt ?? null;
  }

  @Field(() => Int, { description: "How many people joined with it." })
  get useCount(): number {
    return this.row.useCount;
  }
}

@ObjectType({ description: "A board that waits behind an invitation." })
export class InvitedBoard {
  constructor(private readonly row: BoardRow) {}

  @Field(() => ID, { description: "The board’s id." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: "Its title in one language." })
  title(@LanguageArg() language: LanguageCode | null | undefined, @Ctx() context: GraphQLContext): string {
    return localise(this.row.title, language, context, this.row.language);
  }

  @Field(() => BoardState, { description: "Whether its content can change." })
  get state(): State {
    return this.row.state;
  }

  @Field(() => Display, { description: "What it will show about who wrote what." })
  get display(): BoardDisplay {
    return this.row.display;
  }
}

@ObjectType({ description: "What an invitation shows before one joins." })
export class InvitePreview {
  workshop!: { title: LocalisedText; place?: LocalisedText | null; language: LanguageCode };
  project!: { name: LocalisedText; language: LanguageCode };

  @Field(() => GuestRole, { description: "What those who join may do." })
  role!: "contributor" | "observer";

  @Field(() => String, { description: "The name of the moderator who invites." })
  invitedBy!: string;

  @Field(() => DateTime, { description: "When the invitation ends." })
  expiresAt!: Date;

  @Field(() => CalendarDate, { nullable: true, description: "The day of the workshop." })
  heldOn!: string | null;

  @Field(() => Int, { description: "How many people have taken a seat." })
  participantCount!: number;

  @Field(() => [InvitedBoard], { description: "The boards that wait." })
  boards!: InvitedBoard[];

  @Field(() => [Organisation], { description: "Organisations of the project, to choose from." })
  organisations!: Organisation[];

  @Field(() => Participant, {
    nullable: true,
    description: "The viewer’s seat, where they have one already.",
  })
  viewerParticipant!: Participant | null;

  @Field(() => String, { description: "The title of the workshop in one language." })
  workshopTitle(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string {
    return localise(this.workshop.title, language, context, this.workshop.language);
  }

  @Field(() => [LocalizedText], { description: "The title of the workshop in every language it has." })
  workshopTitles(): LocalizedText[] {
    return textsOf(this.workshop.title);
  }

  @Field(() => String, { description: "The name of the project in one language." })
  projectName(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string {
    return localise(this.project.name, language, context, this.project.language);
  }

  @Field(() => String, { nullable: true, description: "Where the workshop is held, in one language." })
  place(
    @LanguageArg() language: LanguageCode | null | undefined,
    @Ctx() context: GraphQLContext,
  ): string | null {
    return this.workshop.place
      ? localise(this.workshop.place, language, context, this.workshop.language)
      : null;
  }
}

@InputType({ description: "An invitation to make." })
export class CreateInviteInput {
  @Field(() => ID, { description: "The workshop to invite to." })
  workshopId!: string;

  @Field(() => GuestRole, { defaultValue: "contributor", description: "What those who join may do." })
  role!: "contributor" | "observer";

  @Field(() => String, { nullable: true, description: "A note for the moderators: whom it is given to." })
  label?: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it ends by itself; else after 30 days." })
  expiresAt?: Date | null;
}

@InputType({ description: "An invitation to withdraw." })
export class RevokeInviteInput {
  @Field(() => ID, { description: "The invitation." })
  id!: string;
}

@ObjectType({ description: "An invitation after a change." })
export class InvitePayload {
  @Field(() => Invite, { description: "The invitation as it is now." })
  invite!: Invite;
}

@InputType({ description: "A seat to take with an invitation." })
export class JoinWorkshopInput {
  @Field(() => String, { description: "The code of the invitation." })
  code!: string;

  @Field(() => String, { description: "The name to be called by, 1 to 60 characters." })
  displayName!: string;

  @Field(() => StakeholderGroup, { description: "The group to sit here for; not OTHER." })
  stakeholderGroup!: Group | "other";

  @Field(() => String, { nullable: true, description: "The name of the organisation to speak for." })
  organisation?: string | null;

  @Field(() => Language, { defaultValue: "en", description: "The language to write in by default." })
  language!: LanguageCode;
}

@ObjectType({ description: "A seat taken; the answer sets the session cookie." })
export class JoinWorkshopPayload {
  @Field(() => Participant, { description: "The seat." })
  participant!: Participant;

  @Field(() => Workshop, { description: "The workshop." })
  workshop!: Workshop;

  @Field(() => [Board], { description: "Its boards." })
  boards!: Board[];
}
