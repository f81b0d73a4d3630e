import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { defaultSearchSize, maximumSearchSize, search } from "./search.ts";
import { SearchResult } from "./search.graphql.ts";

@Resolver()
export class SearchResolver {
  @Query(() => SearchResult, {
    description:
      "Looks for words in projects, workshops, boards, notes and clusters where the viewer takes part. Every word has to be there, as the beginning of one; accents and case do not matter.",
  })
  async search(
    @Arg("text", () => String, { description: "The words." }) text: string,
    @Arg("first", () => Int, {
      defaultValue: defaultSearchSize,
      description: `How many of each to return at most, 1 to ${maximumSearchSize}.`,
    })
    first: number,
    @Ctx() context: GraphQLContext,
  ): Promise<SearchResult> {
    return search(context, text, first);
  }
}
