import {
  admits,
  boardCondition,
  can,
  type Content,
  type Fields,
  isItemRef,
  rawItem,
  readItem,
  type RefusalCode,
  textTolerance,
} from "@tavolo/schema";
import * as Y from "yjs";
import {
  boardFrozen,
  boardFull,
  contentRefused,
  forbidden,
  inArchive,
  insufficientScope,
  notOwner,
  type TavoloError,
} from "../../errors.ts";
import { mayOnlyRead } from "../../people/viewer.ts";
import type { BoardStanding } from "../rooms/board-standing.ts";
import type { RoomDocument } from "../rooms/room-document.ts";
import type { BoardActor } from "../sync-engine.ts";
import type { Presence } from "../presence/presence.ts";
import type { GateQuestions } from "./check-update.ts";
import type { Place } from "./place.ts";

/** What someone does to an item; with the item’s name it is an action of the policy table. */
export type ContentVerb = "add" | "edit" | "move" | "remove" | "restore";

/** Fields that say where an item stands; setting them is a move, not an edit. */
const PLACING_FIELDS = new Set(["section", "rank", "position"]);

/** The rights of one actor on one board now: asked by the gate for a socket’s edit and by the guarded editor. */
export class BoardRights implements GateQuestions {
  constructor(
    private readonly content: Pick<RoomDocument, "board" | "doc" | "ledger" | "bindings">,
    private readonly standing: BoardStanding,
    private readonly closing: boolean,
    private readonly actor: BoardActor,
    private readonly presence: Pick<Presence, "participantOf">,
    private readonly isFull: () => boolean = () => false,
  ) {}

  boundTo(clientId: number): string | null {
    return this.content.bindings.get(clientId) ?? null;
  }

  claimedBy(clientId: number): string | null {
    return this.presence.participantOf(clientId);
  }

  refuseWrite(place: Place, content: Content | null): TavoloError | null {
    const { board, doc, ledger } = this.content;
    const { root, path, inside } = place;
    const [id, field, key] = path;
    if (!Object.hasOwn(board.collections, root) || id === undefined)
      return forbidden("This part of the board can only be written by the server.");
    if (content && !admits(board, place, content)) return contentRefused();
    const exists = ledger.has(root, id);
    if (field === undefined) {
      // The item’s container itself: written once, with the item.
      return exists ? forbidden("An item that exists cannot be replaced.") : this.refuse(root, "add", null);
    }
    if (!exists) return this.refuse(root, "add", null);
    // A text or map that stands is written in, never put aside: neither for a new one nor for what is deleted already.
    const replaces = !inside && key === undefined && (content === null || isContainer(content));
    if (replaces && rawItem(doc, root, id)?.get(field) instanceof Y.AbstractType) return contentRefused();
    return this.refuse(root, this.#verb(root, field), id);
  }

  refuseDelete(place: Place, content: Content | null): TavoloError | null {
    if (place.path.length < 2) return forbidden("An item can be put in the bin, not deleted.");
    if (isContainer(content)) return contentRefused();
    // What stands may be older than the declaration; taking it away needs the right alone.
    return this.refuseWrite(place, null);
  }

  refuseGrowth(place: Place, by: number): TavoloError | null {
    const { board, doc } = this.content;
    const most = textTolerance(board, place);
    const [id = "", field = ""] = place.path;
    const text = rawItem(doc, place.root, id)?.get(field);
    const standing = text instanceof Y.Text ? text.length : 0;
    if (most !== null && standing + by > most) return contentRefused();
    return this.isFull() ? boardFull() : null;
  }

  /** Null when a text of the item may be this; only a longer one than there is makes a board larger. */
  refuseText(collection: string, id: string, field: string, value: unknown): TavoloError | null {
    const refusal = this.refuse(collection, "edit", id);
    if (refusal || typeof value !== "string") return refusal;
    const text = rawItem(this.content.doc, collection, id)?.get(field);
    const standing = text instanceof Y.Text ? text.length : 0;
    return value.length > standing && this.isFull() ? boardFull() : null;
  }

  /** Null when these fields of the item may become this, whatever each of them counts as. */
  refuseChange(
    collection: string,
    id: string,
    fields: Readonly<Record<string, unknown>>,
  ): TavoloError | null {
    const declared: Fields | undefined = this.content.board.collections[collection]?.fields;
    const refusals = Object.entries(fields).map(([name, value]) =>
      declared?.[name]?.shared === "text"
        ? this.refuseText(collection, id, name, value)
        : this.refuse(collection, this.#verb(collection, name), id),
    );
    return refusals.find((refusal) => refusal !== null) ?? this.refuse(collection, "edit", id);
  }

  /** Null when the actor may do this to the item; `id` null for a new one. */
  refuse(collection: string, verb: ContentVerb, id: string | null): TavoloError | null {
    const { state, archived, stateReason } = this.standing;
    if (mayOnlyRead(this.actor.viewer)) return insufficientScope();
    if (this.closing) return boardFrozen(stateReason);
    const item = this.content.board.collections[collection]?.item;
    if (!item) return forbidden();
    const answer = can(`${item}.${verb}`, {
      role: this.actor.role,
      boardState: boardCondition(state, archived),
      editing: this.standing.editing,
      owns: id === null || this.content.ledger.ownerOf(collection, id) === this.actor.participantId,
    });
    if (answer.allowed) return verb === "add" && this.isFull() ? boardFull() : null;
    const errors: Record<RefusalCode, () => TavoloError> = {
      ARCHIVED: inArchive,
      BOARD_FROZEN: () => boardFrozen(stateReason),
      NOT_OWNER: notOwner,
      FORBIDDEN: forbidden,
    };
    return errors[answer.code]();
  }

  /** The same for a move; an item that takes its members along needs the right to each of them. */
  refuseMove(collection: string, id: string, toSection: unknown): TavoloError | null {
    const refusal = this.refuse(collection, "move", id);
    if (refusal || toSection === undefined) return refusal;
    const { board, doc } = this.content;
    const item = readItem(board, doc, collection, id);
    for (const [list, members] of Object.entries(board.collections[collection]?.members ?? {})) {
      for (const member of idsIn(item?.[list])) {
        const refused = this.refuse(members.collection, "move", member);
        if (refused) return refused;
      }
    }
    return null;
  }

  #verb(collection: string, field: string): ContentVerb {
    if (field === "removed") return "remove";
    const declared = this.content.board.collections[collection]?.fields[field];
    return PLACING_FIELDS.has(field) || (declared && isItemRef(declared)) ? "move" : "edit";
  }
}

const isContainer = (content: Content | null): boolean => content?.kind === "map" || content?.kind === "text";

const idsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.filter((id) => typeof id === "string") : [];
