import { boardTemplates, newId, type Role, type StakeholderGroup } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import type { EntityManager } from "@tavolo/server/database/entity-manager.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import { newAccessToken } from "@tavolo/server/people/access-token.ts";
import { ProjectSchema } from "@tavolo/server/projects/project.entity.ts";
import { ApiTokenSchema } from "@tavolo/server/tokens/api-token.entity.ts";
import { WorkshopSchema } from "@tavolo/server/workshops/workshop.entity.ts";

/** Someone at the board, with a bearer token that both sockets and GraphQL take. */
export interface Seat {
  readonly participantId: string;
  readonly token: string;
}

export interface SeededBoard {
  readonly projectId: string;
  readonly workshopId: string;
  readonly boardId: string;
  readonly moderator: Seat;
  /** Adds someone to the workshop. */
  seat(role: Role, displayName: string, stakeholderGroup?: StakeholderGroup): Promise<Seat>;
}

/** Puts an empty board into a database, without a server: one project, one workshop, one moderator. */
export async function seedBoard(em: EntityManager, kind = "swot"): Promise<SeededBoard> {
  const fork = em.fork();
  const template = boardTemplates().find((one) => one.kind === kind);
  if (!template) throw new Error(`There is no template of ${kind} boards.`);
  const [projectId, workshopId, boardId] = [newId(), newId(), newId()];
  await fork.insert(ProjectSchema, { id: projectId, name: { en: "Rights" }, language: "en", country: "IT" });
  await fork.insert(WorkshopSchema, {
    id: workshopId,
    project: projectId,
    title: { en: "First" },
    language: "en",
  });

  const seat: SeededBoard["seat"] = async (role, displayName, stakeholderGroup) => {
    const participantId = newId();
    const { token, tokenHash } = newAccessToken();
    await fork.insert(ParticipantSchema, {
      id: participantId,
      project: projectId,
      workshop: workshopId,
      kind: "human",
      role,
      displayName,
      stakeholderGroup: stakeholderGroup ?? null,
      language: "en",
    });
    await fork.insert(ApiTokenSchema, {
      id: newId(),
      project: projectId,
      participant: participantId,
      name: displayName,
      tokenHash,
      scope: "write",
      expiresAt: new Date(Date.now() + 86_400_000),
      createdBy: participantId,
    });
    return { participantId, token };
  };

  const moderator = await seat("moderator", "Moderator");
  await fork.insert(BoardSchema, {
    id: boardId,
    project: projectId,
    workshop: workshopId,
    kind,
    templateId: template.id,
    templateVersion: template.version,
    title: template.name,
    language: "en",
    createdBy: moderator.participantId,
  });
  return { projectId, workshopId, boardId, moderator, seat };
}
