import { sql } from "@mikro-orm/core";
import { newId } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { forbidden, linkUsed } from "../errors.ts";
import { checkedName } from "../graphql/checked-text.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { type Person, PersonSchema } from "../people/person.entity.ts";
import { enter, goOnAs } from "../viewer/go-on-as.ts";
import type { ViewerType } from "../viewer/viewer.graphql.ts";
import { insistOnFreeEmail, takenByAnother } from "./free-email.ts";
import { findModeratorInvitation } from "./find-moderator-invitation.ts";
import { type ModeratorInvitation, ModeratorInvitationSchema } from "./moderator-invitation.entity.ts";
import type { AcceptModeratorInvitationInput } from "./moderator-invitation.graphql.ts";
import { findOwnAccount } from "./own-account.ts";
import { checkNewPassword, hashPassword } from "./password.ts";

/**
 * Takes the seat an invitation offers. Somebody with an account does so as who they are; anybody else gets an
 * account with the invited address. It counts as confirmed only where the link went there by mail.
 */
export const acceptModeratorInvitation = async (
  context: GraphQLContext,
  input: AcceptModeratorInvitationInput,
): Promise<{ viewer: ViewerType; project: string }> => {
  const { em, viewer, access } = context;
  if (viewer.kind === "integration") throw forbidden("A program cannot be a moderator.");
  const invitation = await findModeratorInvitation(em, input.token);
  const account = await findOwnAccount(context);
  const wishes = account ? null : await checkedWishes(context, invitation, input);

  const { entered, seat } = await em
    .transactional(async (tx) => {
      const taken = await tx.nativeUpdate(
        ModeratorInvitationSchema,
        { id: invitation.id, acceptedAt: null, revokedAt: null },
        { acceptedAt: sql.now() },
      );
      if (taken === 0) throw linkUsed();
      const person = account ?? (await openAccount(context, tx, invitation, wishes!));
      await tx.nativeUpdate(ModeratorInvitationSchema, { id: invitation.id }, { acceptedBy: person.id });
      const participantId = await seatModerator(tx, invitation, person);
      const goesOn = viewer.kind === "person" && viewer.personId === person.id;
      return {
        seat: participantId,
        entered: goesOn
          ? viewer
          : await enter(context, tx, {
              personId: person.id,
              startedBy: wishes?.passwordHash ? "password" : "link",
            }),
      };
    })
    .catch(takenByAnother);
  access.seatChanged(seat);
  return { viewer: await goOnAs(context, entered), project: invitation.project };
};

interface Wishes {
  displayName: string;
  passwordHash: string | null;
}

const checkedWishes = async (
  { mail }: GraphQLContext,
  { email }: ModeratorInvitation,
  { displayName, password }: AcceptModeratorInvitationInput,
): Promise<Wishes> => {
  const name = checkedName(displayName ?? "");
  // Without mail there would be no way back in.
  if (!password && mail.sends) return { displayName: name, passwordHash: null };
  checkNewPassword(password ?? "", email);
  return { displayName: name, passwordHash: await hashPassword(password ?? "") };
};

/** A guest who is signed in here becomes the account’s holder and keeps their seats; else somebody new. */
const openAccount = async (
  { viewer }: GraphQLContext,
  tx: EntityManager,
  { email, mailed, language }: ModeratorInvitation,
  wishes: Wishes,
): Promise<Pick<Person, "id" | "displayName" | "language">> => {
  const id = viewer.kind === "person" ? viewer.personId : newId();
  await insistOnFreeEmail(tx, email, id);
  const row = { ...wishes, email, emailConfirmedAt: mailed ? new Date() : null, language };
  if (viewer.kind === "person") await tx.nativeUpdate(PersonSchema, { id }, row);
  else await tx.insert(PersonSchema, { id, ...row });
  return { id, displayName: wishes.displayName, language };
};

/** The person’s seat at the whole project, raised, given back or new. */
const seatModerator = async (
  tx: EntityManager,
  { project }: ModeratorInvitation,
  { id: person, displayName, language }: Pick<Person, "id" | "displayName" | "language">,
): Promise<string> => {
  const seat = await tx.findOne(ParticipantSchema, { project, person, workshop: null });
  if (seat) {
    await tx.nativeUpdate(ParticipantSchema, { id: seat.id }, { role: "moderator", removedAt: null });
    return seat.id;
  }
  const id = newId();
  await tx.insert(ParticipantSchema, {
    id,
    project,
    person,
    role: "moderator",
    displayName: displayName ?? (language === "it" ? "Moderazione" : "Moderator"),
    language,
  });
  return id;
};
