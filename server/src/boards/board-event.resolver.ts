import { Arg, Ctx, ID, Int, Resolver, Root, Subscription } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { BoardEventTypeEnum } from "../graphql/enums.ts";
import { BoardEvent } from "./board-event.graphql.ts";
import { Board, BoardViewer } from "./board.graphql.ts";
import { type FollowedEvents, followBoardEvents } from "./follow-board-events.ts";
import { followBoardViewer } from "./follow-board-viewer.ts";
import { followPresence } from "./follow-presence.ts";
import { followBoards } from "./follow-boards.ts";
import { loadBoard } from "./load-boards.ts";
import { Presence } from "./presence.graphql.ts";

interface Subscribed<Args> {
  args: Args;
  context: GraphQLContext;
}

@Resolver()
export class BoardEventResolver {
  @Subscription(() => BoardEvent, {
    description:
      "What happens on a board: the events behind `after`, then live ones, each once and in order.",
    subscribe: ({ args, context }: Subscribed<FollowedEvents>) => followBoardEvents(context, args),
  })
  boardEvents(
    @Arg("boardId", () => ID, { description: "The board." }) _boardId: string,
    @Arg("after", () => Int, {
      nullable: true,
      description: "Number of the last event seen; 0 for all, none for those from now on.",
    })
    _after: number | null | undefined,
    @Arg("types", () => [BoardEventTypeEnum], {
      nullable: true,
      description: "Only events of these types; else all. Numbers then have gaps where others happened.",
    })
    _types: string[] | null | undefined,
    @Root() event: BoardEvent,
  ): BoardEvent {
    return event;
  }

  @Subscription(() => Board, {
    description:
      "The boards of a project, each whenever it was laid out or changed in any way; at most once a second.",
    subscribe: ({ args, context }: Subscribed<{ projectId: string }>) =>
      followBoards(context, args.projectId),
  })
  async boardChanges(
    @Arg("projectId", () => ID, { description: "The project." }) _projectId: string,
    @Root() boardId: string,
    @Ctx() context: GraphQLContext,
  ): Promise<Board> {
    return loadBoard(context, boardId);
  }

  @Subscription(() => BoardViewer, {
    description:
      "What the viewer may do on a board: at once, and again whenever that changes; ends when they no longer take part.",
    subscribe: ({ args, context }: Subscribed<{ boardId: string }>) =>
      followBoardViewer(context, args.boardId),
  })
  boardViewer(
    @Arg("boardId", () => ID, { description: "The board." }) _boardId: string,
    @Root() viewer: BoardViewer,
  ): BoardViewer {
    return viewer;
  }

  @Subscription(() => Presence, {
    description: "Who has a board open: at once, and again whenever that changes.",
    subscribe: ({ args, context }: Subscribed<{ boardId: string }>) => followPresence(context, args.boardId),
  })
  presence(
    @Arg("boardId", () => ID, { description: "The board." }) _boardId: string,
    @Root() presence: Presence,
    @Ctx() _context: GraphQLContext,
  ): Presence {
    return presence;
  }
}
