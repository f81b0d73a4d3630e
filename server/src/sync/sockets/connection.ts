import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import type { Logger } from "pino";
import { SharedTimer } from "../shared-timer.ts";
import { type ClientFrame, MalformedFrame, readFrame } from "../wire/read-frame.ts";
import { socketFrame } from "../wire/socket-frame.ts";
import { permissionDeniedFrame, pingFrame } from "../wire/write-frame.ts";
import type { Attachment } from "./attachment.ts";
import { EXTRA_BYTES, SocketBudget } from "./socket-budget.ts";

/** The stock provider drops a socket that carries nothing for 30 s; three pings fit in. */
const PING_EVERY_MS = 10_000;

/** Without a word from the client for this long its network is gone: three pings unanswered. */
const SILENT_AFTER_MS = 35_000;

/** A reader this far behind is sent away and catches up by a fresh step 1 instead of filling our memory. */
const MAX_BACKLOG_BYTES = 1024 * 1024;

/** Documents on their way to one reader, who may have several boards open: eight of the largest that a board may be. */
const MAX_DOCUMENT_BACKLOG_BYTES = 64 * 1024 * 1024;

/** Frames that may wait for the answer to a client’s token; the stock provider sends three. */
const MAX_WAITING_FRAMES = 64;

/** What a socket may send ahead of its tokens: some typing, since the stock provider may be slow to find its token. */
const MAX_BYTES_AHEAD = 1024 * 1024;

/** Documents a socket may carry; a person has one board open, an integration a handful. */
const MAX_DOCUMENTS = 32;

/** Application close codes, as registered for WebSocket. */
const CloseCode = { invalidPayload: 1007, policy: 1008, tooBig: 1009, tryAgainLater: 1013 } as const;

type DocumentFrame = Exclude<ClientFrame, { type: "pong" | "close" }>;

interface Document {
  readonly name: string;
  /** Until the first token for it comes; what comes ahead of it waits. */
  awaitsToken: boolean;
  /** Null before a token is answered, and after a refusal. */
  attachment: Attachment | null;
  /** While a token is being answered. */
  admitting: boolean;
  /** Frames behind an answer: to a token, or to a rebuild of the room. A token waits its turn as they do. */
  readonly waiting: DocumentFrame[];
}

/** Finds the board, the right and the room behind a document name; null when refused, after saying why. */
export type Admit = (
  documentName: string,
  token: string,
  connection: Connection,
) => Promise<Attachment | null>;

const heartbeat = new SharedTimer(PING_EVERY_MS);
const ping = socketFrame(pingFrame);

/** One socket of a provider: it may carry several documents, each authenticated on its own. */
export class Connection {
  readonly #documents = new Map<string, Document>();
  #dismissed = false;
  #lastHeard = Date.now();
  readonly #endHeartbeat: () => void;
  /** Bytes of documents on their way to a reader who asked for them: they may be larger than any backlog. */
  #documentBytes = 0;
  #bytesAhead = 0;
  readonly #budget = new SocketBudget(performance.now());
  /** Nothing is read until then: it has sent more than anybody needs. */
  #slowed: NodeJS.Timeout | null = null;

  /**
   * `line` is what `socket` writes to. Both are written to: without compression `ws` keeps nothing back, so that
   * whole frames never come between the parts of another.
   */
  constructor(
    private readonly socket: WebSocket,
    private readonly line: Duplex,
    readonly correlationId: string,
    private readonly log: Logger,
    private readonly admit: Admit,
    private readonly leave: (attachment: Attachment) => void,
  ) {
    socket.on("message", (data: Buffer, isBinary: boolean) => this.#receive(data, isBinary));
    socket.on("close", () => this.#closed());
    socket.on("error", (error) => log.info({ correlationId, reason: error.message }, "socket failed"));
    this.#endHeartbeat = heartbeat.add(() => this.#beat());
  }

  send(frame: Uint8Array): void {
    this.write(socketFrame(frame));
  }

  /** Sends whole frames that are made for the line already. */
  write(frames: Buffer): void {
    if (this.#canWrite()) this.line.write(frames);
  }

  /** Sends a document, which does not count as backlog. */
  writeDocument(frames: Buffer): void {
    if (!this.#canWrite()) return;
    this.#documentBytes += frames.length;
    this.line.write(frames, () => {
      this.#documentBytes -= frames.length;
    });
  }

  /** Keeps back what is sent from now on, until it is released in one piece. */
  hold(): void {
    this.line.cork();
  }

  release(): void {
    this.line.uncork();
  }

  #canWrite(): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    const backlog = this.line.writableLength - this.#documentBytes;
    if (backlog <= MAX_BACKLOG_BYTES && this.#documentBytes <= MAX_DOCUMENT_BACKLOG_BYTES) return true;
    this.close(CloseCode.tryAgainLater, "SLOW_READER");
    return false;
  }

  deny(documentName: string, reason: string): void {
    this.send(permissionDeniedFrame(documentName, reason));
  }

  /** Says goodbye. What arrives after it is not taken: nobody could be told that it is saved. */
  close(code: number, reason: string): void {
    this.#dismissed = true;
    // The other side’s goodbye is to be read too.
    this.#readOn();
    this.socket.close(code, reason);
  }

  /** Who is seated at a document by this socket; null for nobody. */
  attachedTo(documentName: string): Attachment | null {
    return this.#documents.get(documentName)?.attachment ?? null;
  }

  /** Ends one document; the provider stays attached and may go on sending, which is ignored until it authenticates. */
  endDocument(documentName: string): void {
    const document = this.#documents.get(documentName);
    if (!document?.attachment) return;
    const { attachment } = document;
    document.attachment = null;
    this.#end(attachment);
  }

  #end(attachment: Attachment): void {
    attachment.stop();
    this.leave(attachment);
  }

  #receive(data: Buffer, isBinary: boolean): void {
    this.#lastHeard = Date.now();
    if (this.#dismissed) return;
    try {
      if (!isBinary) throw new MalformedFrame("A frame is binary.");
      const frame = readFrame(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
      this.#charge(data.length, frame);
      if (!this.#dismissed) this.#dispatch(frame, data.length);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Too much is slowed, so that nothing honest is lost; who never stops is sent away. */
  #charge(bytes: number, { type }: ClientFrame): void {
    const extra = type === "step1" || type === "auth" ? EXTRA_BYTES[type] : 0;
    const wait = this.#budget.charge(bytes + extra, performance.now());
    if (wait === "abusive") {
      this.log.info({ correlationId: this.correlationId }, "socket sends without end");
      this.close(CloseCode.policy, "TOO_FAST");
    } else if (wait > 0) {
      this.socket.pause();
      clearTimeout(this.#slowed ?? undefined);
      this.#slowed = setTimeout(() => this.#readOn(), wait);
    }
  }

  #readOn(): void {
    if (this.#slowed === null) return;
    clearTimeout(this.#slowed);
    this.#slowed = null;
    this.#lastHeard = Date.now();
    this.socket.resume();
  }

  /** Whatever one socket sends, it ends there: the process and everybody else go on. */
  #failed(error: unknown): void {
    const { correlationId } = this;
    if (error instanceof MalformedFrame) {
      this.log.info({ correlationId, reason: error.message }, "malformed frame");
      this.close(CloseCode.invalidPayload, "MALFORMED_FRAME");
    } else {
      this.log.error({ correlationId, err: error }, "frame failed");
      this.close(CloseCode.invalidPayload, "FRAME_FAILED");
    }
  }

  #dispatch(frame: ClientFrame, bytes: number): void {
    if (frame.type === "pong") return;
    if (frame.type === "close") {
      this.endDocument(frame.document);
      this.#documents.delete(frame.document);
      return;
    }
    const document = this.#documents.get(frame.document) ?? this.#open(frame.document);
    if (!document) return;
    if (document.awaitsToken) this.#takeAhead(document, frame, bytes);
    else this.#take(document, frame);
  }

  #open(name: string): Document | null {
    if (this.#documents.size >= MAX_DOCUMENTS) {
      this.close(CloseCode.policy, "TOO_MANY_DOCUMENTS");
      return null;
    }
    const document: Document = { name, awaitsToken: true, attachment: null, admitting: false, waiting: [] };
    this.#documents.set(name, document);
    return document;
  }

  /**
   * The stock provider sends what it wrote while it had no socket with the first word it hears from us, a ping
   * perhaps, and what is written until its token is found at once.
   */
  #takeAhead(document: Document, frame: DocumentFrame, bytes: number): void {
    if (frame.type === "auth") {
      document.awaitsToken = false;
      void this.#authenticate(document, frame.token);
      return;
    }
    this.#bytesAhead += bytes;
    if (this.#bytesAhead <= MAX_BYTES_AHEAD) this.#wait(document, frame);
    else this.close(CloseCode.policy, "TOO_MUCH_AHEAD_OF_TOKEN");
  }

  #take(document: Document, frame: DocumentFrame): void {
    const { admitting, attachment, waiting } = document;
    if (!admitting && !attachment?.room.rebuilding && waiting.length === 0) this.#handle(document, frame);
    else this.#wait(document, frame);
  }

  #handle(document: Document, frame: DocumentFrame): void {
    if (frame.type === "auth") void this.#authenticate(document, frame.token);
    else document.attachment?.handle(frame);
  }

  #wait(document: Document, frame: DocumentFrame): void {
    if (document.waiting.length >= MAX_WAITING_FRAMES) {
      this.close(CloseCode.policy, "TOO_MANY_WAITING_FRAMES");
      return;
    }
    document.waiting.push(frame);
    if (document.waiting.length === 1) this.#catchUpAfterRebuild(document);
  }

  /**
   * The stock provider may send a token twice, with edits in between: whoever is seated stays so, with what is
   * theirs to come.
   */
  async #authenticate(document: Document, token: string): Promise<void> {
    document.admitting = true;
    try {
      const attachment = await this.admit(document.name, token, this);
      // Meanwhile the socket may have gone, or the client have left the document.
      const isWanted = this.#isOpen(document) && this.socket.readyState === this.socket.OPEN;
      if (attachment && (attachment.refused || !isWanted)) this.#end(attachment);
      else if (attachment) document.attachment = attachment;
      else if (isWanted) this.endDocument(document.name);
    } catch (error) {
      this.log.error({ correlationId: this.correlationId, err: error }, "admission failed");
      this.close(CloseCode.tryAgainLater, "ADMISSION_FAILED");
    }
    document.admitting = false;
    this.#catchUp(document);
  }

  #isOpen(document: Document): boolean {
    return this.#documents.get(document.name) === document;
  }

  /** What waited for somebody who was refused is dropped, up to the next token. */
  #catchUp(document: Document): void {
    const { waiting } = document;
    while (!document.admitting && !document.attachment?.room.rebuilding && this.#isOpen(document)) {
      const frame = waiting.shift();
      if (!frame || this.#dismissed) return;
      this.#guarded(() => this.#handle(document, frame));
    }
    this.#catchUpAfterRebuild(document);
  }

  #catchUpAfterRebuild(document: Document): void {
    const rebuilding = document.admitting ? null : document.attachment?.room.rebuilding;
    if (rebuilding && document.waiting.length > 0) void rebuilding.then(() => this.#catchUp(document));
  }

  #guarded(handle: () => void): void {
    try {
      handle();
    } catch (error) {
      this.#failed(error);
    }
  }

  #beat(): void {
    if (this.#slowed === null && Date.now() - this.#lastHeard > SILENT_AFTER_MS) this.socket.terminate();
    else this.write(ping);
  }

  #closed(): void {
    this.#endHeartbeat();
    clearTimeout(this.#slowed ?? undefined);
    for (const name of this.#documents.keys()) this.endDocument(name);
    this.#documents.clear();
  }
}
