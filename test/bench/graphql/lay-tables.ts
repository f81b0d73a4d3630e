import { newId, type StakeholderGroup } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import type { EntityManager } from "@tavolo/server/database/entity-manager.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { newAccessToken } from "@tavolo/server/people/access-token.ts";
import { PersonSchema } from "@tavolo/server/people/person.entity.ts";
import { startSession } from "@tavolo/server/people/start-session.ts";
import { ProjectSchema } from "@tavolo/server/projects/project.entity.ts";
import { ApiTokenSchema } from "@tavolo/server/tokens/api-token.entity.ts";
import { WorkshopSchema } from "@tavolo/server/workshops/workshop.entity.ts";

const PROJECTS = 50;
const WORKSHOPS_EACH = 4;
const BOARDS_EACH = 10;
const ARCHIVED_EACH = 2;
const PEOPLE_EACH = 18;
/** As many as one person may reasonably moderate. */
const MODERATED = 10;
/** Which of them is asked about. */
const ASKED = 3;
const DAY_MS = 86_400_000;

const groups: readonly StakeholderGroup[] = [
  "municipality",
  "cso",
  "cso",
  "community",
  "academia",
  "resident",
];
const displays = ["group", "group", "named", "anonymous"] as const;

/** A board to be written on: who may have written, and when it was in use. */
export interface LaidBoard {
  readonly id: string;
  readonly project: string;
  readonly writers: readonly string[];
  readonly firstUsed: number;
}

export interface LaidTables {
  readonly boards: readonly LaidBoard[];
  /** The project that is asked about, and its first workshop. */
  readonly project: string;
  readonly workshop: string;
  /** A program of that project, somebody who moderates ten, and a guest of the workshop. */
  readonly token: string;
  readonly moderator: string;
  readonly guest: string;
}

/** Fifty projects with four workshops of ten boards and eighteen people each; two of ten boards lie in the archive. */
export const layTables = async (em: EntityManager): Promise<LaidTables> => {
  const fork = em.fork();
  const [moderatorId, guestId] = [newId(), newId()];
  await fork.insertMany(PersonSchema, [{ id: moderatorId }, { id: guestId }]);
  const projects = Array.from({ length: PROJECTS }, () => newId());
  await fork.insertMany(
    ProjectSchema,
    projects.map((id) => ({ id, name: { en: "Measured" }, language: "en" as const, country: "IT" })),
  );
  const workshops = projects.flatMap((project) =>
    Array.from({ length: WORKSHOPS_EACH }, () => ({ id: newId(), project })),
  );
  await fork.insertMany(
    WorkshopSchema,
    workshops.map((workshop) => ({ ...workshop, title: { en: "Measured" }, language: "en" as const })),
  );
  const project = projects[ASKED]!;
  const workshop = workshops.find((one) => one.project === project)!.id;

  const seat = (more: object) => ({
    id: newId(),
    kind: "human" as const,
    role: "contributor" as const,
    displayName: "Somebody",
    language: "en" as const,
    workshop: null,
    person: null,
    stakeholderGroup: null,
    ...more,
  });
  const seats = workshops.map((at) =>
    Array.from({ length: PEOPLE_EACH }, (_, n) =>
      seat({ project: at.project, workshop: at.id, stakeholderGroup: groups[n % groups.length] }),
    ),
  );
  const moderating = projects
    .slice(0, MODERATED)
    .map((one) => seat({ project: one, person: moderatorId, role: "moderator" }));
  const program = seat({ project, kind: "integration" });
  const visitor = seat({ project, workshop, person: guestId });
  await fork.insertMany(ParticipantSchema, [...seats.flat(), ...moderating, program, visitor] as never);
  const { token, tokenHash } = newAccessToken();
  await fork.insert(ApiTokenSchema, {
    id: newId(),
    project,
    participant: program.id,
    name: "Measured",
    tokenHash,
    scope: "read",
    expiresAt: new Date(Date.now() + DAY_MS),
    createdBy: moderating[ASKED]!.id,
  });

  const now = Date.now();
  const boards = workshops.flatMap(({ id: at, project: of }, n) =>
    Array.from({ length: BOARDS_EACH }, (_, board) => ({
      id: newId(),
      project: of,
      workshop: at,
      display: displays[board % displays.length]!,
      archivedAt: board < ARCHIVED_EACH ? new Date(now) : null,
      writers: seats[n]!.map(({ id }) => id),
      // Spread over three years, those of a project over one.
      firstUsed: now - (30 + ((n * 97) % 1_000)) * DAY_MS,
    })),
  );
  await fork.insertMany(
    BoardSchema,
    boards.map(({ id, project: of, workshop: at, display, archivedAt }) => ({
      id,
      project: of,
      workshop: at,
      kind: "swot",
      templateId: "civic-space-swot",
      templateVersion: 1,
      title: { en: "SWOT" },
      language: "en" as const,
      display,
      archivedAt,
    })),
  );
  return {
    boards,
    project,
    workshop,
    token,
    moderator: (await startSession(fork, { personId: moderatorId })).token,
    guest: (await startSession(fork, { personId: guestId })).token,
  };
};
