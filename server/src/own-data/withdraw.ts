import { LockMode, sql } from "@mikro-orm/core";
import { ModeratorInvitationSchema } from "../accounts/moderator-invitation.entity.ts";
import { ProviderIdentitySchema } from "../accounts/provider-identity.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { forbidden, unauthenticated } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { isStanding } from "../participants/is-standing.ts";
import { keepModerator } from "../participants/keep-moderator.ts";
import { type Participant, ParticipantSchema } from "../participants/participant.entity.ts";
import { seatsChanged } from "../participants/seats-changed.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { endedSessionCookie } from "../people/session-cookie.ts";
import { SessionSchema } from "../people/session.entity.ts";
import { SignInLinkSchema } from "../people/sign-in-link.entity.ts";
import { anonymous } from "../people/viewer.ts";
import { ReceiptSchema } from "../receipts/receipt.entity.ts";
import { BoardItemSchema } from "../sync/projection/board-item.entity.ts";
import { binOwnNotes } from "./bin-own-notes.ts";
import type { WithdrawInput, WithdrawPayload } from "./own-data.graphql.ts";

/**
 * Forgets a person: name, group, organisation, consent and sessions go, and nothing that they wrote names an
 * author any more. The rows of their seats stay, empty, because the journal counts on them; what they wrote and
 * deleted themselves leaves the journals of their boards.
 */
export const withdraw = async (
  context: GraphQLContext,
  { notes }: WithdrawInput,
): Promise<WithdrawPayload> => {
  const { em, viewer, config, access } = context;
  if (viewer.kind === "anonymous") throw unauthenticated();
  if (viewer.kind === "integration") throw forbidden("A program is withdrawn by revoking its token.");
  const { personId } = viewer;
  if ((await em.count(PersonSchema, { id: personId, administrator: true })) > 0) {
    throw forbidden("You administer this server. Hand that over first; then you can withdraw.");
  }
  const seats = await em.find(ParticipantSchema, { person: personId });
  const ids = seats.map(({ id }) => id);
  // Asked twice: before any note is touched, and again where it counts.
  await em.transactional((tx) => keepModerators(tx, seats));
  const binnedCount = notes === "bin" ? await binOwnNotes(context, ids) : 0;
  // Before it is committed: over a socket, where no cookie can be removed, nobody withdraws.
  context.setCookie(endedSessionCookie(config));
  await em.transactional((tx) => forget(tx, personId, seats));
  access.sessionsEnded(personId);
  seatsChanged(context, seats);
  // What they wrote and took back stands in journals still.
  context.engine.dropTraces(ids);
  context.viewer = anonymous;
  readAfresh(context);
  const keptCount = await context.em.count(BoardItemSchema, {
    createdBy: { $in: ids },
    collection: "notes",
    removed: false,
  });
  return { binnedCount, keptCount };
};

const keepModerators = async (tx: EntityManager, seats: readonly Participant[]): Promise<void> => {
  for (const seat of seats) if (isStanding(seat)) await keepModerator(tx, seat);
};

const forget = async (tx: EntityManager, personId: string, seats: readonly Participant[]): Promise<void> => {
  // Held until the end: who joins with this browser meanwhile waits, and then finds the session ended.
  await tx.findOneOrFail(PersonSchema, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  await keepModerators(tx, seats);
  await tx.nativeUpdate(
    ParticipantSchema,
    { person: personId },
    {
      person: null,
      displayName: "",
      stakeholderGroup: null,
      organisation: null,
      consent: null,
      invite: null,
      waitingSince: null,
      role: "observer",
      removedAt: sql.now(),
      withdrawnAt: sql.now(),
    },
  );
  await tx.nativeDelete(ReceiptSchema, { participant: { $in: seats.map(({ id }) => id) } });
  await tx.nativeDelete(SessionSchema, { person: personId });
  await tx.nativeDelete(SignInLinkSchema, { person: personId });
  await tx.nativeDelete(ProviderIdentitySchema, { person: personId });
  await tx.nativeDelete(ModeratorInvitationSchema, { acceptedBy: personId });
  await tx.nativeDelete(PersonSchema, { id: personId });
};
