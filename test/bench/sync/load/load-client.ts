import { once } from "node:events";
import type { Socket } from "node:net";
import { WebSocket } from "ws";
import type { Wire } from "../wires/wire.ts";

/** Where a client goes and as whom. */
export interface Entry {
  readonly port: number;
  readonly room: string;
  readonly token: string;
}

/** What a client hears of others. */
export interface Listener {
  update?(payload: Uint8Array): void;
  awareness?(payload: Uint8Array): void;
  acknowledged?(): void;
}

/** A client that holds no document: it speaks the wire, counts, and is light enough to be two thousand. */
export class LoadClient {
  listener: Listener = {};
  /** Why the server has sent it away; null while it has not. */
  lost: string | null = null;
  #socket: WebSocket | null = null;
  #synced = Promise.withResolvers<void>();
  #bytesBefore = 0;

  constructor(
    private readonly wire: Wire,
    private readonly entry: Entry,
  ) {}

  /** Connects and resolves when the client has the document, or where there is none, when it is connected. */
  async connect(): Promise<void> {
    const { wire } = this;
    const { port, room, token } = this.entry;
    this.#synced = Promise.withResolvers();
    const socket = new WebSocket(wire.address(port, room), { perMessageDeflate: false });
    this.#socket = socket;
    socket.on("message", (message: Buffer) => this.#hear(message));
    socket.on("close", (code, reason) => {
      this.lost = `The server closed a socket with ${code} ${reason.toString()}.`;
      this.#synced.reject(new Error(this.lost));
    });
    // Looked at while it is awaited; a client that leaves by itself breaks no promise.
    this.#synced.promise.catch(() => {});
    await once(socket, "open");
    for (const message of wire.greeting(room, token)) socket.send(message);
    if (wire.keepsDocument) await this.#synced.promise;
  }

  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  sendUpdate(update: Uint8Array): void {
    this.#socket!.send(this.wire.update(this.entry.room, update));
  }

  sendAwareness(update: Uint8Array): void {
    this.#socket!.send(this.wire.awareness(this.entry.room, update));
  }

  /** Resolves when the server has dealt with all that was sent before. */
  async settled(): Promise<void> {
    if (!this.wire.keepsDocument) return;
    this.#synced = Promise.withResolvers();
    this.#socket!.send(this.wire.step1(this.entry.room));
    await this.#synced.promise;
  }

  /** Bytes that came over the wire, frames’ headers included. */
  get bytesReceived(): number {
    return this.#bytesBefore + bytesOf(this.#socket);
  }

  /** Drops the connection, as a network does. */
  drop(): void {
    this.#bytesBefore = this.bytesReceived;
    this.#socket?.removeAllListeners().on("error", () => {});
    this.#socket?.terminate();
    this.#socket = null;
  }

  #hear(message: Buffer): void {
    const heard = this.wire.read(message);
    switch (heard.kind) {
      case "update":
        this.listener.update?.(heard.payload);
        return;
      case "awareness":
        this.listener.awareness?.(heard.payload);
        return;
      case "acknowledged":
        this.listener.acknowledged?.();
        return;
      case "document":
        this.#synced.resolve();
        return;
      case "step1":
        this.#socket!.send(this.wire.nothingNew(this.entry.room));
        return;
      case "ping":
        this.#socket!.send(this.wire.pong);
        return;
      case "denied":
        this.#synced.reject(new Error("The server let nobody in."));
        return;
      case "other":
    }
  }
}

function bytesOf(socket: WebSocket | null): number {
  const raw = socket && (Reflect.get(socket, "_socket") as Socket | null);
  return raw?.bytesRead ?? 0;
}
