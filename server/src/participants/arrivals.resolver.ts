import { Arg, ID, Resolver, Root, Subscription } from "type-graphql";
import type { GraphQLContext } from "../graphql/context.ts";
import { Arrivals } from "./arrivals.graphql.ts";
import { type Door, followArrivals } from "./follow-arrivals.ts";
import { followSeatRequest } from "./follow-seat-request.ts";
import { SeatRequest } from "./seat-request.graphql.ts";

interface Subscribed<Args> {
  args: Args;
  context: GraphQLContext;
}

@Resolver()
export class ArrivalsResolver {
  @Subscription(() => Arrivals, {
    description: "Who has come and who waits: at once, and again whenever that changes. For moderators.",
    subscribe: ({ args, context }: Subscribed<Door>) => followArrivals(context, args),
  })
  arrivals(
    @Arg("workshopId", () => ID, { nullable: true, description: "The workshop whose door is watched." })
    _workshopId: string | null | undefined,
    @Arg("projectId", () => ID, {
      nullable: true,
      description: "The project all of whose doors are watched; where no workshop is named.",
    })
    _projectId: string | null | undefined,
    @Root() arrivals: Arrivals,
  ): Arrivals {
    return arrivals;
  }

  @Subscription(() => SeatRequest, {
    description: "How the viewer’s own wish for a seat stands: at once, and again when a moderator decides.",
    subscribe: ({ args, context }: Subscribed<{ id: string }>) => followSeatRequest(context, args.id),
  })
  seatRequest(
    @Arg("id", () => ID, { description: "The id of the seat asked for." }) _id: string,
    @Root() request: SeatRequest,
  ): SeatRequest {
    return request;
  }
}
