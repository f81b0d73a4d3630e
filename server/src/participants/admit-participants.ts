import { invalidValue } from "../errors.ts";
import { maximumPageSize } from "../graphql/connection.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findManagedSeat } from "./find-managed-seat.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import type { AdmitParticipantsInput } from "./participant.graphql.ts";
import { seatStateOf } from "./seat-state.ts";
import { seatsChanged } from "./seats-changed.ts";

/** Lets people in who wait; their waiting screens go on by themselves. Of several, all or none. */
export const admitParticipants = async (
  context: GraphQLContext,
  { participantIds }: AdmitParticipantsInput,
): Promise<Participant[]> => {
  const ids = [...new Set(participantIds)];
  if (ids.length > maximumPageSize) {
    throw invalidValue("participantIds", `At most ${maximumPageSize} people can be admitted at once.`);
  }
  const seats: Participant[] = [];
  // Somebody whom another moderator has just let in is no mistake.
  for (const id of ids) {
    seats.push(
      await findManagedSeat(context, id, "participant.admit", (seat) =>
        ["waiting", "seated"].includes(seatStateOf(seat)),
      ),
    );
  }
  await context.em.nativeUpdate(
    ParticipantSchema,
    { id: { $in: ids }, removedAt: null },
    { waitingSince: null },
  );
  seatsChanged(context, seats);
  readAfresh(context);
  return context.em.find(ParticipantSchema, { id: { $in: ids } }, { orderBy: { id: "asc" } });
};
