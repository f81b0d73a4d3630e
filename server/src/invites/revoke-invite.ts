import { sql } from "@mikro-orm/core";
import { can, isId } from "@tavolo/schema";
import { inviteNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist, insistSomeone } from "../participants/insist.ts";
import { ownSeatAtWorkshop } from "../participants/own-seats.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { type Invite, InviteSchema } from "./invite.entity.ts";
import type { RevokeInviteInput } from "./invite.graphql.ts";

/** Withdraws an invitation; a withdrawn one stays as it is. */
export const revokeInvite = async (context: GraphQLContext, { id }: RevokeInviteInput): Promise<Invite> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const invite = isId(id) ? await em.findOne(InviteSchema, { id }) : null;
  const workshop = invite && (await em.findOneOrFail(WorkshopSchema, { id: invite.workshop }));
  const seat = workshop && (await ownSeatAtWorkshop(context, workshop));
  if (!invite || !seat) throw inviteNotFound();
  insist(can("invite.revoke", { role: seat.role }));
  await em.nativeUpdate(InviteSchema, { id: invite.id, revokedAt: null }, { revokedAt: sql.now() });
  readAfresh(context);
  return context.em.findOneOrFail(InviteSchema, { id: invite.id });
};
