import type { GraphQLContext } from "../graphql/context.ts";
import type { Participant } from "./participant.entity.ts";

/** Tells open sockets and those who watch the door that seats have changed; call it once that is committed. */
export const seatsChanged = (
  { access, pubSub }: Pick<GraphQLContext, "access" | "pubSub">,
  seats: readonly Pick<Participant, "id" | "project">[],
): void => {
  for (const { id } of seats) access.seatChanged(id);
  for (const project of new Set(seats.map((seat) => seat.project))) {
    pubSub.publish("people", project, "changed");
  }
};
