import { LockMode } from "@mikro-orm/core";
import { type LanguageCode, mostOpenDisplay, newId, type StakeholderGroup } from "@tavolo/schema";
import { BoardSchema } from "../boards/board.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { forbidden, invalidValue, inviteFull, inviteRevoked } from "../errors.ts";
import { findOrCreateOrganisation } from "../organisations/find-or-create-organisation.ts";
import { isStanding } from "../participants/is-standing.ts";
import { type Consent, type Participant, ParticipantSchema } from "../participants/participant.entity.ts";
import { strongestSeat } from "../people/find-seats.ts";
import { PersonSchema } from "../people/person.entity.ts";
import { isOffered } from "../stakeholder-groups/groups-at-door.ts";
import { ProjectSchema } from "../projects/project.entity.ts";
import { startSession } from "../people/start-session.ts";
import type { Viewer } from "../people/viewer.ts";
import type { Invite } from "./invite.entity.ts";

interface Wishes {
  displayName: string;
  stakeholderGroup: StakeholderGroup;
  organisation: string | null;
  language: LanguageCode;
  consentVersion: number | null;
}

/** Who sits where now; `session` only for somebody who had none. */
export interface TakenSeat {
  personId: string;
  participantId: string;
  session: { sessionId: string; token: string } | null;
}

/**
 * Seats somebody at a workshop: anew, or, where they have a seat already, with a new name and group. Their role
 * then stays, so that a link never undoes what a moderator decided. Whoever a moderator removed or declined stays
 * so; whoever waits goes on waiting.
 */
export const takeSeat = async (
  tx: EntityManager,
  {
    invite,
    project,
    viewer,
    wishes,
    device,
  }: { invite: Invite; project: string; viewer: Viewer; wishes: Wishes; device: string | null },
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
  const consent = await consentNow(tx, invite.workshop, wishes);
  const seat = { displayName, stakeholderGroup, organisation, language, ...(consent && { consent }) };

  const own = known ? await findSeat(tx, personId, project, invite.workshop) : null;
  const participantId = own?.id ?? newId();
  if (own?.stakeholderGroup !== stakeholderGroup) await insistOffered(tx, project, stakeholderGroup);
  if (own) {
    await tx.nativeUpdate(ParticipantSchema, { id: own.id }, seat);
  } else {
    await useUp(tx, invite);
    const { id, workshop, role, needsApproval } = invite;
    await tx.insert(ParticipantSchema, {
      ...seat,
      id: participantId,
      project,
      workshop,
      person: personId,
      role,
      invite: id,
      waitingSince: needsApproval ? new Date() : null,
    });
  }
  return {
    personId,
    participantId,
    session: known ? null : await startSession(tx, { personId, startedBy: "invite", device }),
  };
};

const findSeat = async (
  tx: EntityManager,
  person: string,
  project: string,
  workshop: string,
): Promise<Participant | null> => {
  const seats = await tx.find(ParticipantSchema, {
    person,
    project,
    $or: [{ workshop }, { workshop: null }],
  });
  const standing = strongestSeat(seats.filter(isStanding));
  if (standing) return standing;
  const here = seats.filter((seat) => seat.workshop === workshop);
  if (here.some(({ removedAt, waitingSince }) => removedAt && waitingSince)) {
    throw forbidden("A moderator has not let you in. Please talk to them.");
  }
  if (here.some(({ removedAt }) => removedAt)) {
    throw forbidden("A moderator has taken your seat away. Please talk to them.");
  }
  return here[0] ?? null;
};

/** Counts somebody who joins; throws INVITE_FULL or INVITE_REVOKED. One statement: of two for the last place one gets it. */
const useUp = async (tx: EntityManager, { id, maxUses }: Invite): Promise<void> => {
  const used = await tx.execute<object[]>(
    `update invite set use_count = use_count + 1
      where id = ? and revoked_at is null and (max_uses is null or use_count < max_uses) returning id`,
    [id],
  );
  if (used.length === 0) throw maxUses === null ? inviteRevoked() : inviteFull();
};

/** Throws INVALID_VALUE for a group that is not offered at the project’s door. */
const insistOffered = async (tx: EntityManager, project: string, group: StakeholderGroup): Promise<void> => {
  const { groupsAtDoor } = await tx.findOneOrFail(ProjectSchema, { id: project });
  if (!isOffered(groupsAtDoor, group)) {
    throw invalidValue(
      "stakeholderGroup",
      "This group is not offered here. Choose one of those on the screen.",
    );
  }
};

/** What somebody agrees to by joining now; null where they were shown nothing, as a script is. */
const consentNow = async (
  tx: EntityManager,
  workshop: string,
  { consentVersion, language }: Wishes,
): Promise<Consent | null> => {
  if (consentVersion === null) return null;
  const boards = await tx.find(BoardSchema, { workshop });
  const display = mostOpenDisplay(boards.map((board) => board.display));
  return { version: consentVersion, language, at: new Date().toISOString(), display };
};
