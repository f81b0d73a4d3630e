import type { Action, ItemNoun } from "@tavolo/schema";
import type { GraphQLClient } from "../support/graphql-client.ts";
import type { RolePlace } from "./role-place.ts";
import { answerTo, moderators, mutations, queries, questionOf, type Row } from "./role-rows.ts";

/** What is written on a board has a matrix of its own, see `content-matrix.ts`. */
type RuleBeyondContent = Exclude<Action, `${ItemNoun}.${string}`>;

type Ask = (graphql: GraphQLClient, place: RolePlace) => Promise<string>;

/** What everyone gets, and how they are asked. */
interface RoleRow {
  readonly expected: Row;
  readonly ask: Ask;
}

/** The row of a root field. */
const row = (field: string): RoleRow => ({
  expected: (queries[field] ?? mutations[field])![0],
  ask: (graphql, place) => answerTo(graphql, questionOf(field, place)),
});

/**
 * What takes another rule beside this one, which refuses the same people: `board.create` where a board is moved or
 * copied to, `board.archive` for the boards that go into the archive with their workshop. The rule alone shows in
 * the button.
 */
const button = (name: string, askedOf: (place: RolePlace, button: string) => string): RoleRow => ({
  expected: moderators("NOT_FOUND"),
  ask: async (graphql, place) => {
    const { data, errors } = await graphql.send<Shown>(`{ place: ${askedOf(place, name)} }`);
    return errors[0]?.extensions.code ?? (data?.place.viewer[name] ? "ok" : "FORBIDDEN");
  },
});
interface Shown {
  place: { viewer: Record<string, boolean> };
}
const atProject = ({ projectId }: RolePlace, name: string) =>
  `project(id: "${projectId}") { viewer: viewerPermissions { ${name} } }`;
const atWorkshop = ({ workshopId }: RolePlace, name: string) =>
  `workshop(id: "${workshopId}") { viewer: viewerPermissions { ${name} } }`;
const atBoard = ({ boardId }: RolePlace, name: string) => `board(id: "${boardId}") { viewer { ${name} } }`;

/** Which role row asks about each rule of the policy table. A new rule needs its row here. */
export const rowOfRule: Readonly<Record<RuleBeyondContent, RoleRow>> = {
  "project.update": row("updateProject"),
  "project.archive": button("canArchive", atProject),
  "workshop.create": row("createWorkshop"),
  "workshop.update": row("updateWorkshop"),
  "workshop.archive": button("canArchive", atWorkshop),
  "template.update": row("updateTemplate"),
  "invite.create": row("createInvite"),
  "invite.revoke": row("revokeInvite"),
  "token.create": row("createApiToken"),
  "token.revoke": row("revokeApiToken"),
  "moderator.invite": row("inviteModerator"),
  "moderator.revokeInvite": row("revokeModeratorInvitation"),
  "participant.setRole": row("setParticipantRole"),
  "participant.update": row("updateParticipant"),
  "participant.admit": row("admitParticipants"),
  "participant.remove": row("removeParticipant"),
  "participant.readmit": row("readmitParticipant"),
  "organisation.update": row("updateOrganisation"),
  "participant.list": row("board"),
  "board.create": row("createBoard"),
  "board.update": row("updateBoard"),
  "board.freeze": row("freezeBoard"),
  "board.reopen": row("reopenBoard"),
  "board.archive": row("archiveBoard"),
  "board.move": button("canMove", atBoard),
  "board.duplicate": button("canDuplicate", atBoard),
  "board.read": row("board"),
  "board.export": row("exportBoard"),
  "item.voice": row("voiceAgreement"),
  "item.step": row("takeIndicatorStep"),
  "item.decide": row("decideItem"),
};

export const isBeyondContent = (action: Action): action is RuleBeyondContent =>
  Object.hasOwn(rowOfRule, action);

/** Laying out a board looks at the archive a second time, inside its transaction: that too shows in the button alone. */
const mayCreateBoard: Ask = async (graphql, place) =>
  (await button("canCreateBoard", atWorkshop).ask(graphql, place)) === "ok" ? "ok" : "ARCHIVED";

/** What even a moderator is refused, after one of them has closed the place. */
export interface ClosedRow {
  readonly rule: RuleBeyondContent;
  readonly after: "archiveProject" | "archiveWorkshop" | "archiveBoard" | "freezeBoard";
  readonly code: "ARCHIVED" | "BOARD_FROZEN";
  readonly ask: Ask;
}

export const closedRows: readonly ClosedRow[] = [
  { rule: "project.update", after: "archiveProject", code: "ARCHIVED", ask: row("updateProject").ask },
  { rule: "workshop.create", after: "archiveProject", code: "ARCHIVED", ask: row("createWorkshop").ask },
  { rule: "workshop.update", after: "archiveWorkshop", code: "ARCHIVED", ask: row("updateWorkshop").ask },
  { rule: "template.update", after: "archiveProject", code: "ARCHIVED", ask: row("cloneTemplate").ask },
  { rule: "invite.create", after: "archiveWorkshop", code: "ARCHIVED", ask: row("createInvite").ask },
  { rule: "board.create", after: "archiveWorkshop", code: "ARCHIVED", ask: mayCreateBoard },
  { rule: "board.update", after: "freezeBoard", code: "BOARD_FROZEN", ask: row("updateBoard").ask },
  { rule: "board.update", after: "archiveBoard", code: "ARCHIVED", ask: row("updateBoard").ask },
  { rule: "board.freeze", after: "freezeBoard", code: "BOARD_FROZEN", ask: row("freezeBoard").ask },
  { rule: "board.freeze", after: "archiveBoard", code: "ARCHIVED", ask: row("freezeBoard").ask },
  { rule: "board.reopen", after: "archiveBoard", code: "ARCHIVED", ask: row("reopenBoard").ask },
  { rule: "board.move", after: "archiveBoard", code: "ARCHIVED", ask: row("moveBoard").ask },
  { rule: "item.voice", after: "freezeBoard", code: "BOARD_FROZEN", ask: row("voiceAgreement").ask },
  { rule: "item.voice", after: "archiveBoard", code: "ARCHIVED", ask: row("voiceAgreement").ask },
  { rule: "item.step", after: "freezeBoard", code: "BOARD_FROZEN", ask: row("takeIndicatorStep").ask },
  { rule: "item.step", after: "archiveBoard", code: "ARCHIVED", ask: row("takeIndicatorStep").ask },
  { rule: "item.decide", after: "freezeBoard", code: "BOARD_FROZEN", ask: row("decideItem").ask },
  { rule: "item.decide", after: "archiveBoard", code: "ARCHIVED", ask: row("decideItem").ask },
];
