import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Board } from "../boards/board.graphql.ts";
import { loadBoard } from "../boards/load-boards.ts";
import { itemsOfBoard } from "../boards/items-of-board.ts";
import { PageArgs } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { authorOn } from "../participants/author-on.ts";
import { Author } from "../participants/author.graphql.ts";
import { BoardItemFilter } from "./board-item-filter.graphql.ts";
import { ItemConnection } from "./item-connection.graphql.ts";
import { ItemFilter } from "./item-filter.graphql.ts";
import { Item } from "./item.graphql.ts";
import { loadItems } from "./load-items.ts";

@Resolver(() => Board)
export class BoardContentResolver {
  @FieldResolver(() => ItemConnection, {
    description:
      "Everything that stands on it, whatever its kind: by section, in the order of each. What a kind asks for beyond an item is in its own type.",
  })
  async content(
    @Root() { row }: Board,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => BoardItemFilter, {
      nullable: true,
      description: "Which items; else all that are not in the bin.",
    })
    filter: BoardItemFilter | null | undefined,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemConnection> {
    return itemsOfBoard(context, row, page, filter ?? {});
  }
}

@Resolver(() => Item)
export class ItemResolver {
  @Query(() => ItemConnection, {
    description:
      "Items of all boards on which the viewer takes part, last changed first. Pages follow each other whatever is changed meanwhile: an item that changes moves to the front, where `updatedSince` finds it.",
  })
  async items(
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => ItemFilter, {
      nullable: true,
      description: "Which items; else all that are neither in the bin nor on a board in the archive.",
    })
    filter: ItemFilter | null | undefined,
    @Ctx() context: GraphQLContext,
  ): Promise<ItemConnection> {
    return loadItems(context, page, filter ?? {});
  }

  @FieldResolver(() => Board, { description: "The board it is on." })
  async board(@Root() { row }: Item, @Ctx() context: GraphQLContext): Promise<Board> {
    return loadBoard(context, row.board);
  }

  @FieldResolver(() => Author, { description: "Who added it, as the board’s display policy shows them." })
  async author(@Root() { row }: Item, @Ctx() context: GraphQLContext): Promise<Author> {
    return authorOn(context, row.board, row.createdBy);
  }

  @FieldResolver(() => Author, {
    description: "Who changed it last, as the board’s display policy shows them.",
  })
  async updatedBy(@Root() { row }: Item, @Ctx() context: GraphQLContext): Promise<Author> {
    return authorOn(context, row.board, row.updatedBy);
  }
}
