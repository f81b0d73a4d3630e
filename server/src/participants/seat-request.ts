import type { EntityManager } from "../database/entity-manager.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import { SeatRequest } from "./seat-request.graphql.ts";
import { seatStateOf } from "./seat-state.ts";

/** A seat as its holder may know of it, also while they wait. */
export const describeRequest = async (em: EntityManager, seat: Participant): Promise<SeatRequest> => {
  const workshop = seat.workshop
    ? await em.findOneOrFail(WorkshopSchema, { id: seat.workshop })
    : { title: {}, language: seat.language };
  return Object.assign(new SeatRequest(), {
    id: seat.id,
    state: seatStateOf(seat),
    displayName: seat.displayName,
    workshop,
  });
};

/** What became of the viewer’s wish for a seat at a workshop; null for whoever never asked. */
export const ownRequest = async (
  { em, viewer }: GraphQLContext,
  workshop: string,
): Promise<SeatRequest | null> => {
  if (viewer.kind !== "person") return null;
  const seat = await em.findOne(
    ParticipantSchema,
    { person: viewer.personId, workshop },
    { orderBy: { id: "desc" } },
  );
  return seat && describeRequest(em, seat);
};
