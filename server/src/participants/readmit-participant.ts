import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findManagedSeat } from "./find-managed-seat.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import type { ReadmitParticipantInput } from "./participant.graphql.ts";
import { seatsChanged } from "./seats-changed.ts";

/** Gives a seat back that was taken away or declined: the same seat, so that what was written is theirs again. */
export const readmitParticipant = async (
  context: GraphQLContext,
  { participantId }: ReadmitParticipantInput,
): Promise<Participant> => {
  const seat = await findManagedSeat(
    context,
    participantId,
    "participant.readmit",
    // A program’s seat went with its token; that stays revoked.
    ({ removedAt, kind }) => Boolean(removedAt) && kind === "human",
  );
  await context.em.nativeUpdate(ParticipantSchema, { id: seat.id }, { removedAt: null, waitingSince: null });
  seatsChanged(context, [seat]);
  readAfresh(context);
  return context.em.findOneOrFail(ParticipantSchema, { id: seat.id });
};
