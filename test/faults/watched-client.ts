import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { documentName, editBoard, newItemId, parseServerMessage, readBoard, swot } from "@tavolo/schema";
import * as Y from "yjs";
import { AnswerPatience } from "../../client/src/sync/answer-patience.ts";
import { meteredSocket } from "../../client/src/sync/metered-socket.ts";
import { retryOptions } from "../../client/src/sync/reconnecting.ts";
import { type SaveStatus, saveStatus } from "../../client/src/sync/save-status.ts";
import { createSyncMeter } from "../../client/src/sync/sync-meter.ts";

type Word = SaveStatus["kind"];

/** What a person would read as “not saved”. */
const notSaved: readonly Word[] = ["unsaved", "offline", "refused"];

/** How long between two marks of somebody who types. */
const TYPES_EVERY_MS = 200;

interface WatchedClientOptions {
  readonly url: string;
  readonly boardId: string;
  readonly token: string;
  /** Comes back after a fixed time, as everybody else who does. */
  readonly inStep?: boolean;
}

const IN_STEP = { delay: 400, minDelay: 400, factor: 1, maxDelay: 400, jitter: false };

/**
 * A participant outside a browser with the client’s own code for meter, patience, word and reconnecting; of the app
 * only the screen and the device’s store are missing.
 */
export class WatchedClient {
  readonly doc = new Y.Doc();
  readonly noteId = newItemId();
  /** When a word came up, by `performance.now()`; the last is the present one. */
  readonly words: { readonly word: Word; readonly at: number }[] = [];
  /** When acknowledgements came. */
  readonly acknowledgements: number[] = [];
  written = 0;
  refused = 0;
  /** When its sockets opened. */
  readonly connections: number[] = [];
  #welcomed = false;
  #tried = false;
  #typing: NodeJS.Timeout | undefined;
  #heard = 0;
  readonly #meter = createSyncMeter(() => this.#assess());
  readonly #patience = new AnswerPatience(() => this.#show());
  readonly #socket: HocuspocusProviderWebsocket;
  readonly #provider: HocuspocusProvider;
  readonly #listeners = new Set<() => void>();

  constructor({ url, boardId, token, inStep = false }: WatchedClientOptions) {
    const retry = (code?: number) => (inStep ? IN_STEP : retryOptions(code));
    this.#socket = new HocuspocusProviderWebsocket({
      url: `${url.replace(/^http/, "ws")}/sync`,
      WebSocketPolyfill: meteredSocket(this.#meter),
      ...retry(),
      onOpen: () => {
        this.#socket["messageQueue"] = [];
        this.connections.push(performance.now());
      },
      onClose: ({ event }) => this.#socket.setConfiguration(retry(event.code)),
    });
    this.#provider = new HocuspocusProvider({
      name: documentName(boardId, 1),
      websocketProvider: this.#socket,
      document: this.doc,
      token,
      flushDelay: 16,
      onStateless: ({ payload }) => {
        const message = parseServerMessage(payload);
        if (message?.type === "refused") this.refused += 1;
        if (message?.type !== "welcome") return;
        this.#welcomed = true;
        this.#tried = true;
        this.#show();
      },
      onClose: () => {
        this.#welcomed = false;
        this.#tried = true;
        this.#show();
      },
    });
    this.doc.on("update", (_update, origin) => {
      if (origin !== this.#provider) this.#meter.held();
    });
    this.#provider.attach();
  }

  get word(): Word {
    return this.words.at(-1)?.word ?? "connecting";
  }

  /** Types a mark every now and then until `stopTyping`. */
  startTyping(): void {
    this.type();
    this.#typing = setInterval(() => this.type(), TYPES_EVERY_MS);
  }

  stopTyping(): void {
    clearInterval(this.#typing);
  }

  read = () => readBoard(swot, this.doc);

  /** Resolves when this word is shown. */
  says(word: Word): Promise<void> {
    return this.#until(() => this.word === word);
  }

  /** Resolves when so many acknowledgements have come. */
  hasAcknowledged(count: number): Promise<void> {
    return this.#until(() => this.acknowledgements.length >= count);
  }

  /** How long after a moment it said “not saved”, in milliseconds; null if it did not. */
  admittedAfter(moment: number, until: number): number | null {
    const before = this.words.findLast(({ at }) => at <= moment);
    if (before && notSaved.includes(before.word)) return 0;
    const said = this.words.find(({ word, at }) => at > moment && at <= until && notSaved.includes(word));
    return said ? said.at - moment : null;
  }

  /** Marks of its own that a board lacks. */
  missingIn(notes: ReadonlyMap<string, string>): number {
    const text = notes.get(this.noteId) ?? "";
    return Array.from({ length: this.written }, (_, mark) => `<${mark}>`).filter(
      (mark) => !text.includes(mark),
    ).length;
  }

  destroy(): void {
    this.stopTyping();
    this.#patience.end();
    this.#provider.destroy();
    this.#socket.destroy();
  }

  #until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = () => {
        if (!holds()) return;
        this.#listeners.delete(check);
        resolve();
      };
      this.#listeners.add(check);
      check();
    });
  }

  /** Writes one mark. */
  type(): void {
    const mark = `<${this.written}>`;
    if (this.written === 0)
      editBoard(swot, this.doc, { origin: "test" }).add("notes", {
        id: this.noteId,
        text: mark,
        section: "S",
        language: "en",
      });
    else {
      const text = this.doc.getMap<Y.Map<Y.Text>>("notes").get(this.noteId)?.get("text");
      text?.insert(text.length, mark);
    }
    this.written += 1;
  }

  #assess(): void {
    const acknowledged = this.#meter.tally?.acknowledged ?? 0;
    if (acknowledged > this.#heard) this.acknowledgements.push(performance.now());
    this.#heard = acknowledged;
    this.#patience.follow(this.#meter);
    this.#show();
  }

  #show(): void {
    const { kind: word } = saveStatus({
      refusedCode: this.refused > 0 ? "REFUSED" : null,
      welcomed: this.#welcomed,
      tried: this.#tried,
      settled: this.#meter.settled,
      overdue: this.#patience.overdue,
      kept: this.#meter.settled ? 0 : 1,
      keeping: false,
      unkept: 0,
      readOnlyReason: null,
    });
    if (word !== this.word || this.words.length === 0) this.words.push({ word, at: performance.now() });
    for (const listener of this.#listeners) listener();
  }
}
