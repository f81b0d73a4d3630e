import { can } from "@tavolo/schema";
import { forbidden, participantNotFound } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { findManagedSeat } from "../participants/find-managed-seat.ts";
import { isOwnSeat } from "../participants/own-seats.ts";
import { type Participant, ParticipantSchema } from "../participants/participant.entity.ts";
import { hasProvider } from "../accounts/own-account.ts";
import { createSignInLink } from "../people/create-sign-in-link.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { projectRole } from "../projects/project.policy.ts";
import type { CreateSignInLinkInput, CreateSignInLinkPayload } from "./viewer.graphql.ts";

/**
 * Makes a sign-in link for oneself (another device) or for a fellow moderator who has lost their session. For
 * others there are invitations: a link signs in *as* somebody, and could show which notes are theirs.
 */
export const issueSignInLink = async (
  context: GraphQLContext,
  { participantId }: CreateSignInLinkInput,
): Promise<CreateSignInLinkPayload> => {
  const { em, config } = context;
  const own = await isOwnSeat(context, participantId);
  const seat = own
    ? await em.findOneOrFail(ParticipantSchema, { id: participantId })
    : await findManagedSeat(context, participantId, "participant.setRole");
  if (!seat.person) throw participantNotFound(participantId);
  if (!own) await insistOnFellowModerator(context, seat, seat.person);
  return createSignInLink(em, config, { personId: seat.person });
};

const insistOnFellowModerator = async (
  context: GraphQLContext,
  { role, workshop }: Participant,
  person: string,
): Promise<void> => {
  const { em } = context;
  const refusal = forbidden("Sign-in links are for moderators of your own projects; invite others instead.");
  if (role !== "moderator" || workshop) throw refusal;
  const { administrator, email, passwordHash } = await em.findOneOrFail(PersonSchema, { id: person });
  if (administrator) throw refusal;
  // An account’s holder gets in by themselves; a link made by somebody else would take the account over.
  if ((email || passwordHash || (await hasProvider(em, person))) && !(await isAdministrator(context))) {
    throw forbidden(
      "This person has an account and can sign in by it. Only an administrator makes them a link.",
    );
  }
  // Signed in they would reach all their projects, so the viewer has to moderate each of these.
  const seats = await em.find(ParticipantSchema, { person, removedAt: null });
  for (const project of new Set(seats.map((seat) => seat.project))) {
    if (!can("participant.setRole", { role: await projectRole(context, project) }).allowed) throw refusal;
  }
};

const isAdministrator = async ({ em, viewer }: GraphQLContext): Promise<boolean> =>
  viewer.kind === "person" &&
  (await em.count(PersonSchema, { id: viewer.personId, administrator: true })) > 0;
