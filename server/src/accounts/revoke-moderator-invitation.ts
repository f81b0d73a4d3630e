import { sql } from "@mikro-orm/core";
import { can, isId } from "@tavolo/schema";
import { inviteNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist, insistSomeone } from "../participants/insist.ts";
import { ownSeats } from "../participants/own-seats.ts";
import { projectRole } from "../projects/project.policy.ts";
import { type ModeratorInvitation, ModeratorInvitationSchema } from "./moderator-invitation.entity.ts";

/** Withdraws an invitation that nobody has accepted yet. */
export const revokeModeratorInvitation = async (
  context: GraphQLContext,
  id: string,
): Promise<ModeratorInvitation> => {
  const { em, viewer } = context;
  insistSomeone(viewer);
  const row = isId(id) ? await em.findOne(ModeratorInvitationSchema, { id }) : null;
  if (!row || !(await ownSeats(context)).some(({ project }) => project === row.project))
    throw inviteNotFound();
  insist(can("moderator.revokeInvite", { role: await projectRole(context, row.project) }));
  await em.nativeUpdate(
    ModeratorInvitationSchema,
    { id, revokedAt: null, acceptedAt: null },
    { revokedAt: sql.now() },
  );
  readAfresh(context);
  return context.em.findOneOrFail(ModeratorInvitationSchema, { id });
};
