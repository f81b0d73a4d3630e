import { byParent } from "../graphql/by-id.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import type { Workshop as WorkshopRow } from "../workshops/workshop.entity.ts";
import { mayManageWorkshop } from "../workshops/workshop.policy.ts";
import { InviteSchema } from "./invite.entity.ts";
import { Invite } from "./invite.graphql.ts";

const invitesByWorkshop = byParent(
  (em, ids) => em.find(InviteSchema, { workshop: { $in: ids } }),
  ({ workshop }) => workshop,
);

/** A workshop’s invitations, newest first, for those who moderate it; null for others. */
export const invitesOfWorkshop = async (
  context: GraphQLContext,
  workshop: WorkshopRow,
): Promise<Invite[] | null> => {
  if (!(await mayManageWorkshop(context, workshop))) return null;
  const rows = await context.loaders.of(invitesByWorkshop).load(workshop.id);
  return rows.toReversed().map((row) => new Invite(row));
};
