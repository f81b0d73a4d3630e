import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { describedEnum } from "../graphql/enums.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { SessionStart } from "../people/session.entity.ts";
import { ViewerType } from "../viewer/viewer.graphql.ts";

const SessionStartEnum = describedEnum("SessionStart", "How a session began.", {
  LINK: ["link", "By a one-time link."],
  PASSWORD: ["password", "By address and password."],
  PROVIDER: ["provider", "By the sign-in provider."],
  INVITE: ["invite", "By joining a workshop, without an account."],
}) satisfies Record<string, SessionStart>;

@ObjectType({ description: "How the viewer signs in; for moderators and administrators." })
export class Account {
  @Field(() => String, { nullable: true, description: "The e-mail address." })
  email!: string | null;

  @Field(() => Boolean, { description: "Whether a mail to that address was answered." })
  emailConfirmed!: boolean;

  @Field(() => Boolean, { description: "Whether there is a password." })
  hasPassword!: boolean;

  @Field(() => Boolean, {
    description:
      "Whether changing address or password asks for the present password; not so just after signing in by a link or a provider.",
  })
  asksForPassword!: boolean;

  @Field(() => Boolean, { description: "Whether the sign-in provider knows this account." })
  usesProvider!: boolean;

  @Field(() => Boolean, { description: "Whether they administer the server." })
  isAdministrator!: boolean;
}

@ObjectType({ description: "One browser that is signed in." })
export class Session {
  @Field(() => ID, { description: "Stable id." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Browser and system, such as “Firefox · Windows”; null where they are not known.",
  })
  device!: string | null;

  @Field(() => SessionStartEnum, { description: "How it began." })
  startedBy!: SessionStart;

  @Field(() => DateTime, { description: "When it began." })
  startedAt!: Date;

  @Field(() => DateTime, { description: "When it was last used, to five minutes." })
  lastSeenAt!: Date;

  @Field(() => DateTime, { description: "When it ends, unless it is not used for long before." })
  expiresAt!: Date;

  @Field(() => Boolean, { description: "Whether it is the one that asks." })
  isCurrent!: boolean;
}

@ObjectType({ description: "The ways to sign in that this server offers." })
export class SignInOptions {
  @Field(() => Boolean, { description: "Whether it mails sign-in links." })
  sendsMail!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "What the sign-in provider is called, at `/sign-in/provider`; null where there is none.",
  })
  providerName!: string | null;

  @Field(() => Int, { description: "How many characters a new password needs at least." })
  minimumPasswordLength!: number;
}

@InputType({ description: "An address and a password to sign in with." })
export class SignInInput {
  @Field(() => String, { description: "The account’s address." })
  email!: string;

  @Field(() => String, { description: "The account’s password." })
  password!: string;
}

@InputType({ description: "Where to mail a sign-in link." })
export class RequestSignInLinkInput {
  @Field(() => String, { description: "An account’s address." })
  email!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Whether the link leads on to where a new password is chosen.",
  })
  forNewPassword!: boolean;
}

@ObjectType({ description: "A link asked for." })
export class RequestSignInLinkPayload {
  @Field(() => Boolean, { description: "Always true: whether there is such an account is not told." })
  requested!: boolean;
}

@InputType({ description: "The server’s first administrator." })
export class CompleteSetUpInput {
  @Field(() => String, { description: "The part of the set-up link behind `#`." })
  token!: string;

  @Field(() => String, { description: "What the administrator is called." })
  displayName!: string;

  @Field(() => String, { description: "Their address." })
  email!: string;

  @Field(() => String, { description: "Their password." })
  password!: string;
}

@InputType({ description: "A new password." })
export class ChangePasswordInput {
  @Field(() => String, {
    nullable: true,
    description: "The present one, where `Account.asksForPassword` says so.",
  })
  currentPassword?: string | null;

  @Field(() => String, { description: "The new one." })
  newPassword!: string;
}

@ObjectType({ description: "A password changed; the answer sets a new session cookie." })
export class ChangePasswordPayload {
  @Field(() => ViewerType, { description: "The viewer." })
  viewer!: ViewerType;

  @Field(() => Int, { description: "How many other sessions have ended by that." })
  endedSessions!: number;
}

@InputType({ description: "Another address." })
export class ChangeEmailInput {
  @Field(() => String, { description: "The new address." })
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: "The present password, where `Account.asksForPassword` says so.",
  })
  currentPassword?: string | null;
}

@ObjectType({ description: "An address changed, or about to be." })
export class ChangeEmailPayload {
  @Field(() => ViewerType, { description: "The viewer." })
  viewer!: ViewerType;

  @Field(() => Boolean, {
    description: "Whether the address counts only once the link mailed to it was opened.",
  })
  confirmationSent!: boolean;
}

@InputType({ description: "A link that was mailed to a new address." })
export class ConfirmEmailInput {
  @Field(() => String, { description: "The part of the link behind `#`." })
  token!: string;
}

@ObjectType({ description: "An address confirmed." })
export class ConfirmEmailPayload {
  @Field(() => String, { description: "The address." })
  email!: string;
}

@InputType({ description: "Another name." })
export class ChangeNameInput {
  @Field(() => String, { description: "What the account’s holder is called." })
  displayName!: string;
}

@ObjectType({ description: "The viewer after a change to their account." })
export class AccountPayload {
  @Field(() => ViewerType, { description: "The viewer." })
  viewer!: ViewerType;
}

@InputType({ description: "A session to end." })
export class EndSessionInput {
  @Field(() => ID, { description: "One of the viewer’s own." })
  id!: string;
}

@ObjectType({ description: "Other sessions ended." })
export class EndOtherSessionsPayload {
  @Field(() => ViewerType, { description: "The viewer." })
  viewer!: ViewerType;

  @Field(() => Int, { description: "How many." })
  ended!: number;
}
