import type { LanguageCode, Role, StakeholderGroup as Group } from "@tavolo/schema";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { connectionType } from "../graphql/connection.ts";
import { ParticipantKindEnum, RoleEnum, StakeholderGroup } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { ParticipantKind, Participant as ParticipantRow } from "./participant.entity.ts";

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

@ObjectType({ description: "A participant after a change." })
export class ParticipantPayload {
  @Field(() => Participant, { description: "The participant as they are now." })
  participant!: Participant;
}

export const ParticipantConnection = connectionType("Participant", () => Participant, "participants");
