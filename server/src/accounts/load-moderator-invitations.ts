import { byParent } from "../graphql/by-id.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { localise } from "../graphql/localized-text.ts";
import { participantById } from "../participants/load-participants.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { projectById } from "../projects/load-projects.ts";
import { mayManageProject } from "../projects/project.policy.ts";
import { findModeratorInvitation } from "./find-moderator-invitation.ts";
import { ModeratorInvitationSchema } from "./moderator-invitation.entity.ts";
import { ModeratorInvitation, ModeratorInvitationPreview } from "./moderator-invitation.graphql.ts";

const waitingByProject = byParent(
  (em, ids) =>
    em.find(ModeratorInvitationSchema, {
      project: { $in: ids },
      acceptedAt: null,
      revokedAt: null,
      expiresAt: { $gt: new Date() },
    }),
  ({ project }) => project,
);

/** The invitations nobody has accepted yet, newest first, for those who moderate the project; null for others. */
export const moderatorInvitationsOf = async (
  context: GraphQLContext,
  projectId: string,
): Promise<ModeratorInvitation[] | null> => {
  if (!(await mayManageProject(context, projectId))) return null;
  const rows = await context.loaders.of(waitingByProject).load(projectId);
  return rows.toReversed().map((row) => new ModeratorInvitation(row));
};

/** What a link offers, for whoever holds it. */
export const previewModeratorInvitation = async (
  context: GraphQLContext,
  token: string,
): Promise<ModeratorInvitationPreview> => {
  const { em, loaders } = context;
  const row = await findModeratorInvitation(em, token);
  const project = await loaders.of(projectById).load(row.project);
  const inviter = await loaders.of(participantById).load(row.invitedBy);
  return Object.assign(new ModeratorInvitationPreview(), {
    projectName: project ? localise(project.name, null, context, project.language) : "",
    invitedBy: inviter?.displayName ?? "",
    email: row.email,
    hasAccount: (await em.count(PersonSchema, { email: row.email })) > 0,
    expiresAt: row.expiresAt,
  });
};
