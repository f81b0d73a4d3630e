import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { Participant } from "../participants/participant.graphql.ts";
import { issueDeviceLink } from "./issue-device-link.ts";
import { issueSignInLink } from "./issue-sign-in-link.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { describeViewer } from "./describe-viewer.ts";
import {
  CreateSignInLinkInput,
  CreateSignInLinkPayload,
  SignInPayload,
  SignInWithLinkInput,
  SignOutPayload,
  ViewerType,
} from "./viewer.graphql.ts";

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: "Who makes this request." })
  async viewer(@Ctx() context: GraphQLContext): Promise<ViewerType> {
    return describeViewer(context);
  }

  @Mutation(() => CreateSignInLinkPayload, {
    description:
      "Makes a link that signs a person in once: for oneself, or for someone in a project one moderates.",
  })
  async createSignInLink(
    @Arg("input", () => CreateSignInLinkInput, { description: "For whom." }) input: CreateSignInLinkInput,
    @Ctx() context: GraphQLContext,
  ): Promise<CreateSignInLinkPayload> {
    return issueSignInLink(context, input);
  }

  @Mutation(() => CreateSignInLinkPayload, {
    description: "Makes a link that takes the viewer’s seats along to another device, once, within minutes.",
  })
  async createDeviceLink(@Ctx() context: GraphQLContext): Promise<CreateSignInLinkPayload> {
    return issueDeviceLink(context);
  }

  @Mutation(() => SignInPayload, { description: "Uses a sign-in link and sets the session cookie." })
  async signInWithLink(
    @Arg("input", () => SignInWithLinkInput, { description: "Which link." }) input: SignInWithLinkInput,
    @Ctx() context: GraphQLContext,
  ): Promise<SignInPayload> {
    return { viewer: await signIn(context, input) };
  }

  @Mutation(() => SignOutPayload, { description: "Ends the session of this browser." })
  async signOut(@Ctx() context: GraphQLContext): Promise<SignOutPayload> {
    return { signedOut: await signOut(context) };
  }

  @FieldResolver(() => [Participant], { description: "The viewer’s own seats, oldest first." })
  async participations(@Ctx() context: GraphQLContext): Promise<Participant[]> {
    return (await ownSeats(context)).map((row) => new Participant(row));
  }
}
