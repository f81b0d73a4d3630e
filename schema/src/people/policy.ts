import type { BoardCondition, BoardEditing, Role } from "./roles.ts";

/** Why something is not allowed: the role, the archive, the state of the board, or whose item it is. */
export type RefusalCode = "FORBIDDEN" | "ARCHIVED" | "BOARD_FROZEN" | "NOT_OWNER";
export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly code: RefusalCode };

interface Rule {
  readonly roles: readonly Role[];
  /** Only while the board is open; what lies in the archive is not. */
  readonly whileOpen?: true;
  /** Only while the project, workshop or board does not lie in the archive. */
  readonly whileInUse?: true;
  /** With editing `own`, contributors only on items they made; moderators on any. */
  readonly onOwn?: true;
}

const moderators: readonly Role[] = ["moderator"];
const writers: readonly Role[] = ["moderator", "contributor"];
const everyone: readonly Role[] = ["moderator", "contributor", "observer"];

/** Who may do what. One table for GraphQL, the socket and the buttons. */
export const RULES = {
  "project.update": { roles: moderators, whileInUse: true },
  "project.archive": { roles: moderators },
  "workshop.create": { roles: moderators, whileInUse: true },
  "workshop.update": { roles: moderators, whileInUse: true },
  "workshop.archive": { roles: moderators },
  "invite.create": { roles: moderators, whileInUse: true },
  "invite.revoke": { roles: moderators },
  "token.create": { roles: moderators },
  "token.revoke": { roles: moderators },
  "moderator.invite": { roles: moderators },
  "moderator.revokeInvite": { roles: moderators },
  "participant.setRole": { roles: moderators },
  "participant.update": { roles: moderators },
  "participant.admit": { roles: moderators },
  "participant.remove": { roles: moderators },
  "participant.readmit": { roles: moderators },
  "organisation.update": { roles: moderators },
  "participant.list": { roles: everyone },

  // A project's own templates: made of shipped ones, worded anew, put into the archive.
  "template.update": { roles: moderators, whileInUse: true },

  "board.create": { roles: moderators, whileInUse: true },
  "board.update": { roles: moderators, whileOpen: true },
  "board.freeze": { roles: moderators, whileOpen: true },
  "board.reopen": { roles: moderators, whileInUse: true },
  // Into the archive and back; also into another workshop, where it takes `board.create` beside it.
  "board.archive": { roles: moderators },
  "board.move": { roles: moderators, whileInUse: true },
  // What is there may be laid out anew, whether it is frozen or archived.
  "board.duplicate": { roles: moderators },
  "board.read": { roles: everyone },
  // A file says nothing that reading does not say, and names people only as the board does.
  "board.export": { roles: everyone },

  // What a group decides about an item: its voices, the steps of an indicator, and what is simply set. Each step says
  // beside this who may take it.
  "item.voice": { roles: writers, whileOpen: true },
  "item.step": { roles: writers, whileOpen: true },
  "item.decide": { roles: moderators, whileOpen: true },

  "note.add": { roles: writers, whileOpen: true },
  "note.edit": { roles: writers, whileOpen: true, onOwn: true },
  "note.move": { roles: writers, whileOpen: true, onOwn: true },
  "note.remove": { roles: writers, whileOpen: true, onOwn: true },
  "note.restore": { roles: writers, whileOpen: true, onOwn: true },

  "cluster.add": { roles: writers, whileOpen: true },
  "cluster.edit": { roles: writers, whileOpen: true, onOwn: true },
  "cluster.move": { roles: writers, whileOpen: true, onOwn: true },
  "cluster.remove": { roles: writers, whileOpen: true, onOwn: true },
  "cluster.restore": { roles: writers, whileOpen: true, onOwn: true },

  "row.add": { roles: writers, whileOpen: true },
  "row.edit": { roles: writers, whileOpen: true, onOwn: true },
  "row.move": { roles: writers, whileOpen: true, onOwn: true },
  "row.remove": { roles: writers, whileOpen: true, onOwn: true },
  "row.restore": { roles: writers, whileOpen: true, onOwn: true },

  "link.add": { roles: writers, whileOpen: true },
  "link.edit": { roles: writers, whileOpen: true, onOwn: true },
  "link.move": { roles: writers, whileOpen: true, onOwn: true },
  "link.remove": { roles: writers, whileOpen: true, onOwn: true },
  "link.restore": { roles: writers, whileOpen: true, onOwn: true },

  "shape.add": { roles: writers, whileOpen: true },
  "shape.edit": { roles: writers, whileOpen: true, onOwn: true },
  "shape.move": { roles: writers, whileOpen: true, onOwn: true },
  "shape.remove": { roles: writers, whileOpen: true, onOwn: true },
  "shape.restore": { roles: writers, whileOpen: true, onOwn: true },
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof RULES;
export const ACTIONS: readonly Action[] = Object.keys(RULES).filter(isAction);

/**
 * What the table calls the items of a board's collections: a note or card, a group of them, a row of a table, an
 * arrow between items, something drawn.
 */
export const ITEM_NOUNS = ["note", "cluster", "row", "link", "shape"] as const;
export type ItemNoun = (typeof ITEM_NOUNS)[number];

type OpenBoardAction = {
  [Name in Action]: (typeof RULES)[Name] extends { whileOpen: true } ? Name : never;
}[Action];
type InUseAction = {
  [Name in Action]: (typeof RULES)[Name] extends { whileInUse: true } ? Name : never;
}[Action];
type OwnItemAction = {
  [Name in Action]: (typeof RULES)[Name] extends { onOwn: true } ? Name : never;
}[Action];

interface Circumstances {
  /** Null for someone who takes no part. */
  readonly role: Role | null;
  readonly boardState?: BoardCondition;
  /** Whether the project, workshop or board lies in the archive. */
  readonly archived?: boolean;
  readonly editing?: BoardEditing;
  /** Whether the actor made the item (an item's maker, never a character's). */
  readonly owns?: boolean;
}

/** What a decision on `Name` must know. */
export type CircumstancesOf<Name extends Action> = Circumstances &
  (Name extends OpenBoardAction ? Required<Pick<Circumstances, "boardState">> : unknown) &
  (Name extends InUseAction ? Required<Pick<Circumstances, "archived">> : unknown) &
  (Name extends OwnItemAction ? Required<Pick<Circumstances, "editing" | "owns">> : unknown);

/** Whether someone may do something; of several reasons against it, the one that is hardest to change is given. */
export function can<Name extends Action>(action: Name, circumstances: CircumstancesOf<Name>): Decision {
  const rule: Rule = RULES[action];
  const { role, boardState, archived, editing, owns }: Circumstances = circumstances;
  if (role === null || !rule.roles.includes(role)) return { allowed: false, code: "FORBIDDEN" };
  if ((rule.whileInUse && archived) || (rule.whileOpen && boardState === "archived")) {
    return { allowed: false, code: "ARCHIVED" };
  }
  if (rule.whileOpen && boardState !== "open") return { allowed: false, code: "BOARD_FROZEN" };
  if (rule.onOwn && role !== "moderator" && editing !== "everyone" && !owns) {
    return { allowed: false, code: "NOT_OWNER" };
  }
  return { allowed: true };
}

function isAction(name: string): name is Action {
  return Object.hasOwn(RULES, name);
}
