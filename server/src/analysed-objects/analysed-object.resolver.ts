import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import {
  AnalysedObject,
  AnalysedObjectPayload,
  CreateAnalysedObjectInput,
} from "./analysed-object.graphql.ts";
import { createAnalysedObject } from "./create-analysed-object.ts";

@Resolver()
export class AnalysedObjectResolver {
  @Mutation(() => AnalysedObjectPayload, {
    description: "Adds a civic space, service, policy or network to a project; for its moderators.",
  })
  async createAnalysedObject(
    @Arg("input", () => CreateAnalysedObjectInput, { description: "What to create." })
    input: CreateAnalysedObjectInput,
    @Ctx() context: GraphQLContext,
  ): Promise<AnalysedObjectPayload> {
    return { analysedObject: new AnalysedObject(await createAnalysedObject(context, input)) };
  }
}
