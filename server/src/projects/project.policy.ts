import { can, type Role } from "@tavolo/schema";
import { isArchived } from "../archive/archived.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { ownSeatAtProject } from "../participants/own-seats.ts";
import type { Project } from "./project.entity.ts";
import type { Permissions } from "./project.graphql.ts";

/** The viewer’s role in a project as a whole; whoever sits at one workshop only observes the whole. */
export const projectRole = async (context: GraphQLContext, projectId: string): Promise<Role> =>
  (await ownSeatAtProject(context, projectId))?.role ?? "observer";

/** What a role may do, as buttons ask for it. */
export const permissionsOf = (
  role: Role,
  { inWholeProject, archived }: { inWholeProject: boolean; archived: boolean },
): Permissions => ({
  canUpdate: can(inWholeProject ? "project.update" : "workshop.update", { role, archived }).allowed,
  canArchive: can(inWholeProject ? "project.archive" : "workshop.archive", { role }).allowed,
  canCreateWorkshop: inWholeProject && can("workshop.create", { role, archived }).allowed,
  canCreateBoard: can("board.create", { role, archived }).allowed,
  canUpdateTemplates: inWholeProject && can("template.update", { role, archived }).allowed,
  canInvite: can("invite.create", { role, archived }).allowed,
  canManageParticipants: can("participant.setRole", { role }).allowed,
  canManageApiTokens: inWholeProject && can("token.create", { role }).allowed,
});

export const projectPermissions = async (
  context: GraphQLContext,
  project: Pick<Project, "id" | "archivedAt">,
): Promise<Permissions> =>
  permissionsOf(await projectRole(context, project.id), {
    inWholeProject: true,
    archived: isArchived(project),
  });

/** Whether the viewer sees a project’s participants by name. */
export const mayManageProject = async (context: GraphQLContext, projectId: string): Promise<boolean> =>
  can("participant.setRole", { role: await projectRole(context, projectId) }).allowed;
