import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { createOrganisation } from "./create-organisation.ts";
import { CreateOrganisationInput, Organisation, OrganisationPayload } from "./organisation.graphql.ts";

@Resolver()
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
}
