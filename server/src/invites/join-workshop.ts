import type { StakeholderGroup } from "@tavolo/schema";
import { BoardSchema } from "../boards/board.entity.ts";
import { Board } from "../boards/board.graphql.ts";
import { forbidden, invalidValue } from "../errors.ts";
import { checkedName, checkedOptional, textLimits } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { Participant } from "../participants/participant.graphql.ts";
import { findInvite } from "../people/find-invite.ts";
import { sessionCookie } from "../people/session-cookie.ts";
import { loadWorkshop } from "../workshops/load-workshops.ts";
import { WorkshopSchema } from "../workshops/workshop.entity.ts";
import type { JoinWorkshopInput, JoinWorkshopPayload } from "./invite.graphql.ts";
import { takeSeat } from "./take-seat.ts";

/** Takes a seat at the workshop an invitation leads to, with a session for whoever has none. */
export const joinWorkshop = async (
  context: GraphQLContext,
  input: JoinWorkshopInput,
): Promise<JoinWorkshopPayload> => {
  const { em, viewer, config, access } = context;
  if (viewer.kind === "integration")
    throw forbidden("A program takes part with its token, not with an invitation.");
  const wishes = {
    displayName: checkedName(input.displayName),
    stakeholderGroup: checkedGroup(input.stakeholderGroup),
    organisation: checkedOptional("organisation", input.organisation, textLimits.name),
    language: input.language,
  };
  const invite = await findInvite(em, input.code);
  const workshop = await em.findOneOrFail(WorkshopSchema, { id: invite.workshop });
  const taken = await em.transactional(async (tx) => {
    const seat = await takeSeat(tx, { invite, project: workshop.project, viewer, wishes });
    // Within the transaction: where no cookie can be set, over a socket, no seat is taken either.
    if (seat.session) context.setCookie(sessionCookie(config, seat.session.token));
    return seat;
  });
  if (taken.session) {
    context.viewer = { kind: "person", personId: taken.personId, sessionId: taken.session.sessionId };
  } else {
    access.seatChanged(taken.participantId);
  }
  readAfresh(context);
  return {
    participant: new Participant(
      await context.em.findOneOrFail(ParticipantSchema, { id: taken.participantId }),
    ),
    workshop: await loadWorkshop(context, workshop.id),
    boards: (await context.em.find(BoardSchema, { workshop: workshop.id }, { orderBy: { id: "asc" } })).map(
      (board) => new Board(board),
    ),
  };
};

const checkedGroup = (group: StakeholderGroup | "other"): StakeholderGroup => {
  if (group === "other") throw invalidValue("stakeholderGroup", "Please say which group you sit here for.");
  return group;
};
