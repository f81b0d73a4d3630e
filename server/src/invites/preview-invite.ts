import { BoardSchema } from "../boards/board.entity.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { OrganisationSchema } from "../organisations/organisation.entity.ts";
import { Organisation } from "../organisations/organisation.graphql.ts";
import { seatsAtTable } from "../participants/load-participants.ts";
import { ownSeatAtWorkshop } from "../participants/own-seats.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { Participant } from "../participants/participant.graphql.ts";
import { countGroups } from "../participants/shown-groups.ts";
import { findInvite } from "../people/find-invite.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import { InvitedBoard, InvitePreview } from "./invite.graphql.ts";

/** What somebody who holds an invitation’s code may know before they join. */
export const previewInvite = async (context: GraphQLContext, code: string): Promise<InvitePreview> => {
  const { em } = context;
  const invite = await findInvite(em, code);
  const workshop = await em.findOneOrFail(WorkshopSchema, { id: invite.workshop });
  const project = await em.findOneOrFail(ProjectSchema, { id: workshop.project });
  const inviter = await em.findOneOrFail(ParticipantSchema, { id: invite.createdBy });
  const boards = await em.find(BoardSchema, { workshop: workshop.id }, { orderBy: { id: "asc" } });
  const organisations = await em.find(
    OrganisationSchema,
    { project: project.id },
    { orderBy: { id: "asc" } },
  );
  const seats = await context.loaders.of(seatsAtTable).load({ project: project.id, workshop: workshop.id });
  const own = await ownSeatAtWorkshop(context, workshop);
  return Object.assign(new InvitePreview(), {
    workshop,
    project,
    role: invite.role,
    invitedBy: inviter.displayName,
    expiresAt: invite.expiresAt,
    heldOn: workshop.heldOn ?? null,
    participantCount: [...countGroups(seats).values()].reduce((sum, count) => sum + count, 0),
    boards: boards.map((board) => new InvitedBoard(board)),
    organisations: organisations.map((organisation) => new Organisation(organisation)),
    viewerParticipant: own && new Participant(own),
  });
};
