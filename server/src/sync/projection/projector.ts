import type { EntityManager } from "../../database/entity-manager.ts";
import type { Logger } from "pino";
import { type EngineMeter, secondsSince } from "../engine-meter.ts";
import type { BoardPubSub } from "../../graphql/pub-sub.ts";
import type { Room } from "../rooms/room.ts";
import { projectBoard } from "./project-board.ts";

/** Queries lag behind writers by this at most, when nobody waits; then at once. */
const PROJECT_AFTER_MS = 200;

/** While the database does not answer, the next try comes after this long. */
const RETRY_MS = 500;

/** Keeps the rows that queries read up to date with the journal, one board after the other. */
export class Projector {
  readonly #dirty = new Set<Room>();
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly em: EntityManager,
    private readonly log: Logger,
    private readonly meter: EngineMeter,
    private readonly pubSub: BoardPubSub,
    private readonly projected: (room: Room) => void,
  ) {}

  /** Notes that a room has committed steps; with someone waiting it is projected at once. */
  wake(room: Room): void {
    this.#dirty.add(room);
    if (room.awaitsProjection) this.#start();
    else this.#timer ??= setTimeout(() => this.#start(), PROJECT_AFTER_MS);
  }

  /** Projects all that is committed and resolves; rejects when the database does not take it. */
  async settle(room: Room): Promise<void> {
    while (this.#running) await this.#running;
    if (room.unprojected.length > 0) await this.#project(room);
  }

  async stop(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    await this.#running;
    for (const room of this.#dirty) await this.#project(room);
  }

  #start(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      for (const room of this.#dirty) this.wake(room);
    });
  }

  async #run(): Promise<void> {
    for (const room of this.#dirty) {
      try {
        await this.#project(room);
      } catch (error) {
        this.log.error({ err: error, boardId: room.boardId }, "projection not written; trying again");
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  async #project(room: Room): Promise<void> {
    const steps = [...room.unprojected];
    const last = steps.at(-1);
    this.#dirty.delete(room);
    if (!last) return;
    const started = performance.now();
    try {
      const { boardId, projectedSeq } = room;
      const { ledger } = room.content;
      const { events, projectId } = await projectBoard(this.em, { boardId, ledger, steps, projectedSeq });
      room.unprojected.splice(0, steps.length);
      room.projectedTo(last.seq);
      this.meter.projected(secondsSince(started));
      for (const event of events) this.pubSub.publish("boardEvents", room.boardId, event);
      this.pubSub.publish("boards", projectId, "changed");
    } catch (error) {
      this.#dirty.add(room);
      throw error;
    }
    if (room.unprojected.length > 0) this.#dirty.add(room);
    this.projected(room);
  }
}
