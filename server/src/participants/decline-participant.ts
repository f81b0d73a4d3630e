import { sql } from "@mikro-orm/core";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findManagedSeat } from "./find-managed-seat.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import type { DeclineParticipantInput } from "./participant.graphql.ts";
import { seatStateOf } from "./seat-state.ts";
import { seatsChanged } from "./seats-changed.ts";

/** Turns somebody away who waits; the place on the invitation becomes free again. */
export const declineParticipant = async (
  context: GraphQLContext,
  { participantId }: DeclineParticipantInput,
): Promise<Participant> => {
  const seat = await findManagedSeat(
    context,
    participantId,
    "participant.admit",
    (candidate) => seatStateOf(candidate) === "waiting",
  );
  await context.em.transactional(async (tx) => {
    const declined = await tx.nativeUpdate(
      ParticipantSchema,
      { id: seat.id, removedAt: null, waitingSince: { $ne: null } },
      { removedAt: sql.now() },
    );
    if (declined > 0 && seat.invite) {
      await tx.execute("update invite set use_count = greatest(use_count - 1, 0) where id = ?", [
        seat.invite,
      ]);
    }
  });
  seatsChanged(context, [seat]);
  readAfresh(context);
  return context.em.findOneOrFail(ParticipantSchema, { id: seat.id });
};
