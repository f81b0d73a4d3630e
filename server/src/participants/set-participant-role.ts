import { invalidValue } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { findManagedSeat } from "./find-managed-seat.ts";
import { keepModerator } from "./keep-moderator.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import { seatsChanged } from "./seats-changed.ts";
import type { SetParticipantRoleInput } from "./participant.graphql.ts";

/** Sets a participant’s role; their open boards follow at once. */
export const setParticipantRole = async (
  context: GraphQLContext,
  { participantId, role }: SetParticipantRoleInput,
): Promise<Participant> => {
  const seat = await findManagedSeat(context, participantId, "participant.setRole");
  if (seat.kind === "integration" && role === "moderator") {
    throw invalidValue("role", "A program cannot be a moderator: whoever leads answers to the others.");
  }
  await context.em.transactional(async (tx) => {
    if (role !== "moderator") await keepModerator(tx, seat);
    await tx.nativeUpdate(ParticipantSchema, { id: seat.id, removedAt: null }, { role });
  });
  seatsChanged(context, [seat]);
  readAfresh(context);
  return context.em.findOneOrFail(ParticipantSchema, { id: seat.id });
};
