import type { EntityManager } from "../../database/entity-manager.ts";
import { documentName } from "@tavolo/schema";
import { BoardSchema } from "../../boards/board.entity.ts";
import { boardNotFound } from "../../errors.ts";
import type { BoardPubSub } from "../../graphql/pub-sub.ts";
import { Presence } from "../presence/presence.ts";
import { SharedTimer } from "../shared-timer.ts";
import { shownGroupsAt } from "../presence/shown-groups.ts";
import { socketFrame } from "../wire/socket-frame.ts";
import { awarenessFrame } from "../wire/write-frame.ts";
import { type LoadedRoom, loadRoom } from "./load-room.ts";
import { Room } from "./room.ts";

/** A room without people and work is kept this long, since a reload of the page comes back to it. */
const UNLOAD_AFTER_MS = 30_000;

const resting = new SharedTimer(5_000);

/** The boards that are open in this process; a board has one room, opened once whoever asks first. */
export class Rooms {
  readonly #rooms = new Map<string, Promise<Room>>();
  readonly #open = new Map<string, Room>();
  readonly #endResting = new Map<Room, () => void>();

  constructor(
    private readonly em: EntityManager,
    private readonly pubSub: BoardPubSub,
    private readonly wake: (room: Room) => void,
    private readonly loaded: (room: Room, replayed: LoadedRoom["replayed"]) => void,
    private readonly left: (boardId: string) => void,
    private readonly unloadAfterMs = UNLOAD_AFTER_MS,
  ) {}

  /** Throws BOARD_NOT_FOUND. */
  open(boardId: string): Promise<Room> {
    let room = this.#rooms.get(boardId);
    if (!room) {
      room = this.#load(boardId);
      this.#rooms.set(boardId, room);
      room.catch(() => this.#rooms.delete(boardId));
    }
    return room;
  }

  /** The room if it is open; null otherwise. */
  find(boardId: string): Room | null {
    return this.#open.get(boardId) ?? null;
  }

  all(): Room[] {
    return [...this.#open.values()];
  }

  /** Unloads a room once it has been empty and clean for a while. */
  release(room: Room): void {
    const timer = setTimeout(() => {
      if (room.attachments.size > 0 || this.#open.get(room.boardId) !== room) return;
      if (room.clean && !room.awaitsProjection) this.forget(room);
      else this.release(room);
    }, this.unloadAfterMs);
    timer.unref();
  }

  /** Lets a room go; whoever needs the board opens it anew from the journal. */
  forget(room: Room): void {
    room.presence.close();
    this.#endResting.get(room)?.();
    this.#endResting.delete(room);
    // Another one may have been opened in its place.
    if (this.#open.get(room.boardId) !== room) return;
    this.#open.delete(room.boardId);
    this.#rooms.delete(room.boardId);
    this.left(room.boardId);
  }

  /** Ends what runs for rooms by the clock. */
  close(): void {
    for (const room of this.all()) room.presence.close();
    for (const end of this.#endResting.values()) end();
  }

  async #load(boardId: string): Promise<Room> {
    const board = await this.em.fork().findOne(BoardSchema, boardId);
    if (!board) throw boardNotFound(boardId);
    const { content, unprojected, replayed } = await loadRoom(this.em, board);
    const name = documentName(boardId, board.generation);
    const presence = new Presence(
      board.display,
      await shownGroupsAt(this.em, board.workshop),
      (update) => {
        const frame = socketFrame(awarenessFrame(name, update));
        for (const attachment of room.attachments) attachment.write(frame);
      },
      (entries) => this.pubSub.publish("presence", boardId, entries),
    );
    const { state, stateReason = null, archivedAt, editing, display } = board;
    const standing = { state, stateReason, archived: Boolean(archivedAt), editing, display };
    const room: Room = new Room(boardId, board.generation, name, standing, presence, content, this.wake);
    room.projectedSeq = board.projectedSeq;
    room.unprojected.push(...unprojected);
    this.#open.set(boardId, room);
    this.#endResting.set(
      room,
      resting.add(() => room.rest()),
    );
    if (board.headSeq === 0 && board.createdBy)
      room.begin({ participantId: board.createdBy, role: "moderator", kind: "human" });
    this.loaded(room, replayed);
    this.release(room);
    return room;
  }
}
