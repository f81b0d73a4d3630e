import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isCompositeType, isObjectType } from "graphql";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { derivedCollections, itemMutations } from "./item-calls.ts";
import type { RolePlace } from "./role-place.ts";

export const someone = ["nobody", "stranger", "observer", "contributor", "moderator"] as const;
export type Someone = (typeof someone)[number];

/** What everyone gets, in the order nobody, stranger, observer, contributor, moderator; “ok” or a code. */
export type Row = readonly [string, string, string, string, string];

const anyone: Row = ["ok", "ok", "ok", "ok", "ok"];
const seated = (hidden: string): Row => ["UNAUTHENTICATED", hidden, "ok", "ok", "ok"];
const someoneKnown: Row = ["UNAUTHENTICATED", "ok", "ok", "ok", "ok"];
const alike = (code: string): Row => [code, code, code, code, code];
const writers: Row = ["UNAUTHENTICATED", "BOARD_NOT_FOUND", "FORBIDDEN", "ok", "ok"];
export const moderators = (hidden: string): Row => [
  "UNAUTHENTICATED",
  hidden,
  "FORBIDDEN",
  "FORBIDDEN",
  "ok",
];

/** Whoever may: a SWOT has nothing to decide, which its own refusal says. */
const deciders = (contributor: string, moderator: string): Row => [
  "UNAUTHENTICATED",
  "BOARD_NOT_FOUND",
  "FORBIDDEN",
  contributor,
  moderator,
];

type Call = (place: RolePlace) => { args: string; fields: string };

/** What a mutation is called with; its type, where that is not named after the mutation. */
interface Input {
  readonly variables?: object;
  readonly type?: string;
}
const input = (variables: object, type?: string): Input => ({ variables, type });

/** A note and a recommendation that may come from it. */
const noteAndCard = ({ boardId, noteId, cardBoardId, cardId }: RolePlace) => ({
  from: { boardId, collection: "notes", id: noteId },
  to: { boardId: cardBoardId, collection: "cards", id: cardId },
});

/** Every way in, and who may go it. A new field of Query, Mutation or Subscription needs its row here. */
export const queries: Record<string, readonly [Row, Call]> = {
  viewer: [anyone, () => ({ args: "", fields: "{ kind }" })],
  projects: [anyone, () => ({ args: "", fields: "{ totalCount }" })],
  templates: [anyone, () => ({ args: "", fields: "{ id }" })],
  charterArticles: [anyone, () => ({ args: "", fields: "{ code }" })],
  localFactors: [anyone, () => ({ args: "", fields: "{ code }" })],
  frameworks: [anyone, () => ({ args: "", fields: "{ id }" })],
  framework: [anyone, () => ({ args: '(id: "eu-charter")', fields: "{ id }" })],
  provisions: [anyone, () => ({ args: "", fields: "{ totalCount }" })],
  provision: [anyone, () => ({ args: '(id: "CFR-21")', fields: "{ id }" })],
  invite: [anyone, ({ inviteCode }) => ({ args: `(code: "${inviteCode}")`, fields: "{ workshopTitle }" })],
  signInOptions: [anyone, () => ({ args: "", fields: "{ sendsMail }" })],
  moderatorInvitation: [
    alike("INVITE_NOT_FOUND"),
    () => ({ args: '(token: "nonsense")', fields: "{ projectName }" }),
  ],
  ownData: [someoneKnown, () => ({ args: "", fields: "{ __typename }" })],
  items: [someoneKnown, () => ({ args: "", fields: "{ __typename }" })],
  search: [someoneKnown, () => ({ args: '(text: "note")', fields: "{ __typename }" })],
  trace: [
    seated("BOARD_NOT_FOUND"),
    ({ boardId, noteId }) => ({
      args: `(boardId: "${boardId}", collection: "notes", id: "${noteId}")`,
      fields: "{ isCut }",
    }),
  ],
  citations: [
    seated("BOARD_NOT_FOUND"),
    ({ boardId, noteId }) => ({
      args: `(boardId: "${boardId}", items: [{ collection: "notes", id: "${noteId}" }])`,
      fields: "{ total }",
    }),
  ],
  coverage: [
    seated("PROJECT_NOT_FOUND"),
    ({ projectId }) => ({
      args: `(projectId: "${projectId}", framework: "sdg")`,
      fields: "{ totalCount }",
    }),
  ],
  project: [
    seated("PROJECT_NOT_FOUND"),
    ({ projectId }) => ({ args: `(id: "${projectId}")`, fields: "{ id }" }),
  ],
  workshop: [
    seated("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => ({ args: `(id: "${workshopId}")`, fields: "{ id }" }),
  ],
  board: [
    seated("BOARD_NOT_FOUND"),
    ({ boardId }) => ({ args: `(id: "${boardId}")`, fields: "{ participants(first: 1) { totalCount } }" }),
  ],
};

export const mutations: Record<string, readonly [Row, (place: RolePlace) => Input]> = {
  createProject: [
    ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "ok"],
    () => input({ name: "New", country: "IT" }),
  ],
  updateProject: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ id: projectId, name: "Renamed" }),
  ],
  createOrganisation: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, name: "Forum", type: "CSO" }),
  ],
  createAnalysedObject: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, name: "Desk", type: "SERVICE" }),
  ],
  createWorkshop: [moderators("PROJECT_NOT_FOUND"), ({ projectId }) => input({ projectId, title: "Second" })],
  updateWorkshop: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => input({ id: workshopId, title: "First" }),
  ],
  cloneTemplate: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, templateId: "civic-space-swot", name: "Ours" }),
  ],
  // One is not there in that version: whoever may change it is told, and it stays as it is for the others.
  updateTemplate: [
    ["UNAUTHENTICATED", "TEMPLATE_NOT_FOUND", "FORBIDDEN", "FORBIDDEN", "TEMPLATE_CHANGED"],
    ({ templateId }) => input({ id: templateId, expectedVersion: 99 }),
  ],
  archiveTemplate: [
    moderators("TEMPLATE_NOT_FOUND"),
    ({ templateId }) => input({ id: templateId }, "TemplateArchiveInput"),
  ],
  restoreTemplate: [
    moderators("TEMPLATE_NOT_FOUND"),
    ({ templateId }) => input({ id: templateId }, "TemplateArchiveInput"),
  ],
  createBoard: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => input({ workshopId, templateId: "civic-space-swot", title: "Another" }),
  ],
  updateBoard: [moderators("BOARD_NOT_FOUND"), ({ boardId }) => input({ id: boardId, title: "Renamed" })],
  freezeBoard: [moderators("BOARD_NOT_FOUND"), ({ boardId }) => input({ boardId, reason: "Agreed." })],
  reopenBoard: [moderators("BOARD_NOT_FOUND"), ({ boardId }) => input({ boardId, reason: "Not yet." })],
  createInvite: [moderators("WORKSHOP_NOT_FOUND"), ({ workshopId }) => input({ workshopId })],
  revokeInvite: [moderators("INVITE_NOT_FOUND"), ({ inviteId }) => input({ id: inviteId })],
  createApiToken: [moderators("PROJECT_NOT_FOUND"), ({ projectId }) => input({ projectId, name: "Script" })],
  renewApiToken: [moderators("TOKEN_NOT_FOUND"), ({ tokenId }) => input({ id: tokenId })],
  revokeApiToken: [moderators("TOKEN_NOT_FOUND"), ({ tokenId }) => input({ id: tokenId })],
  updateParticipant: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantId: guestId, stakeholderGroup: "CSO" }),
  ],
  updateStakeholderGroups: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, groups: [{ group: "CSO", offered: true }] }),
  ],
  archiveBoard: [moderators("BOARD_NOT_FOUND"), ({ boardId }) => input({ boardId }, "BoardArchiveInput")],
  restoreBoard: [moderators("BOARD_NOT_FOUND"), ({ boardId }) => input({ boardId }, "BoardArchiveInput")],
  archiveWorkshop: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => input({ workshopId }, "WorkshopArchiveInput"),
  ],
  restoreWorkshop: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => input({ workshopId }, "WorkshopArchiveInput"),
  ],
  archiveProject: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId }, "ProjectArchiveInput"),
  ],
  restoreProject: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId }, "ProjectArchiveInput"),
  ],
  duplicateBoard: [
    moderators("BOARD_NOT_FOUND"),
    ({ boardId }) => input({ boardId, title: "A copy", content: false }),
  ],
  moveBoard: [moderators("BOARD_NOT_FOUND"), ({ boardId, workshopId }) => input({ boardId, workshopId })],
  updateOrganisation: [
    moderators("ORGANISATION_NOT_FOUND"),
    ({ organisationId }) => input({ id: organisationId, name: "Forum" }),
  ],
  mergeOrganisations: [
    moderators("ORGANISATION_NOT_FOUND"),
    ({ organisationId, otherOrganisationId }) => input({ id: otherOrganisationId, intoId: organisationId }),
  ],
  deleteOrganisation: [
    moderators("ORGANISATION_NOT_FOUND"),
    ({ organisationId }) => input({ id: organisationId }),
  ],
  admitParticipants: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantIds: [guestId] }),
  ],
  declineParticipant: [
    // Whoever sits here does not wait: there is nobody to decline.
    [
      "UNAUTHENTICATED",
      "PARTICIPANT_NOT_FOUND",
      "PARTICIPANT_NOT_FOUND",
      "PARTICIPANT_NOT_FOUND",
      "PARTICIPANT_NOT_FOUND",
    ],
    ({ guestId }) => input({ participantId: guestId }),
  ],
  createDeviceLink: [["UNAUTHENTICATED", "ok", "ok", "ok", "ok"], () => ({})],
  exportOwnData: [["UNAUTHENTICATED", "ok", "ok", "ok", "ok"], () => ({})],
  setParticipantRole: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantId: guestId, role: "CONTRIBUTOR" }),
  ],
  removeParticipant: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantId: guestId }),
  ],
  readmitParticipant: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantId: guestId }),
  ],
  createSignInLink: [
    // A seat at the whole project, which those at one workshop do not see.
    ["UNAUTHENTICATED", "PARTICIPANT_NOT_FOUND", "PARTICIPANT_NOT_FOUND", "PARTICIPANT_NOT_FOUND", "ok"],
    ({ moderator }) => input({ participantId: moderator.participantId }),
  ],
  signInWithLink: [
    ["LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED"],
    () => input({ token: "nonsense" }),
  ],
  signIn: [alike("SIGN_IN_FAILED"), () => input({ email: "nobody@example.org", password: "wrong" })],
  requestSignInLink: [alike("MAIL_UNAVAILABLE"), () => input({ email: "nobody@example.org" })],
  completeSetUp: [
    alike("LINK_EXPIRED"),
    () =>
      input({
        token: "nonsense",
        displayName: "Eve",
        email: "eve@example.org",
        password: "a sentence long enough",
      }),
  ],
  confirmEmail: [alike("LINK_EXPIRED"), () => input({ token: "nonsense" })],
  changePassword: [
    ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "PASSWORD_UNSUITABLE"],
    () => input({ newPassword: "short" }),
  ],
  changeEmail: [
    ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "ok"],
    () => input({ email: "moderator@example.org" }),
  ],
  changeName: [
    ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "ok"],
    () => input({ displayName: "Ada" }),
  ],
  endSession: [
    ["UNAUTHENTICATED", "SESSION_NOT_FOUND", "SESSION_NOT_FOUND", "SESSION_NOT_FOUND", "SESSION_NOT_FOUND"],
    () => input({ id: "nonsense" }),
  ],
  endOtherSessions: [["UNAUTHENTICATED", "ok", "ok", "ok", "ok"], () => ({})],
  inviteModerator: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, email: "colleague@example.org" }),
  ],
  revokeModeratorInvitation: [
    moderators("INVITE_NOT_FOUND"),
    ({ moderatorInvitationId }) => input({ id: moderatorInvitationId }),
  ],
  acceptModeratorInvitation: [alike("INVITE_NOT_FOUND"), () => input({ token: "nonsense" })],
  exportBoard: [seated("BOARD_NOT_FOUND"), ({ boardId }) => input({ boardId, format: "CSV" })],
  linkItems: [writers, (place) => input(noteAndCard(place))],
  unlinkItems: [writers, (place) => input(noteAndCard(place))],
  voiceAgreement: [
    deciders("INVALID_VALUE", "INVALID_VALUE"),
    ({ boardId, noteId }) => input({ boardId, itemId: noteId, value: 5 }),
  ],
  withdrawVoice: [
    deciders("INVALID_VALUE", "INVALID_VALUE"),
    ({ boardId, noteId }) => input({ boardId, itemId: noteId }),
  ],
  takeIndicatorStep: [
    deciders("INVALID_VALUE", "INVALID_VALUE"),
    ({ boardId, noteId }) => input({ boardId, itemId: noteId, to: "AGREED" }),
  ],
  decideItem: [
    deciders("FORBIDDEN", "UNKNOWN_FIELD"),
    ({ boardId, noteId }) =>
      input({ boardId, collection: "notes", itemId: noteId, field: "text", value: "Agreed" }),
  ],
  addNote: [writers, ({ boardId }) => input({ boardId, section: "THREATS", text: "New" })],
  editNote: [writers, ({ boardId, noteId }) => input({ boardId, id: noteId, text: "Changed" })],
  moveNote: [writers, ({ boardId, noteId }) => input({ boardId, id: noteId, section: "THREATS" })],
  removeNote: [writers, ({ boardId, noteId }) => input({ boardId, id: noteId })],
  restoreNote: [writers, ({ boardId, noteId }) => input({ boardId, id: noteId })],
  addCluster: [writers, ({ boardId }) => input({ boardId, section: "THREATS" })],
  editCluster: [writers, ({ boardId, clusterId }) => input({ boardId, id: clusterId, name: "All" })],
  moveCluster: [writers, ({ boardId, clusterId }) => input({ boardId, id: clusterId, section: "THREATS" })],
  removeCluster: [writers, ({ boardId, clusterId }) => input({ boardId, id: clusterId })],
  restoreCluster: [writers, ({ boardId, clusterId }) => input({ boardId, id: clusterId })],
  moveItem: [
    writers,
    ({ boardId, noteId }) => input({ boardId, collection: "notes", id: noteId, section: "T" }),
  ],
  removeItems: [writers, ({ boardId, noteId }) => input({ boardId, collection: "notes", ids: [noteId] })],
  restoreItems: [writers, ({ boardId, noteId }) => input({ boardId, collection: "notes", ids: [noteId] })],
  // Whatever is derived from a declaration has its row by that.
  ...Object.fromEntries(
    derivedCollections.flatMap(([definition, collection]) =>
      itemMutations(definition, collection).map(
        ({ mutation, inputFor }): readonly [string, readonly [Row, (place: RolePlace) => Input]] => [
          mutation,
          [
            writers,
            ({ kinds }) => {
              const laidOut = kinds[definition.kind]!;
              return input(inputFor(laidOut.boardId, laidOut.items[collection]!));
            },
          ],
        ],
      ),
    ),
  ),
  // Last: whoever has joined is no stranger, and whoever has signed out is nobody.
  joinWorkshop: [
    anyone,
    ({ inviteCode }) => input({ code: inviteCode, displayName: "Heron", stakeholderGroup: "CSO" }),
  ],
  withdraw: [["UNAUTHENTICATED", "ok", "ok", "ok", "FORBIDDEN"], () => input({ notes: "KEEP" })],
  signOut: [anyone, () => ({})],
};

/** What each follows; most answer at once, `quiet` ones only when something happens. */
export const subscriptions: Record<string, readonly [Row, (place: RolePlace) => string, "quiet"?]> = {
  arrivals: [moderators("WORKSHOP_NOT_FOUND"), ({ workshopId }) => `(workshopId: "${workshopId}")`],
  boardChanges: [seated("PROJECT_NOT_FOUND"), ({ projectId }) => `(projectId: "${projectId}")`, "quiet"],
  boardEvents: [seated("BOARD_NOT_FOUND"), ({ boardId }) => `(boardId: "${boardId}", after: 0)`],
  boardViewer: [seated("BOARD_NOT_FOUND"), ({ boardId }) => `(boardId: "${boardId}")`],
  presence: [seated("BOARD_NOT_FOUND"), ({ boardId }) => `(boardId: "${boardId}")`],
  // Another’s: nobody but its holder follows a wish to join.
  seatRequest: [
    [
      "UNAUTHENTICATED",
      "PARTICIPANT_NOT_FOUND",
      "PARTICIPANT_NOT_FOUND",
      "PARTICIPANT_NOT_FOUND",
      "PARTICIPANT_NOT_FOUND",
    ],
    ({ guestId }) => `(id: "${guestId}")`,
  ],
};

const printed = new URL("../../schema/schema.graphql", import.meta.url);
const schema = buildSchema(readFileSync(printed, "utf8"));

/** Every field of what a mutation answers, so that none is told to whom its row refuses, and none fails for the others. */
const everythingIn = (mutation: string): string => {
  const answer = getNamedType(schema.getMutationType()?.getFields()[mutation]?.type);
  if (!isObjectType(answer)) throw new Error(`${mutation} is no mutation of the printed schema.`);
  return Object.values(answer.getFields())
    .map(({ name, type }) => {
      if (getNamedType(type).name === "ItemRow") return `${name} { item { __typename } error { code } }`;
      return isCompositeType(getNamedType(type)) ? `${name} { __typename }` : name;
    })
    .join(" ");
};

/** What a row asks, as a client sends it. */
export interface Question {
  readonly document: string;
  readonly variables?: object;
}

/** The question of a query’s or a mutation’s row. */
export const questionOf = (field: string, place: RolePlace): Question => {
  const query = queries[field];
  if (query) {
    const { args, fields } = query[1](place);
    return { document: `{ ${field}${args} ${fields} }` };
  }
  const mutation = mutations[field];
  if (!mutation) throw new Error(`${field} has no row.`);
  const { variables, type = `${field[0]?.toUpperCase()}${field.slice(1)}Input` } = mutation[1](place);
  const fields = everythingIn(field);
  return variables
    ? {
        document: `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} } }`,
        variables: { input: variables },
      }
    : { document: `mutation { ${field} { ${fields} } }` };
};

/** What is told of rows, where a mutation writes several. */
type Told = Record<string, { rows?: readonly { error: { code: string } | null }[] } | null>;

/** “ok”, or the code that somebody is refused with, wholly or for a row. */
export const answerTo = async (
  graphql: GraphQLClient,
  { document, variables }: Question,
): Promise<string> => {
  const { data, errors } = await graphql.send<Told>(document, variables);
  const rows = Object.values(data ?? {}).flatMap((told) => (Array.isArray(told?.rows) ? told.rows : []));
  return errors[0]?.extensions.code ?? rows.find(({ error }) => error)?.error?.code ?? "ok";
};
