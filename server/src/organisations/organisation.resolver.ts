import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { mayManageProject } from "../projects/project.policy.ts";
import { createOrganisation } from "./create-organisation.ts";
import { deleteOrganisation } from "./delete-organisation.ts";
import { speakersOfOrganisation } from "./load-organisations.ts";
import { mergeOrganisations } from "./merge-organisations.ts";
import {
  CreateOrganisationInput,
  DeleteOrganisationInput,
  DeleteOrganisationPayload,
  MergeOrganisationsInput,
  Organisation,
  OrganisationPayload,
  UpdateOrganisationInput,
} from "./organisation.graphql.ts";
import { updateOrganisation } from "./update-organisation.ts";

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Mutation(() => OrganisationPayload, {
    description: "Adds an organisation to a project; for its moderators.",
  })
  async createOrganisation(
    @Arg("input", () => CreateOrganisationInput, { description: "What to create." })
    input: CreateOrganisationInput,
    @Ctx() context: GraphQLContext,
  ): Promise<OrganisationPayload> {
    return { organisation: new Organisation(await createOrganisation(context, input)) };
  }

  @Mutation(() => OrganisationPayload, {
    description: "Changes an organisation’s name or kind; for the project’s moderators.",
  })
  async updateOrganisation(
    @Arg("input", () => UpdateOrganisationInput, { description: "What to change." })
    input: UpdateOrganisationInput,
    @Ctx() context: GraphQLContext,
  ): Promise<OrganisationPayload> {
    return { organisation: new Organisation(await updateOrganisation(context, input)) };
  }

  @Mutation(() => OrganisationPayload, {
    description:
      "Makes one organisation of two and answers the one that stays; for the project’s moderators.",
  })
  async mergeOrganisations(
    @Arg("input", () => MergeOrganisationsInput, { description: "Which two." })
    input: MergeOrganisationsInput,
    @Ctx() context: GraphQLContext,
  ): Promise<OrganisationPayload> {
    return { organisation: new Organisation(await mergeOrganisations(context, input)) };
  }

  @Mutation(() => DeleteOrganisationPayload, {
    description: "Deletes an organisation that nobody speaks for; for the project’s moderators.",
  })
  async deleteOrganisation(
    @Arg("input", () => DeleteOrganisationInput, { description: "Which one." })
    input: DeleteOrganisationInput,
    @Ctx() context: GraphQLContext,
  ): Promise<DeleteOrganisationPayload> {
    return { id: await deleteOrganisation(context, input) };
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      "How many seats speak for it, those taken away included; null unless the viewer moderates the project.",
  })
  async speakerCount(@Root() { row }: Organisation, @Ctx() context: GraphQLContext): Promise<number | null> {
    return (await mayManageProject(context, row.project)) ? speakersOfOrganisation(context, row.id) : null;
  }
}
