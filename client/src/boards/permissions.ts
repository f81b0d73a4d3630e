import {
  can,
  type BoardCondition,
  type BoardEditing,
  type Decision,
  type ItemNoun,
  type Role,
} from "@tavolo/schema";

/** What decides about rights on a board that is shown. */
export interface Rights {
  readonly role: Role;
  readonly boardState: BoardCondition;
  readonly editing: BoardEditing;
}

type ItemVerb = "edit" | "move" | "remove" | "restore";

/** Which items, and whether this person made them. */
export interface Permissions {
  /** Adding an item; a note where nothing else is said. */
  add(noun?: ItemNoun): Decision;
  on(noun: ItemNoun, verb: ItemVerb, id: string): Decision;
  /** Saying how far one agrees, taking an indicator on, setting a decided value. */
  decide(what: "voice" | "step" | "decide"): Decision;
  freeze(): Decision;
  reopen(): Decision;
  update(): Decision;
}

const DENIED: Decision = { allowed: false, code: "FORBIDDEN" };

/** Asks the policy table that the server asks too; nothing is allowed before the server has said who one is. */
export function permissionsOf(rights: () => Rights | null, isMine: (id: string) => boolean): Permissions {
  const asked = (ask: (known: Rights) => Decision): Decision => {
    const known = rights();
    return known ? ask(known) : DENIED;
  };
  return {
    add: (noun = "note") => asked((known) => can(`${noun}.add`, known)),
    on: (noun, verb, id) => asked((known) => can(`${noun}.${verb}`, { ...known, owns: isMine(id) })),
    decide: (what) => asked((known) => can(`item.${what}`, known)),
    freeze: () => asked((known) => can("board.freeze", known)),
    reopen: () =>
      asked((known) => can("board.reopen", { ...known, archived: known.boardState === "archived" })),
    update: () => asked((known) => can("board.update", known)),
  };
}
