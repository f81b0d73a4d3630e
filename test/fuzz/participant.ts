import type { ServerMessage } from "@tavolo/schema";
import * as Y from "yjs";
import { type BoardClient, connectBoardClient } from "../support/connect-board-client.ts";
import type { Chance } from "./chance.ts";
import { operate } from "./operations.ts";
import { unsteadySocket } from "./unsteady-socket.ts";

interface Place {
  readonly url: string;
  readonly boardId: string;
  readonly token: string;
}

/** Longer than a server that restarts beside other work, and all it is sent then, take. */
const SETTLED_WITHIN_MS = 90_000;

/** A person at the board whose network and browser fail now and then, and who never does what is not allowed. */
export class Participant {
  /** What the server refused; an honest participant has none. */
  readonly refusals: string[] = [];
  /** Acknowledgements that did not come. */
  readonly unsettled: string[] = [];
  #connected = true;

  private constructor(
    private readonly place: Place,
    private readonly chance: Chance,
    private client: BoardClient,
  ) {}

  static async sitDown(place: Place, chance: Chance): Promise<Participant> {
    return new Participant(place, chance, await Participant.#open(place, chance, new Y.Doc()));
  }

  static #open(place: Place, chance: Chance, doc: Y.Doc): Promise<BoardClient> {
    doc.clientID = chance.clientId();
    return connectBoardClient({ ...place, doc, socket: unsteadySocket(chance), ready: "synced" });
  }

  get doc(): Y.Doc {
    return this.client.doc;
  }

  operate(): void {
    const { doc, editor } = this.client;
    operate({ doc, editor, chance: this.chance });
  }

  /** Goes off the network, or comes back. */
  async toggleNetwork(): Promise<void> {
    if (this.#connected) await this.client.disconnect();
    else this.client.connect();
    this.#connected = !this.#connected;
  }

  /** Sends the whole state once more, as after a doubtful reconnect. */
  repeat(): void {
    if (this.#connected) this.client.provider.forceSync();
  }

  /** Closes the browser and opens it again: what the device kept comes back under a new client id. */
  async restart(): Promise<void> {
    const kept = Y.encodeStateAsUpdate(this.client.doc);
    this.#leave();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, kept);
    this.client = await Participant.#open(this.place, this.chance, doc);
    this.#connected = true;
  }

  /** Comes back to the network and resolves when all it wrote is acknowledged, or refused, or never will be. */
  async settle(): Promise<void> {
    if (!this.#connected) await this.toggleNetwork();
    const { client } = this;
    const patience = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      this.unsettled.push(`${client.acknowledged()} of ${client.sent()} messages acknowledged`);
      patience.resolve();
    }, SETTLED_WITHIN_MS);
    const refused = client.until(() => client.messages.some(isRefusal));
    await Promise.race([client.saved(), refused, patience.promise]);
    clearTimeout(timer);
  }

  /** Resolves when a message of this kind says what is awaited. */
  async told(holds: (message: ServerMessage) => boolean): Promise<void> {
    const before = this.client.messages.length;
    await this.client.until(() => this.client.messages.slice(before).some(holds));
  }

  /** Resolves when the copy equals what is awaited. */
  until(holds: () => boolean): Promise<void> {
    return this.client.until(holds);
  }

  leave(): void {
    this.#leave();
  }

  #leave(): void {
    for (const message of this.client.messages) {
      if (message.type === "refused") this.refusals.push(`${message.code}: ${message.message}`);
    }
    this.client.destroy();
  }
}

const isRefusal = (message: ServerMessage): boolean => message.type === "refused";
