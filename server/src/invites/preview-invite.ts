import { BoardSchema } from "../boards/board.entity.ts";
import { inviteFull } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { OrganisationSchema } from "../organisations/organisation.entity.ts";
import { Organisation } from "../organisations/organisation.graphql.ts";
import { seatsAtTable } from "../participants/load-participants.ts";
import { ownSeatAtWorkshop } from "../participants/own-seats.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { Participant } from "../participants/participant.graphql.ts";
import { countGroups } from "../participants/shown-groups.ts";
import { ownRequest } from "../participants/seat-request.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { GroupChoice } from "../stakeholder-groups/group-choice.graphql.ts";
import { groupChoices } from "../stakeholder-groups/groups-at-door.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import type { Invite } from "./invite.entity.ts";
import { InvitedBoard, InvitePreview } from "./invite.graphql.ts";
import { openInvite } from "./open-invite.ts";

/** What somebody who holds an invitation’s code may know before they join. */
export const previewInvite = async (context: GraphQLContext, code: string): Promise<InvitePreview> => {
  const { em } = context;
  const invite = await openInvite(context, code);
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
  const request = own ? null : await ownRequest(context, workshop.id);
  if (!own && !request && isFull(invite)) throw inviteFull();
  return Object.assign(new InvitePreview(), {
    workshop,
    project,
    role: invite.role,
    invitedBy: inviter.displayName,
    needsApproval: invite.needsApproval,
    stakeholderGroups: groupChoices(project.groupsAtDoor)
      .filter(({ offered }) => offered)
      .map((choice) => new GroupChoice(choice)),
    expiresAt: invite.expiresAt,
    heldOn: workshop.heldOn ?? null,
    participantCount: [...countGroups(seats).values()].reduce((sum, count) => sum + count, 0),
    boards: boards.map((board) => new InvitedBoard(board)),
    organisations: organisations.map((organisation) => new Organisation(organisation)),
    viewerParticipant: own && new Participant(own),
    viewerRequest: request,
  });
};

const isFull = ({ maxUses, useCount }: Invite): boolean => typeof maxUses === "number" && useCount >= maxUses;
