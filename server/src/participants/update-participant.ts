import type { StakeholderGroup } from "@tavolo/schema";
import { forbidden, organisationNotFound } from "../errors.ts";
import { checkedName } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { OrganisationSchema } from "../organisations/organisation.entity.ts";
import { checkedGroup } from "../stakeholder-groups/checked-group.ts";
import { findManagedSeat } from "./find-managed-seat.ts";
import { isOwnSeat } from "./own-seats.ts";
import { type Participant, ParticipantSchema } from "./participant.entity.ts";
import type { UpdateParticipantInput } from "./participant.graphql.ts";
import { seatsChanged } from "./seats-changed.ts";

/** Changes somebody’s group and organisation, and one’s own name; what they wrote follows. */
export const updateParticipant = async (
  context: GraphQLContext,
  { participantId, displayName, stakeholderGroup, organisationId }: UpdateParticipantInput,
): Promise<Participant> => {
  const own = await isOwnSeat(context, participantId);
  const seat = own
    ? await context.em.findOneOrFail(ParticipantSchema, { id: participantId })
    : await findManagedSeat(context, participantId, "participant.update");
  if (!own && typeof displayName === "string") throw forbidden("Everybody chooses only their own name.");
  const changes: { displayName?: string; stakeholderGroup?: StakeholderGroup; organisation?: string | null } =
    {};
  if (typeof displayName === "string") changes.displayName = checkedName(displayName);
  if (stakeholderGroup) changes.stakeholderGroup = checkedGroup(stakeholderGroup);
  if (organisationId !== undefined) {
    const known =
      organisationId === null ||
      (await context.em.count(OrganisationSchema, { id: organisationId, project: seat.project })) > 0;
    if (!known) throw organisationNotFound(organisationId);
    changes.organisation = organisationId;
  }
  if (Object.keys(changes).length > 0) {
    await context.em.nativeUpdate(ParticipantSchema, { id: seat.id }, changes);
    seatsChanged(context, [seat]);
  }
  readAfresh(context);
  return context.em.findOneOrFail(ParticipantSchema, { id: seat.id });
};
