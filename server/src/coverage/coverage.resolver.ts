import { MONITORING_KINDS } from "@tavolo/schema";
import { Arg, Args, Ctx, ID, Query, Resolver } from "type-graphql";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { BoardKind } from "../kinds/board-kind.ts";
import { ProvisionCoverageConnection } from "./coverage.graphql.ts";
import { loadCoverage } from "./load-coverage.ts";

@Resolver()
export class CoverageResolver {
  @Query(() => ProvisionCoverageConnection, {
    description:
      "The provisions of a standard with how many items of a project cite each, on its boards in use that the viewer sees; so it says which have no indicator yet.",
  })
  async coverage(
    @Arg("projectId", () => ID, { description: "The project." }) projectId: string,
    @Arg("framework", () => ID, { description: "The framework, such as eu-charter." }) framework: string,
    @Arg("kinds", () => [BoardKind], {
      nullable: true,
      description: "Items of boards of these methods; else the indicators of both monitoring tools.",
    })
    kinds: string[] | null | undefined,
    @Arg("onlyMissing", () => Boolean, {
      defaultValue: false,
      description: "Only provisions that none cites.",
    })
    onlyMissing: boolean,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: GraphQLContext,
  ) {
    return loadCoverage(
      context,
      { projectId, framework, kinds: kinds ?? MONITORING_KINDS, onlyMissing },
      page,
    );
  }
}
