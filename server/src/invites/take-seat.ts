import { LockMode } from "@mikro-orm/core";
import { type LanguageCode, newId, type StakeholderGroup } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { forbidden } from "../errors.ts";
import { findOrCreateOrganisation } from "../organisations/find-or-create-organisation.ts";
import { ParticipantSchema } from "../participants/participant.entity.ts";
import { strongestSeat } from "../people/find-seats.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { startSession } from "../people/start-session.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Invite } from "./invite.entity.ts";

interface Wishes {
  displayName: string;
  stakeholderGroup: StakeholderGroup;
  organisation: string | null;
  language: LanguageCode;
}

/** Who sits where now; `session` only for somebody who had none. */
export interface TakenSeat {
  personId: string;
  participantId: string;
  session: { sessionId: string; token: string } | null;
}

/**
 * Seats somebody at a workshop: anew, or, where they have a seat already, with a new name and group. Their role
 * then stays, so that a link never undoes what a moderator decided. Whoever a moderator removed stays removed.
 */
export const takeSeat = async (
  tx: EntityManager,
  { invite, project, viewer, wishes }: { invite: Invite; project: string; viewer: Viewer; wishes: Wishes },
): Promise<TakenSeat> => {
  const known = viewer.kind === "person";
  const personId = known ? viewer.personId : newId();
  const { displayName, stakeholderGroup, language } = wishes;
  // Held until the end, so that a double click takes one seat.
  if (known) await tx.findOneOrFail(PersonSchema, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  else await tx.insert(PersonSchema, { id: personId, displayName, language });

  const organisation = wishes.organisation
    ? await findOrCreateOrganisation(tx, {
        project,
        name: wishes.organisation,
        language,
        group: stakeholderGroup,
      })
    : null;
  const seat = { displayName, stakeholderGroup, organisation, language };

  const participantId = (known && (await findSeat(tx, personId, project, invite.workshop))) || newId();
  const updated = await tx.nativeUpdate(ParticipantSchema, { id: participantId }, seat);
  if (updated === 0) {
    const { workshop, role } = invite;
    await tx.insert(ParticipantSchema, {
      ...seat,
      id: participantId,
      project,
      workshop,
      person: personId,
      role,
    });
    await tx.execute("update invite set use_count = use_count + 1 where id = ?", [invite.id]);
  }
  return { personId, participantId, session: known ? null : await startSession(tx, { personId }) };
};

const findSeat = async (
  tx: EntityManager,
  person: string,
  project: string,
  workshop: string,
): Promise<string | null> => {
  const seats = await tx.find(ParticipantSchema, {
    person,
    project,
    $or: [{ workshop }, { workshop: null }],
  });
  const standing = strongestSeat(seats.filter(({ removedAt }) => !removedAt));
  if (!standing && seats.some((seat) => seat.workshop === workshop)) {
    throw forbidden("A moderator has taken your seat away. Please talk to them.");
  }
  return standing?.id ?? null;
};
