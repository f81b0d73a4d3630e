import { can, type Role } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import { workshopNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeatAtProject, ownSeatAtWorkshop } from "../participants/own-seats.ts";
import type { Permissions } from "../projects/project.graphql.ts";
import { permissionsOf } from "../projects/project.policy.ts";
import type { Workshop } from "./workshop.entity.ts";

type Place = Pick<Workshop, "id" | "project">;

/** The viewer’s role at a workshop. */
export const workshopRole = async (context: GraphQLContext, workshop: Place): Promise<Role> => {
  const seat = await ownSeatAtWorkshop(context, workshop);
  if (!seat) throw workshopNotFound(workshop.id);
  return seat.role;
};

/** What the viewer may do at a workshop; what reaches beyond it asks for a role in the whole project. */
export const workshopPermissions = async (
  context: GraphQLContext,
  workshop: Place & Pick<Workshop, "archivedAt">,
): Promise<Permissions> => {
  const role = await workshopRole(context, workshop);
  const whole = (await ownSeatAtProject(context, workshop.project))?.role ?? "observer";
  const archived = isArchived(workshop);
  const { canCreateWorkshop, canManageApiTokens } = permissionsOf(whole, { inWholeProject: true, archived });
  const permissions = permissionsOf(role, { inWholeProject: false, archived });
  return Object.assign(permissions, { canCreateWorkshop, canManageApiTokens });
};

/** Whether the viewer sees a workshop’s participants by name. */
export const mayManageWorkshop = async (context: GraphQLContext, workshop: Place): Promise<boolean> =>
  can("participant.setRole", { role: await workshopRole(context, workshop) }).allowed;
