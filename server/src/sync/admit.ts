import { parseDocumentName } from "@tavolo/schema";
import type { EntityManager } from "../database/entity-manager.ts";
import { boardNotFound, generationChanged, seatRemoved, TavoloError, unauthenticated } from "../errors.ts";
import type { Log } from "../log.ts";
import { findBoardActor } from "../people/board-access.ts";
import { type Credential, readCredential } from "../people/credential.ts";
import type { LiveAccess } from "../people/live-access.ts";
import { LiveRight } from "../people/live-right.ts";
import type { Viewer } from "../people/viewer.ts";
import { viewerFromAuthorization } from "../people/viewer-from-request.ts";
import type { PresentPerson } from "./presence/presence.ts";
import { shownGroupsAt } from "./presence/shown-groups.ts";
import type { Room } from "./rooms/room.ts";
import { Attachment } from "./sockets/attachment.ts";
import type { Connection } from "./sockets/connection.ts";
import type { BoardActor } from "./sync-engine.ts";
import { authenticatedFrame, awarenessFrame, closeFrame, statelessFrame } from "./wire/write-frame.ts";

interface Admission {
  readonly em: EntityManager;
  readonly access: Pick<LiveAccess, "watch">;
  readonly openRoom: (boardId: string, generation: number) => Promise<Room>;
  readonly log: Log;
}

/** A viewer’s seat at a board and for how long what they came with is good: no rows, since a socket stays for hours. */
interface Seat extends Credential {
  readonly actor: BoardActor;
  readonly person: PresentPerson;
  readonly boardId: string;
  readonly generation: number;
  readonly workshopId: string;
}

/** Seats a provider at a board: finds who it is, the board’s room, and greets it. Null when refused, after saying why. */
export async function admit(
  admission: Admission,
  connection: Connection,
  cookieViewer: Viewer,
  name: string,
  token: string,
): Promise<Attachment | null> {
  try {
    return await seat(admission, connection, cookieViewer, name, token);
  } catch (error) {
    if (!(error instanceof TavoloError)) throw error;
    const { code, message } = error;
    admission.log.info({ correlationId: connection.correlationId, code }, "document refused");
    connection.send(statelessFrame(name, { type: "refused", code, message }));
    connection.deny(name, code);
    connection.send(closeFrame(name, code));
    return null;
  }
}

async function seat(
  { em, access, openRoom, log }: Admission,
  connection: Connection,
  cookieViewer: Viewer,
  name: string,
  token: string,
): Promise<Attachment> {
  const parsed = parseDocumentName(name);
  if (!parsed) throw boardNotFound(name);
  const viewer = await findViewer(em, cookieViewer, token);
  const now: { seat?: Seat; attachment?: Attachment; lost?: unknown } = {};
  const right = new LiveRight({
    access,
    viewer,
    read: async () => {
      const read = await readSeat(em.fork(), viewer, parsed.boardId);
      now.seat = read;
      now.attachment?.accessChanged(read.actor);
      return read;
    },
    lost: (error) => {
      now.lost = error;
      if (now.attachment) dismiss(now.attachment, error, log);
    },
  });
  try {
    const { boardId, generation, workshopId } = await right.begin();
    if (generation !== parsed.generation) throw generationChanged();
    const groups = await shownGroupsAt(em, workshopId);
    // From here to the seat nothing is awaited: an empty room may be unloaded meanwhile.
    const room = await openRoom(boardId, generation);
    if (now.lost) throw now.lost;
    const { actor, person } = now.seat!;
    const present = connection.attachedTo(name);
    const attachment =
      present ?? new Attachment(room, actor, connection, () => connection.endDocument(name), right);
    now.attachment = attachment;
    present?.readmit(actor, right);
    if (attachment.refused) return attachment;
    room.attachments.add(attachment);
    const presenceId = room.presence.enter(attachment, person, groups);
    connection.send(authenticatedFrame(name, attachment.scope === "write" ? "read-write" : "readonly"));
    attachment.welcome(presenceId);
    attachment.send(awarenessFrame(name, room.presence.all()));
    return attachment;
  } catch (error) {
    right.stop();
    throw error;
  }
}

/** A cookie goes before a token that the provider sends along. Throws UNAUTHENTICATED, TOKEN_REVOKED. */
async function findViewer(em: EntityManager, cookieViewer: Viewer, token: string): Promise<Viewer> {
  if (cookieViewer.kind !== "anonymous") return cookieViewer;
  if (!token) throw unauthenticated();
  return viewerFromAuthorization(em.fork(), `Bearer ${token}`);
}

/** The socket may be older than the end of its session, so that is read as well as the seat. */
async function readSeat(em: EntityManager, viewer: Viewer, boardId: string): Promise<Seat> {
  const credential = await readCredential(em, viewer);
  const { actor, participant, board } = await findBoardActor(em, viewer, boardId);
  const { id, displayName, stakeholderGroup = null } = participant;
  const person = { participantId: id, displayName, stakeholderGroup };
  const { generation, workshop: workshopId } = board;
  return { ...credential, actor, person, boardId: board.id, generation, workshopId };
}

/** Sends somebody away whose right is gone; who was at the table may know that it exists. */
function dismiss(attachment: Attachment, error: unknown, log: Log): void {
  if (error instanceof TavoloError) {
    attachment.refuse(error.code === "BOARD_NOT_FOUND" ? seatRemoved() : error);
    return;
  }
  // A right that cannot be read is not assumed: the client comes back and is checked afresh.
  log.error({ err: error }, "rights not read");
  attachment.reconnect();
}
