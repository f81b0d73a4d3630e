import type { LanguageCode } from "@tavolo/schema";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ViewerKind } from "../graphql/enums.ts";
import { Language } from "../graphql/language.ts";
import { DateTime } from "../graphql/scalars.ts";

@ObjectType("Viewer", { description: "Who makes the request." })
export class ViewerType {
  @Field(() => ViewerKind, { description: "A person, a program or nobody known." })
  kind!: "person" | "integration" | "anonymous";

  @Field(() => String, { nullable: true, description: "Their name; null for nobody known." })
  displayName!: string | null;

  @Field(() => Language, { nullable: true, description: "Their language; null for nobody known." })
  language!: LanguageCode | null;

  @Field(() => Boolean, { description: "Whether they may create projects." })
  canCreateProjects!: boolean;
}

@InputType({ description: "A participant to make a sign-in link for." })
export class CreateSignInLinkInput {
  @Field(() => ID, { description: "A seat of the viewer’s own, or of somebody in a project they moderate." })
  participantId!: string;
}

@ObjectType({ description: "A link that signs one person in, once." })
export class CreateSignInLinkPayload {
  @Field(() => String, {
    description: "The link, to be opened by that person only; it cannot be shown again.",
  })
  url!: string;

  @Field(() => DateTime, { description: "When it ends if nobody uses it." })
  expiresAt!: Date;
}

@InputType({ description: "A sign-in link to use." })
export class SignInWithLinkInput {
  @Field(() => String, { description: "The part of the link behind `#`." })
  token!: string;
}

@ObjectType({ description: "A session begun; the answer sets its cookie." })
export class SignInPayload {
  @Field(() => ViewerType, { description: "Who is signed in now." })
  viewer!: ViewerType;
}

@ObjectType({ description: "A session ended; the answer removes its cookie." })
export class SignOutPayload {
  @Field(() => Boolean, { description: "Whether there was a session to end." })
  signedOut!: boolean;
}
