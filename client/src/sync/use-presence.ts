import type { ClientAwareness, PresenceFocus, PresenceUser, ShownGroup } from "@tavolo/schema";
import { onScopeDispose, shallowReactive, shallowReadonly, shallowRef, type ShallowRef, watch } from "vue";
import type { Awareness } from "y-protocols/awareness";

/** Where somebody else is on the board. */
export interface RemoteFocus {
  readonly person: PresenceUser;
  readonly clientId: number;
  /** The field they are in, and the two ends of their selection; null while they only stand on the item. */
  readonly field: string | null;
  readonly anchor: unknown;
  readonly head: unknown;
  /** They are writing in it. */
  readonly editing: boolean;
}

/** Who is here, and where. */
export interface Presence {
  /** Everybody else, each person once however many windows they have open. */
  readonly people: Readonly<ShallowRef<readonly PresenceUser[]>>;
  /** By item id; a note’s row depends on its own entry alone. */
  readonly focusOn: ReadonlyMap<string, readonly RemoteFocus[]>;
  /** Tells the others where I am; at most once per frame. */
  moveTo(focus: PresenceFocus | null, editing?: boolean): void;
}

interface PresenceOptions {
  readonly awareness: Awareness;
  /** My own id as the server gives it to others, so that my other windows are not shown as somebody else. */
  readonly ownId: () => string | null;
}

/** Follows the others on the board and tells them where this person is. */
export function usePresence({ awareness, ownId }: PresenceOptions): Presence {
  const people = shallowRef<readonly PresenceUser[]>([]);
  const focusOn = shallowReactive(new Map<string, readonly RemoteFocus[]>());
  let frame = 0;
  let ownFrame = 0;
  let own: ClientAwareness = { focus: null, editing: null };

  function read(): void {
    frame = 0;
    const me = ownId();
    const present = new Map<string, PresenceUser>();
    const found = new Map<string, RemoteFocus[]>();
    for (const [clientId, state] of awareness.getStates()) {
      if (clientId === awareness.clientID) continue;
      const person = readPerson(state.user);
      // The server sends this person back under an id of its own making; who that is, the welcome says.
      if (!person || me === null || person.id === me) continue;
      present.set(person.id, person);
      const focus = readFocus(state.focus);
      const editing: unknown = state.editing;
      const itemId = focus?.itemId ?? (typeof editing === "string" ? editing : null);
      if (itemId === null) continue;
      const entry: RemoteFocus = {
        person,
        clientId,
        field: focus?.field ?? null,
        anchor: focus?.anchor ?? null,
        head: focus?.head ?? null,
        editing: editing === itemId,
      };
      found.set(itemId, [...(found.get(itemId) ?? []), entry]);
    }
    if (!samePeople(people.value, [...present.values()])) people.value = [...present.values()];
    for (const itemId of focusOn.keys()) if (!found.has(itemId)) focusOn.delete(itemId);
    for (const [itemId, focus] of found) focusOn.set(itemId, focus);
  }

  const changed = () => {
    frame ||= requestAnimationFrame(read);
  };
  awareness.on("change", changed);
  watch(ownId, changed);
  // Being here is told at once, before there is any place to tell of.
  awareness.setLocalState(own);
  read();

  onScopeDispose(() => {
    cancelAnimationFrame(frame);
    cancelAnimationFrame(ownFrame);
    awareness.off("change", changed);
  });

  return {
    people: shallowReadonly(people),
    focusOn,
    moveTo(focus, editing = false) {
      own = { focus, editing: editing && focus ? focus.itemId : null };
      ownFrame ||= requestAnimationFrame(() => {
        ownFrame = 0;
        awareness.setLocalState(own);
      });
    },
  };
}

function samePeople(before: readonly PresenceUser[], after: readonly PresenceUser[]): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

function readPerson(user: unknown): PresenceUser | null {
  if (typeof user !== "object" || user === null || !("id" in user) || typeof user.id !== "string")
    return null;
  const { name, group, colour } = user as Record<string, unknown>;
  return {
    id: user.id,
    name: typeof name === "string" ? name : null,
    group: typeof group === "string" ? (group as ShownGroup) : null,
    colour: typeof colour === "number" ? colour : 6,
  };
}

function readFocus(focus: unknown): PresenceFocus | null {
  if (typeof focus !== "object" || focus === null) return null;
  const { itemId, field, anchor, head } = focus as Record<string, unknown>;
  if (typeof itemId !== "string") return null;
  return {
    itemId,
    field: typeof field === "string" ? field : "",
    anchor: anchor ?? null,
    head: head ?? null,
  };
}
