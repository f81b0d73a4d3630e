import { parseClientMessage, type ReadOnlyReason, type ServerMessage, type SyncScope } from "@tavolo/schema";
import {
  clientIdTaken,
  editIncomplete,
  editLost,
  malformedUpdate,
  seatChanged,
  TavoloError,
} from "../../errors.ts";
import type { Lacking } from "../gate/check-update.ts";
import { MalformedUpdate } from "../gate/read-update.ts";
import type { RoomDocument } from "../rooms/room-document.ts";
import type { Room } from "../rooms/room.ts";
import type { StoredAnswer } from "../rooms/stored-document.ts";
import type { BoardActor } from "../sync-engine.ts";
import { type ClientFrame, MalformedFrame } from "../wire/read-frame.ts";
import { socketFrame } from "../wire/socket-frame.ts";
import { awarenessFrame, closeFrame, statelessFrame, step1Frame, step2Frame } from "../wire/write-frame.ts";
import * as Y from "yjs";
import type { Connection } from "./connection.ts";
import { UnsettledEdits } from "./unsettled-edits.ts";

/** WebSocket’s code for "try again later". */
const TRY_AGAIN_LATER = 1013;

/** What an attachment asks of the socket it is on. */
type AttachedConnection = Pick<Connection, "write" | "writeDocument" | "hold" | "release" | "close">;

/** Answers in a row that still leave a gap: an honest client’s first answer leaves none. */
const MAX_GAPS = 3;

/** One board on one socket, once its sender is known: what arrives goes to the room, what the room says goes out. */
export class Attachment {
  /** True once the client has the document, so that later edits reach it in order. */
  hasDocument = false;
  /** Called when the client says that it has sent all it had. */
  onFlushed: (() => void) | null = null;
  /** Told to go; perhaps before the connection knew of it. */
  refused = false;
  #ended = false;
  #held: Buffer[] | null = null;
  /** Updates that built on something unknown: acknowledged with the step 2 that brings it. */
  readonly #unsettled = new UnsettledEdits();
  /** Whose bindings stand for the document for which the client was asked and has not answered yet: a rebuild has others. */
  #askedFor: RoomDocument["bindings"] | null = null;
  /** Answers in a row that left a gap. */
  #gaps = 0;

  constructor(
    readonly room: Room,
    public actor: BoardActor,
    private readonly connection: AttachedConnection,
    private readonly end: () => void,
    private right: { stop(): void },
  ) {}

  get scope(): SyncScope {
    return this.readOnlyReason === null ? "write" : "read";
  }

  get readOnlyReason(): ReadOnlyReason | null {
    if (this.actor.role === "observer") return "OBSERVER";
    const { state, archived } = this.room.standing;
    if (archived) return "ARCHIVED";
    return state === "frozen" ? "FROZEN" : null;
  }

  /** Says who one is here and how the board stands. */
  welcome(presenceId: string): void {
    const { standing, generation } = this.room;
    const { participantId, role } = this.actor;
    this.tell({
      type: "welcome",
      participantId,
      presenceId,
      role,
      scope: this.scope,
      readOnlyReason: this.readOnlyReason,
      state: standing.state,
      editing: standing.editing,
      display: standing.display,
      generation,
    });
  }

  /** Goes on under the right that a further token gave: what is owed to its client stays owed. */
  readmit(actor: BoardActor, right: { stop(): void }): void {
    this.right.stop();
    this.right = right;
    this.accessChanged(actor);
  }

  /** Follows what was read of the right afresh. */
  accessChanged(actor: BoardActor): void {
    // Another seat’s edits are another participant’s: this copy of the document is bound to the first.
    if (actor.participantId !== this.actor.participantId) return this.refuse(seatChanged());
    const { role } = this.actor;
    this.actor = actor;
    if (actor.role !== role) this.#tellAccess();
  }

  /** Follows a freeze or a reopening at once. */
  stateChanged(reason: string): void {
    this.tell({ type: "state", state: this.room.standing.state, reason, by: null });
    this.#tellAccess();
  }

  /** Follows into the archive and out of it at once. */
  archiveChanged(): void {
    this.#tellAccess();
  }

  #tellAccess(): void {
    const { scope, readOnlyReason } = this;
    this.tell({ type: "access", role: this.actor.role, scope, readOnlyReason });
  }

  /** Sends the whole socket away; the provider comes back by itself and is checked afresh. */
  reconnect(): void {
    this.connection.close(TRY_AGAIN_LATER, "RECONNECT");
  }

  /** Takes one decoded frame. The room is not being rebuilt when this is called. */
  handle(frame: Exclude<ClientFrame, { type: "auth" | "pong" | "close" }>): void {
    switch (frame.type) {
      case "step1":
        decoded(() => Y.decodeStateVector(frame.stateVector));
        this.room.join(this, frame.stateVector);
        return;
      case "step2":
      case "update":
        this.#edit(frame);
        return;
      case "awareness":
        this.#present(frame.update);
        return;
      case "queryAwareness":
        this.send(awarenessFrame(this.room.documentName, this.room.presence.all()));
        return;
      case "stateless":
        this.#listen(frame.payload);
    }
  }

  /** Answers step 1 with what is committed, and asks for what the server lacks. */
  sendDocument(update: Uint8Array): void {
    if (!this.#ended) this.connection.writeDocument(socketFrame(step2Frame(this.room.documentName, update)));
    this.hasDocument = true;
    this.askAgain();
  }

  /** The same from the stored document. */
  sendStored({ document, edits, stateVector }: StoredAnswer): void {
    this.connection.hold();
    try {
      if (!this.#ended) this.connection.writeDocument(document);
      this.hasDocument = true;
      this.#askedFor = this.room.known.bindings;
      // Before the edits: whoever answers behind them would send them back to us.
      this.send(step1Frame(this.room.documentName, stateVector));
      for (const edit of edits) this.write(edit);
    } finally {
      this.connection.release();
    }
  }

  /** Asks the client for everything the server does not hold. */
  askAgain(): void {
    this.#askedFor = this.room.known.bindings;
    this.send(step1Frame(this.room.documentName, Y.encodeStateVector(this.room.content.doc)));
  }

  tell(message: ServerMessage): void {
    this.send(statelessFrame(this.room.documentName, message));
  }

  /** Ends the attachment: what happened, then the provider’s own goodbye. */
  refuse(error: TavoloError): void {
    this.refused = true;
    this.tell({ type: "refused", code: error.code, message: error.message });
    this.send(closeFrame(this.room.documentName, error.code));
    this.end();
  }

  send(frame: Uint8Array): void {
    this.write(socketFrame(frame));
  }

  /** Sends what is framed for the line already, such as what all at the board get. */
  write(frames: Buffer): void {
    if (this.#ended) return;
    if (this.#held) this.#held.push(frames);
    else this.connection.write(frames);
  }

  /** Keeps back what is sent from now on, until it is released as one buffer. */
  hold(): void {
    this.#held ??= [];
  }

  release(): void {
    const held = this.#held;
    this.#held = null;
    if (held && held.length > 0 && !this.#ended) this.connection.write(Buffer.concat(held));
  }

  /** Nothing is sent from now on. */
  stop(): void {
    this.#ended = true;
    this.right.stop();
    this.onFlushed?.();
  }

  #edit({ type, update }: { type: "step2" | "update"; update: Uint8Array }): void {
    const isAnswer = type === "step2" && this.#askedFor === this.room.known.bindings;
    if (type === "step2") this.#askedFor = null;
    const settles = { messages: 1 };
    const verdict = this.#judge(update, settles);
    if (verdict === null) return;
    if (verdict.kind === "refused") {
      this.refuse(verdict.refusal);
    } else if (verdict.kind === "incomplete") {
      this.#await(verdict.lacking);
      if (type === "step2" || this.#askedFor !== this.room.known.bindings) this.#askForRest(isAnswer);
    } else {
      if (type === "step2") this.#settle(settles, isAnswer);
      if (verdict.kind === "accepted") return;
      // It may repeat what is not committed yet: another window of the same person sent it a moment ago.
      this.room.whenSafe({
        safe: () => this.#acknowledge(settles.messages),
        again: () => this.#askFor(settles.messages),
      });
    }
  }

  /** A step 2 brings all the client has, so it settles what was incomplete before it, where it truly brings that. */
  #settle(settles: { messages: number }, isAnswer: boolean): void {
    // Who joins has nothing unsettled: no reason to bring the document back.
    if (this.#unsettled.messages > 0 && !this.#unsettled.areIn(this.room.content.doc)) {
      this.#askForRest(isAnswer);
      return;
    }
    settles.messages += this.#unsettled.messages;
    this.#unsettled.clear();
    this.#gaps = 0;
  }

  /** An update that comes while an answer is awaited stands in that answer too. */
  #await(lacking: Lacking): void {
    this.#unsettled.add(lacking);
    if (this.#unsettled.areTooMany) this.refuse(editIncomplete());
  }

  /**
   * Asks for what an incomplete edit builds on. An honest answer leaves no gap, unless the document was rebuilt since
   * it was asked for, and lost what the answer builds on.
   */
  #askForRest(isAnswer: boolean): void {
    if (isAnswer) this.#gaps += 1;
    if (this.#gaps >= MAX_GAPS) this.refuse(editIncomplete());
    else this.askAgain();
  }

  #judge(update: Uint8Array, settles: { readonly messages: number }) {
    try {
      return this.room.receive(update, this.actor, {
        from: this,
        committed: () => this.#acknowledge(settles.messages),
        refused: (error) => this.refuse(error instanceof TavoloError ? error : editLost()),
        resend: () => this.#askFor(settles.messages),
      });
    } catch (error) {
      if (!(error instanceof MalformedUpdate)) throw error;
      this.refuse(malformedUpdate());
      return null;
    }
  }

  /** Wants everything again; the step 2 that brings it settles these messages too. */
  #askFor(settles: number): void {
    this.#unsettled.messages += settles;
    this.askAgain();
  }

  #acknowledge(messages: number): void {
    for (let sent = 0; sent < messages; sent++) this.write(this.room.acknowledgement);
  }

  #present(update: Uint8Array): void {
    const { room, actor } = this;
    const belongsToOthers = (clientId: number) =>
      (room.known.bindings.get(clientId) ?? actor.participantId) !== actor.participantId;
    // Whoever announces what somebody else has written under would have their own edits taken for known.
    const answer = decoded(() => room.presence.receive(this, update, belongsToOthers));
    if (answer === "taken") this.refuse(clientIdTaken());
  }

  #listen(payload: string): void {
    if (parseClientMessage(payload)?.type === "flushed") this.onFlushed?.();
  }
}

/** What does not decode makes the frame malformed, as if it had been cut short. */
function decoded<T>(read: () => T): T {
  try {
    return read();
  } catch {
    throw new MalformedFrame("The content of the frame does not decode.");
  }
}
