import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { forbidden, unauthenticated } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { gatherOwnData } from "./gather-own-data.ts";
import { OwnData, ExportOwnDataPayload, WithdrawInput, WithdrawPayload } from "./own-data.graphql.ts";
import { withdraw } from "./withdraw.ts";
import { writeOwnData } from "./write-own-data.ts";

@Resolver()
export class OwnDataResolver {
  @Query(() => OwnData, { nullable: true, description: "Everything that is held on the viewer; for people." })
  async ownData(@Ctx() context: GraphQLContext): Promise<OwnData> {
    return new OwnData(await gatherOwnData(context, personOf(context)));
  }

  @Mutation(() => ExportOwnDataPayload, {
    description: "Everything that is held on the viewer, as one JSON file.",
  })
  async exportOwnData(@Ctx() context: GraphQLContext): Promise<ExportOwnDataPayload> {
    const rows = await gatherOwnData(context, personOf(context));
    return {
      filename: "tavolo-my-data.json",
      mediaType: "application/json",
      content: writeOwnData(rows, new Date()),
    };
  }

  @Mutation(() => WithdrawPayload, {
    description:
      "Forgets the viewer: name, group, organisation, consent and sessions go for good; notes stay without an author, or go into the bin.",
  })
  async withdraw(
    @Arg("input", () => WithdrawInput, { description: "What becomes of the notes." }) input: WithdrawInput,
    @Ctx() context: GraphQLContext,
  ): Promise<WithdrawPayload> {
    return withdraw(context, input);
  }
}

const personOf = ({ viewer }: GraphQLContext): string => {
  if (viewer.kind === "anonymous") throw unauthenticated();
  if (viewer.kind === "integration") throw forbidden("This is for people; a program has nothing held on it.");
  return viewer.personId;
};
