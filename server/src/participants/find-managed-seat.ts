import { can, isId } from "@tavolo/schema";
import { participantNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findProjectActor, findWorkshopActor } from "../people/board-access.ts";
import { insist, insistSomeone } from "./insist.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import { ownSeats } from "./own-seats.ts";

/**
 * A seat that the viewer may manage: one at a workshop or project they moderate. Throws PARTICIPANT_NOT_FOUND
 * where they take no part, FORBIDDEN where they take part without moderating.
 */
export const findManagedSeat = async (context: GraphQLContext, id: string): Promise<Participant> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const seat = isId(id) ? await em.findOne(ParticipantSchema, { id, removedAt: null }) : null;
  const takesPart = (await ownSeats(context)).some(
    ({ project, workshop }) => project === seat?.project && (!workshop || workshop === seat.workshop),
  );
  if (!seat || !takesPart) throw participantNotFound(id);
  const { actor } = seat.workshop
    ? await findWorkshopActor(em, viewer, seat.workshop)
    : await findProjectActor(em, viewer, seat.project);
  insist(can("participant.setRole", { role: actor.role }));
  return seat;
};
