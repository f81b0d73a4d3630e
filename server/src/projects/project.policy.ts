import { can, type Role } from "@tavolo/schema";
import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeatAtProject } from "../participants/own-seats.ts";
import type { Permissions } from "./project.graphql.ts";

/** The viewer’s role in a project as a whole; whoever sits at one workshop only observes the whole. */
export const projectRole = async (context: GraphQLContext, projectId: string): Promise<Role> =>
  (await ownSeatAtProject(context, projectId))?.role ?? "observer";

/** What a role may do, as buttons ask for it. */
export const permissionsOf = (role: Role, inWholeProject: boolean): Permissions => ({
  canUpdate: can(inWholeProject ? "project.update" : "workshop.update", { role }).allowed,
  canCreateWorkshop: inWholeProject && can("workshop.create", { role }).allowed,
  canCreateBoard: can("board.create", { role }).allowed,
  canInvite: can("invite.create", { role }).allowed,
  canManageParticipants: can("participant.setRole", { role }).allowed,
  canManageApiTokens: inWholeProject && can("token.create", { role }).allowed,
});

export const projectPermissions = async (context: GraphQLContext, projectId: string): Promise<Permissions> =>
  permissionsOf(await projectRole(context, projectId), true);

/** Whether the viewer sees a project’s participants by name. */
export const mayManageProject = async (context: GraphQLContext, projectId: string): Promise<boolean> =>
  can("participant.setRole", { role: await projectRole(context, projectId) }).allowed;
