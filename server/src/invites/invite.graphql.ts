import {
  type BoardDisplay,
  type BoardState as State,
  type LanguageCode,
  showInviteCode,
  type StakeholderGroup as Group,
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
import { SeatRequest } from "../participants/seat-request.graphql.ts";
import { GroupChoice } from "../stakeholder-groups/group-choice.graphql.ts";
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

  @Field(() => String, {
    nullable: true,
    description:
      "A code to read aloud and to type, such as K7M2-9QXD; null on invitations made before there were.",
  })
  get shortCode(): string | null {
    return this.row.shortCode ? showInviteCode(this.row.shortCode) : null;
  }

  @Field(() => Int, { nullable: true, description: "How many may join with it; null: any number." })
  get maxUses(): number | null {
    return this.row.maxUses ?? null;
  }

  @Field(() => Boolean, { description: "Whether a moderator admits each who comes with it." })
  get needsApproval(): boolean {
    return this.row.needsApproval;
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

  @Field(() => Int, { description: "How many people joined or wait to join with it." })
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

  @Field(() => Boolean, { description: "Whether a moderator has to admit whoever joins." })
  needsApproval!: boolean;

  @Field(() => [GroupChoice], { description: "The stakeholder groups to choose from." })
  stakeholderGroups!: GroupChoice[];

  @Field(() => SeatRequest, {
    nullable: true,
    description: "What became of the viewer’s wish to join, where they asked before and have no seat.",
  })
  viewerRequest!: SeatRequest | null;

  @Field(() => String, { description: "The name of the moderator who invites; empty where they left." })
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

  @Field(() => Int, {
    nullable: true,
    description: "How many may join with it, 1 to 10000; null: any number.",
  })
  maxUses?: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether a moderator admits each who comes with it.",
  })
  needsApproval!: boolean;
}

@InputType({ description: "An invitation to withdraw." })
export class RevokeInviteInput {
  @Field(() => ID, { description: "The invitation." })
  id!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Whether also the seats go that came by it, those of moderators excepted; with effect at once.",
  })
  withSeats!: boolean;
}

@ObjectType({ description: "An invitation after a change." })
export class InvitePayload {
  @Field(() => Invite, { description: "The invitation as it is now." })
  invite!: Invite;
}

@InputType({ description: "A seat to take with an invitation." })
export class JoinWorkshopInput {
  @Field(() => String, { description: "The code of the invitation: its link’s, or the short one." })
  code!: string;

  @Field(() => String, { description: "The name to be called by, 1 to 60 characters." })
  displayName!: string;

  @Field(() => StakeholderGroup, { description: "The group to sit here for; not OTHER." })
  stakeholderGroup!: Group | "other";

  @Field(() => String, { nullable: true, description: "The name of the organisation to speak for." })
  organisation?: string | null;

  @Field(() => Language, { defaultValue: "en", description: "The language to write in by default." })
  language!: LanguageCode;

  @Field(() => Int, {
    nullable: true,
    description: "The version of the sentences about data that the person was shown; kept with the seat.",
  })
  consentVersion?: number | null;
}

@ObjectType({ description: "A seat taken or asked for; the answer sets the session cookie." })
export class JoinWorkshopPayload {
  @Field(() => Participant, {
    nullable: true,
    description: "The seat; null while a moderator has to admit its holder.",
  })
  participant!: Participant | null;

  @Field(() => SeatRequest, { description: "How the wish to join stands; to be followed by `seatRequest`." })
  request!: SeatRequest;

  @Field(() => Workshop, { nullable: true, description: "The workshop; null while one waits." })
  workshop!: Workshop | null;

  @Field(() => [Board], { description: "Its boards; none while one waits." })
  boards!: Board[];
}
