import { CONSENT_VERSION } from "@tavolo/schema";
import { toBoard } from "../kinds/kind-types.ts";
import { BoardSchema } from "../boards/board.entity.ts";
import { forbidden, invalidValue } from "../errors.ts";
import { checkedName, checkedOptional, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { isStanding } from "../participants/is-standing.ts";
import { Participant } from "../participants/participant.graphql.ts";
import { describeRequest } from "../participants/seat-request.ts";
import { seatsChanged } from "../participants/seats-changed.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import { loadWorkshop } from "../workshops/load-workshops.ts";
import { checkedGroup } from "../stakeholder-groups/checked-group.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import type { JoinWorkshopInput, JoinWorkshopPayload } from "./invite.graphql.ts";
import { openInvite } from "./open-invite.ts";
import { takeSeat } from "./take-seat.ts";

/** Takes a seat at the workshop an invitation leads to, with a session for whoever has none. */
export const joinWorkshop = async (
  context: GraphQLContext,
  input: JoinWorkshopInput,
): Promise<JoinWorkshopPayload> => {
  const { em, viewer, config } = context;
  if (viewer.kind === "integration")
    throw forbidden("A program takes part with its token, not with an invitation.");
  const wishes = {
    displayName: checkedName(input.displayName),
    stakeholderGroup: checkedGroup(input.stakeholderGroup),
    consentVersion: checkedConsent(input.consentVersion),
    organisation: checkedOptional("organisation", input.organisation, textLimits.name),
    language: input.language,
  };
  const invite = await openInvite(context, input.code);
  const workshop = await em.findOneOrFail(WorkshopSchema, { id: invite.workshop });
  const taken = await em.transactional(async (tx) => {
    const seat = await takeSeat(tx, {
      invite,
      project: workshop.project,
      viewer,
      wishes,
      device: context.device,
    });
    // Within the transaction: where no cookie can be set, over a socket, no seat is taken either.
    if (seat.session) context.setCookie(sessionCookie(config, seat.session.token));
    return seat;
  });
  if (taken.session) {
    context.viewer = { kind: "person", personId: taken.personId, sessionId: taken.session.sessionId };
  }
  seatsChanged(context, [{ id: taken.participantId, project: workshop.project }]);
  readAfresh(context);
  const seat = await context.em.findOneOrFail(ParticipantSchema, { id: taken.participantId });
  const request = await describeRequest(context.em, seat);
  // Whoever waits sees of the workshop what stood on the invitation, and no more.
  if (!isStanding(seat)) return { participant: null, request, workshop: null, boards: [] };
  const boards = await context.em.find(BoardSchema, { workshop: workshop.id }, { orderBy: { id: "asc" } });
  return {
    participant: new Participant(seat),
    request,
    workshop: await loadWorkshop(context, workshop.id),
    boards: boards.map((board) => toBoard(board)),
  };
};

const checkedConsent = (version: number | null | undefined): number | null => {
  if (version != null && (version < 1 || version > CONSENT_VERSION)) {
    throw invalidValue("consentVersion", "This version was never shown to anybody. Reload the page.");
  }
  return version ?? null;
};
