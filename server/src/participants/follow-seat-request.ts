import { isId } from "@tavolo/schema";
import { follow } from "../boards/follow.ts";
import { participantNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { insistSomeone } from "./insist.ts";
import { ParticipantSchema } from "./participant.entity.ts";
import { describeRequest } from "./seat-request.ts";
import type { SeatRequest } from "./seat-request.graphql.ts";
import { seatStateOf } from "./seat-state.ts";

/** How somebody’s own wish for a seat stands: at once, and again when a moderator decides. */
export const followSeatRequest = async (
  { em, viewer, pubSub }: GraphQLContext,
  id: string,
): Promise<AsyncIterable<SeatRequest>> => {
  insistSomeone(viewer);
  const find = () =>
    em.fork().findOne(ParticipantSchema, { id, person: viewer.kind === "person" ? viewer.personId : null });
  const seat = isId(id) ? await find() : null;
  if (!seat) throw participantNotFound(id);
  let told = "";
  return follow<SeatRequest>({
    news: () => pubSub.subscribe("people", seat.project),
    read: async () => {
      const now = await find();
      if (!now) throw participantNotFound(id);
      const state = seatStateOf(now);
      if (state === told) return { items: [], more: false };
      told = state;
      return { items: [await describeRequest(em.fork(), now)], more: false };
    },
    before: async () => {},
  });
};
