import type { LanguageCode } from "@tavolo/schema";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { Language } from "../graphql/language.ts";
import { DateTime } from "../graphql/scalars.ts";
import { Project } from "../projects/project.graphql.ts";
import { ViewerType } from "../viewer/viewer.graphql.ts";
import type { ModeratorInvitation as Row } from "./moderator-invitation.entity.ts";

@ObjectType({ description: "Asks one person by their address to moderate a project." })
export class ModeratorInvitation {
  constructor(readonly row: Row) {}

  @Field(() => ID, { description: "Stable id." })
  get id(): string {
    return this.row.id;
  }

  @Field(() => String, { description: "The address it is for." })
  get email(): string {
    return this.row.email;
  }

  @Field(() => Boolean, {
    description: "Whether it was mailed; otherwise the inviter has its link to pass on.",
  })
  get mailed(): boolean {
    return this.row.mailed;
  }

  @Field(() => DateTime, { description: "When it was made." })
  get createdAt(): Date {
    return this.row.createdAt;
  }

  @Field(() => DateTime, { description: "When it ends if nobody accepts it." })
  get expiresAt(): Date {
    return this.row.expiresAt;
  }

  @Field(() => DateTime, { nullable: true, description: "When it was withdrawn." })
  get revokedAt(): Date | null {
    return this.row.revokedAt ?? null;
  }
}

@ObjectType({ description: "What an invitation to moderate says to whoever holds its link." })
export class ModeratorInvitationPreview {
  @Field(() => String, { description: "The project to moderate." })
  projectName!: string;

  @Field(() => String, { description: "Who invites." })
  invitedBy!: string;

  @Field(() => String, { description: "The address it is for." })
  email!: string;

  @Field(() => Boolean, {
    description: "Whether there is an account with that address, to sign in to first.",
  })
  hasAccount!: boolean;

  @Field(() => DateTime, { description: "When it ends if nobody accepts it." })
  expiresAt!: Date;
}

@InputType({ description: "Whom to ask to moderate." })
export class InviteModeratorInput {
  @Field(() => ID, { description: "The project." })
  projectId!: string;

  @Field(() => String, { description: "Their address." })
  email!: string;

  @Field(() => Language, { defaultValue: "en", description: "The language of the mail." })
  language!: LanguageCode;
}

@ObjectType({ description: "An invitation to moderate." })
export class InviteModeratorPayload {
  @Field(() => ModeratorInvitation, { description: "The invitation." })
  invitation!: ModeratorInvitation;

  @Field(() => String, {
    nullable: true,
    description: "The link to pass on where no mail went out; it cannot be shown again. Null: it was mailed.",
  })
  url!: string | null;
}

@InputType({ description: "An invitation to withdraw." })
export class RevokeModeratorInvitationInput {
  @Field(() => ID, { description: "The invitation." })
  id!: string;
}

@ObjectType({ description: "An invitation that was withdrawn." })
export class RevokeModeratorInvitationPayload {
  @Field(() => ModeratorInvitation, { description: "The invitation." })
  invitation!: ModeratorInvitation;
}

@InputType({ description: "An invitation to accept; with an account, signed in, its token is enough." })
export class AcceptModeratorInvitationInput {
  @Field(() => String, { description: "The part of the link behind `#`." })
  token!: string;

  @Field(() => String, { nullable: true, description: "What the new account’s holder is called." })
  displayName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The new account’s password; not needed where the server can mail sign-in links.",
  })
  password?: string | null;
}

@ObjectType({ description: "A seat as moderator, taken; the answer may set the session cookie." })
export class AcceptModeratorInvitationPayload {
  @Field(() => ViewerType, { description: "Who is signed in now." })
  viewer!: ViewerType;

  @Field(() => Project, { description: "The project they moderate." })
  project!: Project;
}
