import { sql } from "@mikro-orm/core";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findManagedSeat } from "./find-managed-seat.ts";
import { keepModerator } from "./keep-moderator.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import { seatsChanged } from "./seats-changed.ts";
import type { RemoveParticipantInput } from "./participant.graphql.ts";

/** Takes a seat away; its row stays, since what was written points at it. Open boards close at once. */
export const removeParticipant = async (
  context: GraphQLContext,
  { participantId }: RemoveParticipantInput,
): Promise<Participant> => {
  const seat = await findManagedSeat(context, participantId, "participant.remove");
  await context.em.transactional(async (tx) => {
    await keepModerator(tx, seat);
    await tx.nativeUpdate(ParticipantSchema, { id: seat.id, removedAt: null }, { removedAt: sql.now() });
  });
  seatsChanged(context, [seat]);
  readAfresh(context);
  return context.em.findOneOrFail(ParticipantSchema, { id: seat.id });
};
