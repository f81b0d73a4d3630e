import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { loadOrganisation } from "../organisations/load-organisations.ts";
import { Organisation } from "../organisations/organisation.graphql.ts";
import { loadProject } from "../projects/load-projects.ts";
import { Project } from "../projects/project.graphql.ts";
import { loadWorkshop } from "../workshops/load-workshops.ts";
import { Workshop } from "../workshops/workshop.graphql.ts";
import { isOwnSeat } from "./own-seats.ts";
import { admitParticipants } from "./admit-participants.ts";
import { declineParticipant } from "./decline-participant.ts";
import {
  AdmitParticipantsInput,
  DeclineParticipantInput,
  Participant,
  ParticipantPayload,
  ParticipantsPayload,
  ReadmitParticipantInput,
  RemoveParticipantInput,
  SetParticipantRoleInput,
  UpdateParticipantInput,
} from "./participant.graphql.ts";
import { readmitParticipant } from "./readmit-participant.ts";
import { removeParticipant } from "./remove-participant.ts";
import { setParticipantRole } from "./set-participant-role.ts";
import { updateParticipant } from "./update-participant.ts";

@Resolver(() => Participant)
export class ParticipantResolver {
  @Mutation(() => ParticipantPayload, {
    description: "Sets what a participant may do, with effect on their open screens at once; for moderators.",
  })
  async setParticipantRole(
    @Arg("input", () => SetParticipantRoleInput, { description: "Whose role." })
    input: SetParticipantRoleInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ParticipantPayload> {
    return { participant: new Participant(await setParticipantRole(context, input)) };
  }

  @Mutation(() => ParticipantPayload, {
    description: "Takes a seat away, with effect at once; what was written stays. For moderators.",
  })
  async removeParticipant(
    @Arg("input", () => RemoveParticipantInput, { description: "Whose seat." }) input: RemoveParticipantInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ParticipantPayload> {
    return { participant: new Participant(await removeParticipant(context, input)) };
  }

  @Mutation(() => ParticipantPayload, {
    description:
      "Gives a seat back that was taken away or declined, with all that was written on it. For moderators.",
  })
  async readmitParticipant(
    @Arg("input", () => ReadmitParticipantInput, { description: "Whose seat." })
    input: ReadmitParticipantInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ParticipantPayload> {
    return { participant: new Participant(await readmitParticipant(context, input)) };
  }

  @Mutation(() => ParticipantsPayload, {
    description: "Lets people in who wait, with effect on their screens at once. For moderators.",
  })
  async admitParticipants(
    @Arg("input", () => AdmitParticipantsInput, { description: "Who." }) input: AdmitParticipantsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ParticipantsPayload> {
    return { participants: (await admitParticipants(context, input)).map((row) => new Participant(row)) };
  }

  @Mutation(() => ParticipantPayload, { description: "Turns somebody away who waits. For moderators." })
  async declineParticipant(
    @Arg("input", () => DeclineParticipantInput, { description: "Who." }) input: DeclineParticipantInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ParticipantPayload> {
    return { participant: new Participant(await declineParticipant(context, input)) };
  }

  @Mutation(() => ParticipantPayload, {
    description:
      "Changes a participant’s group and organisation: one’s own, or as a moderator. A name only its holder changes.",
  })
  async updateParticipant(
    @Arg("input", () => UpdateParticipantInput, { description: "What to change." })
    input: UpdateParticipantInput,
    @Ctx() context: GraphQLContext,
  ): Promise<ParticipantPayload> {
    return { participant: new Participant(await updateParticipant(context, input)) };
  }

  @FieldResolver(() => Project, { description: "The project of the seat." })
  async project(@Root() { row }: Participant, @Ctx() context: GraphQLContext): Promise<Project> {
    return loadProject(context, row.project);
  }

  @FieldResolver(() => Workshop, {
    nullable: true,
    description: "The workshop of the seat; null: the whole project.",
  })
  async workshop(@Root() { row }: Participant, @Ctx() context: GraphQLContext): Promise<Workshop | null> {
    return row.workshop ? loadWorkshop(context, row.workshop) : null;
  }

  @FieldResolver(() => Organisation, {
    nullable: true,
    description: "The organisation the participant speaks for.",
  })
  async organisation(
    @Root() { row }: Participant,
    @Ctx() context: GraphQLContext,
  ): Promise<Organisation | null> {
    return row.organisation ? loadOrganisation(context, row.organisation) : null;
  }

  @FieldResolver(() => Boolean, { description: "Whether the viewer sits here." })
  async isViewer(@Root() { row }: Participant, @Ctx() context: GraphQLContext): Promise<boolean> {
    return isOwnSeat(context, row.id);
  }
}
