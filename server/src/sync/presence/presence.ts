import { randomUUID } from "node:crypto";
import {
  authorAs,
  type BoardDisplay,
  PRESENCE_COLOURS,
  type ShownGroup,
  type StakeholderGroup,
} from "@tavolo/schema";
import type { PresenceEntry } from "../sync-engine.ts";
import { type AwarenessEntry, readAwareness, writeAwareness } from "./awareness-update.ts";

/** Presence goes out at most this often: twenty times a second looks live, and thirty people fit in one frame. */
const COALESCE_MS = 50;

/**
 * A browser forgets whoever it has not heard of for 30 s, and a window in the background says nothing for a
 * minute: while its socket is open, we say that somebody is still here.
 */
const STILL_HERE_MS = 12_000;

/** A caret and an item fit many times; more is not presence. */
const MAX_STATE_BYTES = 4096;

/** Who a connection is, before the display policy. */
export interface PresentPerson {
  readonly participantId: string;
  readonly displayName: string;
  readonly stakeholderGroup: StakeholderGroup | null;
}

type MergedGroups = ReadonlyMap<StakeholderGroup, ShownGroup>;

interface Seat {
  readonly presenceId: string;
  readonly person: PresentPerson;
  client: { id: number; clock: number; state: AwarenessEntry["state"] } | null;
}

/**
 * Who is on a board and where: one state a connection, under an identity the server sets. Where the board
 * hides names a state carries a server-made id, no name and no caret.
 */
export class Presence {
  readonly #seats = new Map<object, Seat>();
  readonly #changed = new Map<number, AwarenessEntry>();
  #timer: NodeJS.Timeout | null = null;
  readonly #stillHere = setInterval(() => this.#repeat(), STILL_HERE_MS).unref();

  constructor(
    private display: BoardDisplay,
    private mergedGroups: MergedGroups,
    private readonly send: (update: Uint8Array) => void,
    private readonly publish: (entries: readonly PresenceEntry[]) => void,
  ) {}

  /** Seats a connection; answers the id others know it by. */
  enter(connection: object, person: PresentPerson, mergedGroups: MergedGroups): string {
    const presenceId = randomUUID();
    this.mergedGroups = mergedGroups;
    this.#seats.set(connection, { presenceId, person, client: null });
    this.#schedule();
    return presenceId;
  }

  leave(connection: object): void {
    const seat = this.#seats.get(connection);
    if (!seat) return;
    this.#seats.delete(connection);
    this.#vacate(seat);
    this.#schedule();
  }

  /** Takes a connection’s own state; entries about other clients are dropped. Throws when it does not decode. */
  receive(connection: object, update: Uint8Array, mayUse: (clientId: number) => boolean): void {
    const seat = this.#seats.get(connection);
    if (!seat) return;
    for (const { clientId, clock, state } of readAwareness(update)) {
      if (!mayUse(clientId) || this.#takenByOther(seat, clientId)) continue;
      if (seat.client?.id === clientId && clock < seat.client.clock) continue;
      if (state && Buffer.byteLength(JSON.stringify(state)) > MAX_STATE_BYTES) continue;
      if (seat.client && seat.client.id !== clientId) this.#vacate(seat);
      seat.client = { id: clientId, clock, state };
      this.#tell(seat);
    }
    this.#schedule();
  }

  /** Everyone’s state, for someone who just came. */
  all(): Uint8Array {
    return writeAwareness([...this.#seats.values()].flatMap((seat) => this.#shown(seat) ?? []));
  }

  /** Shows everyone anew after the display policy or the groups changed. */
  show(display: BoardDisplay, mergedGroups: MergedGroups = this.mergedGroups): void {
    this.display = display;
    this.mergedGroups = mergedGroups;
    this.#repeat();
  }

  entries(): PresenceEntry[] {
    return [...this.#seats.values()].map((seat) => {
      const { displayName, group } = this.#author(seat);
      const editing = seat.client?.state?.["editing"];
      return {
        presenceId: seat.presenceId,
        participantId: seat.person.participantId,
        displayName,
        group,
        colour: this.#colour(seat),
        editing: this.display !== "anonymous" && typeof editing === "string" ? editing : null,
      };
    });
  }

  close(): void {
    clearInterval(this.#stillHere);
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** Says everybody’s state anew; a higher clock makes clients take it. */
  #repeat(): void {
    if (this.#seats.size === 0) return;
    for (const seat of this.#seats.values()) {
      if (!seat.client) continue;
      seat.client.clock += 1;
      this.#tell(seat);
    }
    this.#schedule();
  }

  #tell(seat: Seat): void {
    const shown = this.#shown(seat);
    if (shown) this.#changed.set(shown.clientId, shown);
  }

  #author(seat: Seat) {
    return authorAs(this.display, seat.person, this.mergedGroups);
  }

  /** A person keeps their colour where the board shows people; elsewhere it must not tie visits together. */
  #colour(seat: Seat): number {
    const key = this.display === "named" ? seat.person.participantId : seat.presenceId;
    return (Number.parseInt(key.replaceAll("-", "").slice(-6), 16) % PRESENCE_COLOURS) + 1;
  }

  #shown(seat: Seat): AwarenessEntry | null {
    if (!seat.client) return null;
    const { id, clock, state } = seat.client;
    if (state === null) return { clientId: id, clock, state };
    const { displayName, group } = this.#author(seat);
    const user = { id: seat.presenceId, name: displayName, group, colour: this.#colour(seat) };
    return { clientId: id, clock, state: this.display === "anonymous" ? { user } : { ...state, user } };
  }

  #takenByOther(seat: Seat, clientId: number): boolean {
    for (const other of this.#seats.values())
      if (other !== seat && other.client?.id === clientId) return true;
    return false;
  }

  #vacate(seat: Seat): void {
    if (!seat.client) return;
    this.#changed.set(seat.client.id, {
      clientId: seat.client.id,
      clock: seat.client.clock + 1,
      state: null,
    });
    seat.client = null;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const changed = [...this.#changed.values()];
      this.#changed.clear();
      if (changed.length > 0) this.send(writeAwareness(changed));
      this.publish(this.entries());
    }, COALESCE_MS);
  }
}
