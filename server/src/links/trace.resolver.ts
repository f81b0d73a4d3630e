import { Arg, Args, Ctx, Extensions, FieldResolver, ID, Int, Query, Resolver, Root } from "type-graphql";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { LARGEST_PAGE } from "../graphql/operation-limits.ts";
import { Item } from "../items/item.graphql.ts";
import { type Direction, TraceDirection, TraceLinkConnection } from "./link.graphql.ts";
import { linksOfItem } from "./load-links.ts";
import { Trace } from "./trace.graphql.ts";
import { DEFAULT_TRACE, LONGEST_TRACE, MOST_TRACED, traceItem } from "./trace-item.ts";

@Resolver(() => Item)
export class TraceResolver {
  @FieldResolver(() => TraceLinkConnection, {
    description:
      "What it comes from: what it cites, its members where it is a group, what cites it as its result; own links first.",
  })
  async origins(@Root() { row }: Item, @Args(() => PageArgs) page: PageArgs, @Ctx() context: GraphQLContext) {
    return linksOfItem(context, row, "origins", page);
  }

  @FieldResolver(() => TraceLinkConnection, {
    description:
      "What comes of it: what cites it, the group it is in, what it says that it is measured by; own links first.",
  })
  async results(@Root() { row }: Item, @Args(() => PageArgs) page: PageArgs, @Ctx() context: GraphQLContext) {
    return linksOfItem(context, row, "results", page);
  }

  @Extensions({ [LARGEST_PAGE]: MOST_TRACED })
  @Query(() => Trace, {
    description:
      "All that links lead to from one item, over all boards on which the viewer takes part: why does this indicator exist, what became of this note. It ends at what the viewer does not see.",
  })
  async trace(
    @Arg("boardId", () => ID, { description: "The board of the item." }) boardId: string,
    @Arg("collection", () => String, { description: "The collection it is of, such as indicators." })
    collection: string,
    @Arg("id", () => ID, { description: "The item." }) id: string,
    @Arg("direction", () => TraceDirection, { defaultValue: "origins", description: "Which way." })
    direction: Direction,
    @Arg("depth", () => Int, {
      defaultValue: DEFAULT_TRACE,
      description: `How many steps to follow, 1 to ${LONGEST_TRACE}.`,
    })
    depth: number,
    @Arg("first", () => Int, {
      defaultValue: 100,
      description: `How many items to return, 1 to ${MOST_TRACED}, the nearest ones.`,
    })
    first: number,
    @Ctx() context: GraphQLContext,
  ): Promise<Trace> {
    return traceItem(context, { item: { boardId, collection, id }, direction, depth, first });
  }
}
