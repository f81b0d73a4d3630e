import { type Action, can, isId } from "@tavolo/schema";
import { participantNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findProjectActor, findWorkshopActor } from "../people/board-access.ts";
import { insist, insistSomeone } from "./insist.ts";
import { isStanding } from "./is-standing.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import { ownSeats } from "./own-seats.ts";

type SeatAction = Extract<Action, `participant.${string}`>;

/**
 * A seat that the viewer may manage: one at a workshop or project they moderate, taken unless `which` says
 * otherwise. Throws PARTICIPANT_NOT_FOUND where they take no part, FORBIDDEN where they take part without
 * moderating.
 */
export const findManagedSeat = async (
  context: GraphQLContext,
  id: string,
  action: SeatAction,
  which: (seat: Participant) => boolean = isStanding,
): Promise<Participant> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const found = isId(id) ? await em.findOne(ParticipantSchema, { id, withdrawnAt: null }) : null;
  const seat = found && which(found) ? found : null;
  const takesPart = (await ownSeats(context)).some(
    ({ project, workshop }) => project === seat?.project && (!workshop || workshop === seat.workshop),
  );
  if (!seat || !takesPart) throw participantNotFound(id);
  const { actor } = seat.workshop
    ? await findWorkshopActor(em, viewer, seat.workshop)
    : await findProjectActor(em, viewer, seat.project);
  insist(can(action, { role: actor.role }));
  return seat;
};
