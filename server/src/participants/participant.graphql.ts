import type { LanguageCode, Role, StakeholderGroup as Group } from "@tavolo/schema";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import { ParticipantKindEnum, RoleEnum, SeatStateEnum, StakeholderGroup } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { ParticipantKind, Participant as ParticipantRow } from "./participant.entity.ts";
import { type SeatState, seatStateOf } from "./seat-state.ts";

@ObjectType({
  description:
    "A seat: someone at one workshop or at a whole project. Seen by its holder and by moderators; what others see of writers is `Author`.",
})
export class Participant {
  constructor(readonly row: ParticipantRow) {}

  @Field(() => ID, { description: "Stable id of the seat." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => ParticipantKindEnum, { description: "Whether a person or a program sits here." })
  get kind(): ParticipantKind {
    return this.row.kind;
  }

  @Field(() => RoleEnum, { description: "What this seat may do." })
  get role(): Role {
    return this.row.role;
  }

  @Field(() => String, { description: "The name the participant chose." })
  get displayName(): string {
    return this.row.displayName;
  }

  @Field(() => StakeholderGroup, { nullable: true, description: "The group the participant sits here for." })
  get stakeholderGroup(): Group | null {
    return this.row.stakeholderGroup ?? null;
  }

  @Field(() => Language, { description: "The language the participant writes in by default." })
  get language(): LanguageCode {
    return this.row.language;
  }

  @Field(() => DateTime, { description: "When the seat was taken." })
  get joinedAt(): Date {
    return this.row.joinedAt;
  }

  @Field(() => DateTime, {
    nullable: true,
    description: "When a moderator took the seat away; null while it stands.",
  })
  get removedAt(): Date | null {
    return this.row.removedAt ?? null;
  }

  @Field(() => SeatStateEnum, {
    description: "Whether the seat is taken, waits for a moderator, or was taken away.",
  })
  get state(): SeatState {
    return seatStateOf(this.row);
  }

  @Field(() => DateTime, {
    nullable: true,
    description: "Since when it waits for a moderator; null for a seat that never waited or was admitted.",
  })
  get waitingSince(): Date | null {
    return this.row.waitingSince ?? null;
  }
}

@ObjectType({ description: "How many people of one stakeholder group take part." })
export class StakeholderCount {
  @Field(() => StakeholderGroup, { description: "The group; OTHER where several small ones are merged." })
  stakeholderGroup!: Group | "other";

  @Field(() => Int, { description: "How many people." })
  count!: number;

  @Field(() => [StakeholderGroup], {
    description: "The groups counted here: one, or those merged into OTHER.",
  })
  groups!: Group[];
}

@InputType({ description: "A new role for a participant." })
export class SetParticipantRoleInput {
  @Field(() => ID, { description: "The participant." })
  participantId!: string;

  @Field(() => RoleEnum, { description: "What they may do from now on." })
  role!: Role;
}

@InputType({ description: "A participant to take from the table." })
export class RemoveParticipantInput {
  @Field(() => ID, { description: "The participant." })
  participantId!: string;
}

@InputType({ description: "People who wait, to be let in." })
export class AdmitParticipantsInput {
  @Field(() => [ID], { description: "Whose seats; at most 100 at once." })
  participantIds!: string[];
}

@InputType({ description: "Somebody who waits, to be turned away." })
export class DeclineParticipantInput {
  @Field(() => ID, { description: "Whose seat." })
  participantId!: string;
}

@InputType({ description: "A participant whose seat was taken away or declined, to sit down again." })
export class ReadmitParticipantInput {
  @Field(() => ID, { description: "The participant." })
  participantId!: string;
}

@InputType({ description: "Changes to a participant; what is not given stays." })
export class UpdateParticipantInput {
  @Field(() => ID, { description: "The participant: oneself, or somebody at a table one moderates." })
  participantId!: string;

  @Field(() => String, {
    nullable: true,
    description: "The name to be called by, 1 to 60 characters; everybody chooses only their own.",
  })
  displayName?: string | null;

  @Field(() => StakeholderGroup, { nullable: true, description: "The group to sit here for; not OTHER." })
  stakeholderGroup?: Group | "other" | null;

  @Field(() => ID, {
    nullable: true,
    description: "The organisation of the project to speak for; null for none.",
  })
  organisationId?: string | null;
}

@ObjectType({ description: "Several participants after a change." })
export class ParticipantsPayload {
  @Field(() => [Participant], { description: "The participants as they are now." })
  participants!: Participant[];
}

@ObjectType({ description: "A participant after a change." })
export class ParticipantPayload {
  @Field(() => Participant, { description: "The participant as they are now." })
  participant!: Participant;
}

export const ParticipantConnection = connectionType("Participant", () => Participant, "participants");
