import { parseDocumentName } from "@tavolo/schema";
import type { Board } from "../boards/board.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import { boardNotFound, generationChanged, TavoloError, unauthenticated } from "../errors.ts";
import type { Log } from "../log.ts";
import type { Participant } from "../participants/participant.entity.ts";
import { findBoardActor } from "../people/board-access.ts";
import type { Viewer } from "../people/viewer.ts";
import { viewerFromAuthorization } from "../people/viewer-from-request.ts";
import { shownGroupsAt } from "./presence/shown-groups.ts";
import type { Room } from "./rooms/room.ts";
import { Attachment } from "./sockets/attachment.ts";
import type { Connection } from "./sockets/connection.ts";
import type { BoardActor } from "./sync-engine.ts";
import { authenticatedFrame, awarenessFrame, closeFrame, statelessFrame } from "./wire/write-frame.ts";

interface Admission {
  readonly em: EntityManager;
  readonly openRoom: (boardId: string) => Promise<Room>;
  readonly log: Log;
}

/** A viewer’s right on a board, or why there is none. */
export async function readAccess(
  em: EntityManager,
  viewer: Viewer,
  boardId: string,
): Promise<{ actor: BoardActor; participant: Participant; board: Board } | TavoloError> {
  try {
    return await findBoardActor(em.fork(), viewer, boardId);
  } catch (error) {
    if (error instanceof TavoloError) return error;
    throw error;
  }
}

/** Seats a provider at a board: finds who it is, the board’s room, and greets it. Null when refused, after saying why. */
export async function admit(
  { em, openRoom, log }: Admission,
  connection: Connection,
  cookieViewer: Viewer,
  name: string,
  token: string,
): Promise<Attachment | null> {
  const seat = await findSeat(em, cookieViewer, name, token);
  if (seat instanceof TavoloError) {
    log.info({ correlationId: connection.correlationId, code: seat.code }, "document refused");
    const { code, message } = seat;
    connection.send(statelessFrame(name, { type: "refused", code, message }));
    connection.deny(name, code);
    connection.send(closeFrame(name, code));
    return null;
  }
  const { viewer, actor, participant, board } = seat;
  const groups = await shownGroupsAt(em, board.workshop);
  // From here to the seat nothing is awaited: an empty room may be unloaded meanwhile.
  const room = await openRoom(board.id);
  const attachment = new Attachment(room, viewer, actor, connection, () => connection.endDocument(name));
  room.attachments.add(attachment);
  const presenceId = room.presence.enter(
    attachment,
    {
      participantId: participant.id,
      displayName: participant.displayName,
      stakeholderGroup: participant.stakeholderGroup ?? null,
    },
    groups,
  );
  connection.send(authenticatedFrame(name, attachment.scope === "write" ? "read-write" : "readonly"));
  attachment.welcome(presenceId);
  attachment.send(awarenessFrame(name, room.presence.all()));
  return attachment;
}

async function findSeat(em: EntityManager, cookieViewer: Viewer, name: string, token: string) {
  const parsed = parseDocumentName(name);
  if (!parsed) return boardNotFound(name);
  let viewer = cookieViewer;
  if (viewer.kind === "anonymous" && token) {
    try {
      viewer = await viewerFromAuthorization(em.fork(), `Bearer ${token}`);
    } catch (error) {
      if (error instanceof TavoloError) return error;
      throw error;
    }
  }
  if (viewer.kind === "anonymous") return unauthenticated();
  const access = await readAccess(em, viewer, parsed.boardId);
  if (access instanceof TavoloError) return access;
  return access.board.generation === parsed.generation ? { viewer, ...access } : generationChanged();
}
