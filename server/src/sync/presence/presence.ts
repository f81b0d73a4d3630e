import { randomUUID } from "node:crypto";
import {
  authorAs,
  type BoardDisplay,
  PRESENCE_COLOURS,
  type ShownGroup,
  type StakeholderGroup,
} from "@tavolo/schema";
import * as Y from "yjs";
import { SharedTimer } from "../shared-timer.ts";
import type { PresenceEntry } from "../sync-engine.ts";
import { type AwarenessEntry, readAwareness, readState, writeAwareness } from "./awareness-update.ts";
import { readWhereabouts, type Whereabouts } from "./whereabouts.ts";

/** Presence goes out at most this often: twenty times a second looks live, and thirty people fit in one frame. */
const COALESCE_MS = 50;

/**
 * A browser forgets whoever it has not heard of for 30 s, and a window in the background says nothing for a
 * minute: while its socket is open, we say that somebody is still here.
 */
const STILL_HERE_MS = 12_000;

const stillHere = new SharedTimer(STILL_HERE_MS);

/** A caret and an item fit many times; more is not presence. */
const MAX_STATE_BYTES = 4096;

/** A connection has one client id, and another where its document was made anew; more are somebody who tries. */
const MAX_ANNOUNCED_IDS = 8;

/** Ids made for those who have been here; clients forget the oldest of them long before we do. */
const REMEMBERED_IDS = 10_000;

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
  readonly colour: number;
  /** Stands for the connection in what others receive: its own client id would tie a person to what they wrote. */
  readonly shownClientId: number;
  clock: number;
  /** The client id that the connection announced as its own. */
  announced: number | null;
  /** How many client ids it has announced so far. */
  announcements: number;
  where: Whereabouts | null;
}

/**
 * Who is on a board and where: one state a connection, under an identity and a client id the server makes.
 * Carets are shown where names are; an anonymous board shows that somebody is there and nothing else.
 */
export class Presence {
  readonly #seats = new Map<object, Seat>();
  /** Whose state is to be told, those who left included. */
  readonly #changed = new Set<Seat>();
  /** Whether who is here, or what they edit, is to be told; a caret that moves is not. */
  #peopleChanged = false;
  /** Of everybody who has been here: the stock provider repeats what it heard of them, as if it were its own. */
  readonly #shownClientIds = new Set<number>();
  #timer: NodeJS.Timeout | null = null;
  readonly #endRepeating = stillHere.add(() => this.#repeat());

  constructor(
    private display: BoardDisplay,
    private mergedGroups: MergedGroups,
    private readonly send: (update: Uint8Array) => void,
    private readonly publish: (entries: readonly PresenceEntry[]) => void,
  ) {}

  /** Seats a connection, once; answers the id others know it by. */
  enter(connection: object, person: PresentPerson, mergedGroups: MergedGroups): string {
    const seat = this.#seats.get(connection);
    if (seat) return seat.presenceId;
    const presenceId = randomUUID();
    this.mergedGroups = mergedGroups;
    const colour = this.#freeColour(person, presenceId);
    const shownClientId = new Y.Doc().clientID;
    this.#shownClientIds.add(shownClientId);
    const [oldest] = this.#shownClientIds;
    if (this.#shownClientIds.size > REMEMBERED_IDS) this.#shownClientIds.delete(oldest!);
    this.#seats.set(connection, {
      presenceId,
      person,
      colour,
      shownClientId,
      clock: 1,
      announced: null,
      announcements: 0,
      where: null,
    });
    this.#peopleChanged = true;
    this.#schedule();
    return presenceId;
  }

  leave(connection: object): void {
    const seat = this.#seats.get(connection);
    if (!seat) return;
    this.#seats.delete(connection);
    seat.where = null;
    this.#changed.add(seat);
    this.#peopleChanged = true;
    this.#schedule();
  }

  /**
   * Takes a connection’s own state; what it says of other clients is dropped. Answers “taken” where it announces an
   * id that `belongsToOthers`. Throws when it does not decode.
   */
  receive(
    connection: object,
    update: Uint8Array,
    belongsToOthers: (clientId: number) => boolean,
  ): "taken" | null {
    const seat = this.#seats.get(connection);
    if (!seat) return null;
    for (const entry of readAwareness(update)) {
      const { clientId, json } = entry;
      if (clientId !== seat.announced) {
        if (belongsToOthers(clientId)) return "taken";
        if (!this.#isNew(clientId) || seat.announcements >= MAX_ANNOUNCED_IDS) continue;
      }
      if (json.length > MAX_STATE_BYTES) continue;
      const state = readState(entry);
      if (clientId !== seat.announced) {
        // It tells that somebody else has left.
        if (state === null) continue;
        seat.announced = clientId;
        seat.announcements += 1;
      }
      const { where } = seat;
      seat.where = state && readWhereabouts(state);
      this.#changed.add(seat);
      this.#peopleChanged ||= where?.editing !== seat.where?.editing;
    }
    this.#schedule();
    return null;
  }

  /** The participant on whose connection a client id was announced; null while on none. */
  participantOf(clientId: number): string | null {
    for (const { announced, person } of this.#seats.values())
      if (announced === clientId) return person.participantId;
    return null;
  }

  /** Everyone’s state, for someone who just came. */
  all(): Uint8Array {
    return writeAwareness(
      [...this.#seats.values()].filter(({ where }) => where).map((seat) => this.#shown(seat)),
    );
  }

  /** Shows everyone anew after the display policy or the groups changed. */
  show(display: BoardDisplay, mergedGroups: MergedGroups = this.mergedGroups): void {
    this.display = display;
    this.mergedGroups = mergedGroups;
    this.#peopleChanged = true;
    this.#repeat();
  }

  entries(): PresenceEntry[] {
    return [...this.#seats.values()].map((seat) => {
      const { displayName, group } = this.#author(seat);
      return {
        presenceId: seat.presenceId,
        participantId: seat.person.participantId,
        displayName,
        group,
        colour: seat.colour,
        editing: this.display === "anonymous" ? null : (seat.where?.editing ?? null),
      };
    });
  }

  close(): void {
    this.#endRepeating();
    if (this.#timer) clearTimeout(this.#timer);
  }

  /** Says everybody’s state anew. */
  #repeat(): void {
    if (this.#seats.size === 0) return;
    for (const seat of this.#seats.values()) if (seat.where) this.#changed.add(seat);
    this.#schedule();
  }

  #author(seat: Seat) {
    return authorAs(this.display, seat.person, this.mergedGroups);
  }

  #shown(seat: Seat): AwarenessEntry {
    const { shownClientId: clientId, clock, where } = seat;
    if (where === null) return { clientId, clock, state: null };
    const { displayName, group } = this.#author(seat);
    const user = { id: seat.presenceId, name: displayName, group, colour: seat.colour };
    const { focus, editing } = where;
    const shown = { named: { focus, editing }, group: { focus: null, editing }, anonymous: {} }[this.display];
    return { clientId, clock, state: { ...shown, user } };
  }

  /** Neither announced by anybody nor made here, for those at the board and those who have left. */
  #isNew(clientId: number): boolean {
    return !this.#shownClientIds.has(clientId) && this.participantOf(clientId) === null;
  }

  /** A person’s own colour where people are shown, the next free one where somebody at the board has it. */
  #freeColour(person: PresentPerson, presenceId: string): number {
    const seats = [...this.#seats.values()];
    const elsewhere = seats.find((seat) => seat.person.participantId === person.participantId);
    // Elsewhere than on a named board one colour must not tie two windows together.
    if (elsewhere && this.display === "named") return elsewhere.colour;
    const key = this.display === "named" ? person.participantId : presenceId;
    const first = Number.parseInt(key.replaceAll("-", "").slice(-6), 16);
    const taken = new Set(seats.map(({ colour }) => colour));
    const colours = Array.from(
      { length: PRESENCE_COLOURS },
      (_, step) => ((first + step) % PRESENCE_COLOURS) + 1,
    );
    return colours.find((colour) => !taken.has(colour)) ?? (first % PRESENCE_COLOURS) + 1;
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      const changed = [...this.#changed];
      this.#changed.clear();
      // A higher clock makes clients take it.
      for (const seat of changed) seat.clock += 1;
      if (changed.length > 0) this.send(writeAwareness(changed.map((seat) => this.#shown(seat))));
      if (!this.#peopleChanged) return;
      this.#peopleChanged = false;
      this.publish(this.entries());
    }, COALESCE_MS);
  }
}
