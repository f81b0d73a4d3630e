import { sql } from "@mikro-orm/core";
import { can, isId } from "@tavolo/schema";
import { inviteNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist, insistSomeone } from "../participants/insist.ts";
import { ownSeatAtWorkshop } from "../participants/own-seats.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { seatsChanged } from "../participants/seats-changed.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { type Invite, InviteSchema } from "./invite.entity.ts";
import type { RevokeInviteInput } from "./invite.graphql.ts";

/**
 * Withdraws an invitation; a withdrawn one stays as it is. `withSeats` also takes away the seats that came by it;
 * whoever was made a moderator since then stays, for that was a decision of its own.
 */
export const revokeInvite = async (
  context: GraphQLContext,
  { id, withSeats }: RevokeInviteInput,
): Promise<Invite> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const invite = isId(id) ? await em.findOne(InviteSchema, { id }) : null;
  const workshop = invite && (await em.findOneOrFail(WorkshopSchema, { id: invite.workshop }));
  const seat = workshop && (await ownSeatAtWorkshop(context, workshop));
  if (!invite || !seat) throw inviteNotFound();
  insist(can("invite.revoke", { role: seat.role }));
  const came = withSeats
    ? { invite: invite.id, removedAt: null, role: { $ne: "moderator" as const } }
    : { id: [] as string[] };
  const seats = await em.transactional(async (tx) => {
    // The invitation first: who joins meanwhile is refused, or is among the seats.
    await tx.nativeUpdate(InviteSchema, { id: invite.id, revokedAt: null }, { revokedAt: sql.now() });
    const taken = await tx.find(ParticipantSchema, came);
    await tx.nativeUpdate(
      ParticipantSchema,
      { id: { $in: taken.map((one) => one.id) }, removedAt: null },
      { removedAt: sql.now() },
    );
    return taken;
  });
  seatsChanged(context, seats);
  readAfresh(context);
  return context.em.findOneOrFail(InviteSchema, { id: invite.id });
};
