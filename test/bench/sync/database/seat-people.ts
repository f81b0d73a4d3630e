import { newId } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import type { EntityManager } from "@tavolo/server/database/entity-manager.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { newAccessToken } from "@tavolo/server/people/access-token.ts";
import { ProjectSchema } from "@tavolo/server/projects/project.entity.ts";
import { ApiTokenSchema } from "@tavolo/server/tokens/api-token.entity.ts";
import { WorkshopSchema } from "@tavolo/server/workshops/workshop.entity.ts";

const DAY_MS = 86_400_000;

/** Puts empty SWOT boards into the database, each in a project and workshop of its own with people of its own. */
export async function seatPeople(
  em: EntityManager,
  boards: number,
  people: number,
): Promise<{ boardId: string; tokens: string[] }[]> {
  const tables = Array.from({ length: boards }, () => ({
    projectId: newId(),
    workshopId: newId(),
    boardId: newId(),
    seats: Array.from({ length: people }, (_, seat) => ({
      participantId: newId(),
      role: seat === 0 ? ("moderator" as const) : ("contributor" as const),
      ...newAccessToken(),
    })),
  }));
  const fork = em.fork();
  await fork.insertMany(
    ProjectSchema,
    tables.map(({ projectId: id }) => ({ id, name: { en: "Measured" }, language: "en", country: "IT" })),
  );
  await fork.insertMany(
    WorkshopSchema,
    tables.map(({ workshopId: id, projectId: project }) => ({
      id,
      project,
      title: { en: "Measured" },
      language: "en",
    })),
  );
  for (const { projectId: project, workshopId: workshop, seats } of tables) {
    await fork.insertMany(
      ParticipantSchema,
      seats.map(({ participantId: id, role }, seat) => ({
        id,
        project,
        workshop,
        kind: "human",
        role,
        displayName: `Person ${seat}`,
        stakeholderGroup: null,
        language: "en",
      })),
    );
    await fork.insertMany(
      ApiTokenSchema,
      seats.map(({ participantId: participant, tokenHash }, seat) => ({
        id: newId(),
        project,
        participant,
        name: `Person ${seat}`,
        tokenHash,
        scope: "write",
        expiresAt: new Date(Date.now() + DAY_MS),
        createdBy: participant,
      })),
    );
  }
  await fork.insertMany(
    BoardSchema,
    tables.map(({ boardId: id, projectId: project, workshopId: workshop, seats }) => ({
      id,
      project,
      workshop,
      kind: "swot",
      templateId: "civic-space-swot",
      templateVersion: 1,
      title: { en: "SWOT" },
      language: "en",
      createdBy: seats[0]!.participantId,
    })),
  );
  return tables.map(({ boardId, seats }) => ({ boardId, tokens: seats.map(({ token }) => token) }));
}
