import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { describeViewer } from "../viewer/describe-viewer.ts";
import { SignInPayload, ViewerType } from "../viewer/viewer.graphql.ts";
import {
  Account,
  AccountPayload,
  ChangeEmailInput,
  ChangeEmailPayload,
  ChangeNameInput,
  ChangePasswordInput,
  ChangePasswordPayload,
  CompleteSetUpInput,
  ConfirmEmailInput,
  ConfirmEmailPayload,
  EndOtherSessionsPayload,
  EndSessionInput,
  RequestSignInLinkInput,
  RequestSignInLinkPayload,
  Session,
  SignInInput,
  SignInOptions,
} from "./account.graphql.ts";
import { changeEmail } from "./change-email.ts";
import { changeName } from "./change-name.ts";
import { changePassword } from "./change-password.ts";
import { completeSetUp } from "./complete-set-up.ts";
import { confirmNewEmail } from "./confirm-email.ts";
import { describeAccount, describeSessions } from "./describe-account.ts";
import { endOtherSessions, endOwnSession } from "./end-sessions.ts";
import { passwordRules } from "./password.ts";
import { requestSignInLink } from "./request-sign-in-link.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

@Resolver(() => ViewerType)
export class AccountResolver {
  @Query(() => SignInOptions, { description: "The ways to sign in that this server offers." })
  signInOptions(@Ctx() { config, mail }: GraphQLContext): SignInOptions {
    return {
      sendsMail: mail.sends,
      providerName: config.oidc?.name ?? null,
      minimumPasswordLength: passwordRules.minimumCharacters,
    };
  }

  @Mutation(() => SignInPayload, {
    description: "Signs in by address and password and sets the session cookie.",
  })
  async signIn(
    @Arg("input", () => SignInInput, { description: "Who." }) input: SignInInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SignInPayload> {
    return { viewer: await signInWithPassword(context, input) };
  }

  @Mutation(() => RequestSignInLinkPayload, {
    description:
      "Mails a sign-in link to an account’s address; answers alike where there is no such account.",
  })
  async requestSignInLink(
    @Arg("input", () => RequestSignInLinkInput, { description: "Where to." }) input: RequestSignInLinkInput,
    @Ctx() context: GraphQLContext,
  ): Promise<RequestSignInLinkPayload> {
    await requestSignInLink(context, input);
    return { requested: true };
  }

  @Mutation(() => SignInPayload, {
    description: "Uses the set-up link: makes the administrator’s account and signs them in.",
  })
  async completeSetUp(
    @Arg("input", () => CompleteSetUpInput, { description: "Who." }) input: CompleteSetUpInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SignInPayload> {
    return { viewer: await completeSetUp(context, input) };
  }

  @Mutation(() => ChangePasswordPayload, {
    description: "Sets a new password and ends the account’s other sessions.",
  })
  async changePassword(
    @Arg("input", () => ChangePasswordInput, { description: "The passwords." }) input: ChangePasswordInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ChangePasswordPayload> {
    const endedSessions = await changePassword(context, input);
    return { viewer: await describeViewer(context), endedSessions };
  }

  @Mutation(() => ChangeEmailPayload, {
    description: "Gives the account another address, once that is confirmed where the server sends mail.",
  })
  async changeEmail(
    @Arg("input", () => ChangeEmailInput, { description: "The address." }) input: ChangeEmailInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ChangeEmailPayload> {
    const confirmationSent = await changeEmail(context, input);
    return { viewer: await describeViewer(context), confirmationSent };
  }

  @Mutation(() => ConfirmEmailPayload, { description: "Uses the link that was mailed to a new address." })
  async confirmEmail(
    @Arg("input", () => ConfirmEmailInput, { description: "Which link." }) input: ConfirmEmailInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ConfirmEmailPayload> {
    return { email: await confirmNewEmail(context, input) };
  }

  @Mutation(() => AccountPayload, {
    description: "Changes the account’s name, and the seats that bear the former one.",
  })
  async changeName(
    @Arg("input", () => ChangeNameInput, { description: "The name." }) input: ChangeNameInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AccountPayload> {
    await changeName(context, input);
    return { viewer: await describeViewer(context) };
  }

  @Mutation(() => AccountPayload, { description: "Ends one of the viewer’s own sessions." })
  async endSession(
    @Arg("input", () => EndSessionInput, { description: "Which one." }) { id }: EndSessionInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AccountPayload> {
    await endOwnSession(context, id);
    return { viewer: await describeViewer(context) };
  }

  @Mutation(() => EndOtherSessionsPayload, { description: "Ends the viewer’s sessions on other devices." })
  async endOtherSessions(@Ctx() context: GraphQLContext): Promise<EndOtherSessionsPayload> {
    const ended = await endOtherSessions(context);
    return { viewer: await describeViewer(context), ended };
  }

  @FieldResolver(() => Account, {
    nullable: true,
    description: "How the viewer signs in; null for guests and programs, who need no account.",
  })
  async account(@Ctx() context: GraphQLContext): Promise<Account | null> {
    return describeAccount(context);
  }

  @FieldResolver(() => [Session], {
    description: "The viewer’s own sessions, this one first, then the last used.",
  })
  async sessions(@Ctx() context: GraphQLContext): Promise<Session[]> {
    return describeSessions(context);
  }
}
