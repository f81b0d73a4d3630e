import type { ShownGroup } from "../people/stakeholder-groups.ts";

/** Where someone is writing: a field of an item, and the two ends of the selection as Yjs relative positions in JSON. */
export interface PresenceFocus {
  readonly itemId: string;
  readonly field: string;
  readonly anchor: unknown;
  readonly head: unknown;
}

/** What a client tells of itself; the server drops `focus` where a board shows no authors. */
export interface ClientAwareness {
  readonly focus: PresenceFocus | null;
  /** The item being edited. */
  readonly editing: string | null;
}

/** How many colours tell people apart; the colour numbers run from 1 to this. */
export const PRESENCE_COLOURS = 6;

/** Who that is; set by the server as far as the board shows it, whatever a client claims. */
export interface PresenceUser {
  readonly id: string;
  readonly name: string | null;
  readonly group: ShownGroup | null;
  readonly colour: number;
}

/** The awareness state that everybody receives. */
export interface AwarenessState extends ClientAwareness {
  readonly user: PresenceUser;
}
