import { createSchema } from "@tavolo/server/graphql/schema.ts";
import { beforeAll, describe, expect, test } from "vitest";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, signInAdministrator, type Table } from "../support/sign-in.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openGraphQLSocket, subscribe } from "../support/subscribe.ts";

const someone = ["nobody", "stranger", "observer", "contributor", "moderator"] as const;
type Someone = (typeof someone)[number];

/** What everyone gets, in the order nobody, stranger, observer, contributor, moderator; “ok” or a code. */
type Row = readonly [string, string, string, string, string];

const anyone: Row = ["ok", "ok", "ok", "ok", "ok"];
const seated = (hidden: string): Row => ["UNAUTHENTICATED", hidden, "ok", "ok", "ok"];
const someoneKnown: Row = ["UNAUTHENTICATED", "ok", "ok", "ok", "ok"];
const alike = (code: string): Row => [code, code, code, code, code];
const writers: Row = ["UNAUTHENTICATED", "BOARD_NOT_FOUND", "FORBIDDEN", "ok", "ok"];
const moderators = (hidden: string): Row => ["UNAUTHENTICATED", hidden, "FORBIDDEN", "FORBIDDEN", "ok"];

interface Place extends Table {
  noteId: string;
  clusterId: string;
  inviteId: string;
  inviteCode: string;
  tokenId: string;
  guestId: string;
  organisationId: string;
  otherOrganisationId: string;
  moderatorInvitationId: string;
}

type Call = (place: Place) => { args: string; fields: string; variables?: object; type?: string };
const input = (values: object, fields: string, type?: string): ReturnType<Call> => ({
  args: "",
  fields,
  variables: values,
  type,
});

/** Every way in, and who may go it. A new field of Query, Mutation or Subscription needs its row here. */
const queries: Record<string, readonly [Row, Call]> = {
  viewer: [anyone, () => ({ args: "", fields: "{ kind }" })],
  projects: [anyone, () => ({ args: "", fields: "{ totalCount }" })],
  templates: [anyone, () => ({ args: "", fields: "{ id }" })],
  charterArticles: [anyone, () => ({ args: "", fields: "{ code }" })],
  localFactors: [anyone, () => ({ args: "", fields: "{ code }" })],
  invite: [anyone, ({ inviteCode }) => ({ args: `(code: "${inviteCode}")`, fields: "{ workshopTitle }" })],
  signInOptions: [anyone, () => ({ args: "", fields: "{ sendsMail }" })],
  moderatorInvitation: [
    alike("INVITE_NOT_FOUND"),
    () => ({ args: '(token: "nonsense")', fields: "{ projectName }" }),
  ],
  ownData: [someoneKnown, () => ({ args: "", fields: "{ __typename }" })],
  search: [someoneKnown, () => ({ args: '(text: "note")', fields: "{ __typename }" })],
  project: [
    seated("PROJECT_NOT_FOUND"),
    ({ projectId }) => ({ args: `(id: "${projectId}")`, fields: "{ id }" }),
  ],
  workshop: [
    seated("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => ({ args: `(id: "${workshopId}")`, fields: "{ id }" }),
  ],
  board: [seated("BOARD_NOT_FOUND"), ({ boardId }) => ({ args: `(id: "${boardId}")`, fields: "{ id }" })],
};

const mutations: Record<string, readonly [Row, Call]> = {
  createProject: [
    ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "ok"],
    () => input({ name: "New", country: "IT" }, "{ project { id } }"),
  ],
  updateProject: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ id: projectId, name: "Renamed" }, "{ project { id } }"),
  ],
  createOrganisation: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, name: "Forum", type: "CSO" }, "{ organisation { id } }"),
  ],
  createAnalysedObject: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, name: "Desk", type: "SERVICE" }, "{ analysedObject { id } }"),
  ],
  createWorkshop: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, title: "Second" }, "{ workshop { id } }"),
  ],
  updateWorkshop: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => input({ id: workshopId, title: "First" }, "{ workshop { id } }"),
  ],
  createBoard: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) =>
      input({ workshopId, templateId: "civic-space-swot", title: "Another" }, "{ board { id } }"),
  ],
  updateBoard: [
    moderators("BOARD_NOT_FOUND"),
    ({ boardId }) => input({ id: boardId, title: "Renamed" }, "{ board { id } }"),
  ],
  freezeBoard: [
    moderators("BOARD_NOT_FOUND"),
    ({ boardId }) => input({ boardId, reason: "Agreed." }, "{ board { id } }"),
  ],
  reopenBoard: [
    moderators("BOARD_NOT_FOUND"),
    ({ boardId }) => input({ boardId, reason: "Not yet." }, "{ board { id } }"),
  ],
  createInvite: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => input({ workshopId }, "{ invite { id } }"),
  ],
  revokeInvite: [
    moderators("INVITE_NOT_FOUND"),
    ({ inviteId }) => input({ id: inviteId }, "{ invite { id } }"),
  ],
  createApiToken: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, name: "Script" }, "{ apiToken { id } }"),
  ],
  renewApiToken: [
    moderators("TOKEN_NOT_FOUND"),
    ({ tokenId }) => input({ id: tokenId }, "{ apiToken { id } }"),
  ],
  revokeApiToken: [
    moderators("TOKEN_NOT_FOUND"),
    ({ tokenId }) => input({ id: tokenId }, "{ apiToken { id } }"),
  ],
  updateParticipant: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantId: guestId, stakeholderGroup: "CSO" }, "{ participant { id } }"),
  ],
  updateStakeholderGroups: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, groups: [{ group: "CSO", offered: true }] }, "{ __typename }"),
  ],
  archiveBoard: [
    moderators("BOARD_NOT_FOUND"),
    ({ boardId }) => input({ boardId }, "{ board { id } }", "BoardArchiveInput"),
  ],
  restoreBoard: [
    moderators("BOARD_NOT_FOUND"),
    ({ boardId }) => input({ boardId }, "{ board { id } }", "BoardArchiveInput"),
  ],
  archiveWorkshop: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => input({ workshopId }, "{ workshop { id } }", "WorkshopArchiveInput"),
  ],
  restoreWorkshop: [
    moderators("WORKSHOP_NOT_FOUND"),
    ({ workshopId }) => input({ workshopId }, "{ workshop { id } }", "WorkshopArchiveInput"),
  ],
  archiveProject: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId }, "{ project { id } }", "ProjectArchiveInput"),
  ],
  restoreProject: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId }, "{ project { id } }", "ProjectArchiveInput"),
  ],
  duplicateBoard: [
    moderators("BOARD_NOT_FOUND"),
    ({ boardId }) => input({ boardId, title: "A copy", content: false }, "{ board { id } }"),
  ],
  moveBoard: [
    moderators("BOARD_NOT_FOUND"),
    ({ boardId, workshopId }) => input({ boardId, workshopId }, "{ board { id } }"),
  ],
  updateOrganisation: [
    moderators("ORGANISATION_NOT_FOUND"),
    ({ organisationId }) => input({ id: organisationId, name: "Forum" }, "{ organisation { id } }"),
  ],
  mergeOrganisations: [
    moderators("ORGANISATION_NOT_FOUND"),
    ({ organisationId, otherOrganisationId }) =>
      input({ id: otherOrganisationId, intoId: organisationId }, "{ organisation { id } }"),
  ],
  deleteOrganisation: [
    moderators("ORGANISATION_NOT_FOUND"),
    ({ organisationId }) => input({ id: organisationId }, "{ __typename }"),
  ],
  admitParticipants: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantIds: [guestId] }, "{ __typename }"),
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
    ({ guestId }) => input({ participantId: guestId }, "{ participant { id } }"),
  ],
  createDeviceLink: [
    ["UNAUTHENTICATED", "ok", "ok", "ok", "ok"],
    () => ({ args: "", fields: "{ expiresAt }" }),
  ],
  exportOwnData: [
    ["UNAUTHENTICATED", "ok", "ok", "ok", "ok"],
    () => ({ args: "", fields: "{ __typename }" }),
  ],
  setParticipantRole: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantId: guestId, role: "CONTRIBUTOR" }, "{ participant { id } }"),
  ],
  removeParticipant: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantId: guestId }, "{ participant { id } }"),
  ],
  readmitParticipant: [
    moderators("PARTICIPANT_NOT_FOUND"),
    ({ guestId }) => input({ participantId: guestId }, "{ participant { id } }"),
  ],
  createSignInLink: [
    // A seat at the whole project, which those at one workshop do not see.
    ["UNAUTHENTICATED", "PARTICIPANT_NOT_FOUND", "PARTICIPANT_NOT_FOUND", "PARTICIPANT_NOT_FOUND", "ok"],
    ({ moderator }) => input({ participantId: moderator.participantId }, "{ expiresAt }"),
  ],
  signInWithLink: [
    ["LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED", "LINK_EXPIRED"],
    () => input({ token: "nonsense" }, "{ viewer { kind } }"),
  ],
  signIn: [
    alike("SIGN_IN_FAILED"),
    () => input({ email: "nobody@example.org", password: "wrong" }, "{ viewer { kind } }"),
  ],
  requestSignInLink: [
    alike("MAIL_UNAVAILABLE"),
    () => input({ email: "nobody@example.org" }, "{ requested }"),
  ],
  completeSetUp: [
    alike("LINK_EXPIRED"),
    () =>
      input(
        {
          token: "nonsense",
          displayName: "Eve",
          email: "eve@example.org",
          password: "a sentence long enough",
        },
        "{ viewer { kind } }",
      ),
  ],
  confirmEmail: [alike("LINK_EXPIRED"), () => input({ token: "nonsense" }, "{ email }")],
  changePassword: [
    ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "PASSWORD_UNSUITABLE"],
    () => input({ newPassword: "short" }, "{ endedSessions }"),
  ],
  changeEmail: [
    ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "ok"],
    () => input({ email: "moderator@example.org" }, "{ confirmationSent }"),
  ],
  changeName: [
    ["UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN", "ok"],
    () => input({ displayName: "Ada" }, "{ viewer { displayName } }"),
  ],
  endSession: [
    ["UNAUTHENTICATED", "SESSION_NOT_FOUND", "SESSION_NOT_FOUND", "SESSION_NOT_FOUND", "SESSION_NOT_FOUND"],
    () => input({ id: "nonsense" }, "{ viewer { kind } }"),
  ],
  endOtherSessions: [["UNAUTHENTICATED", "ok", "ok", "ok", "ok"], () => ({ args: "", fields: "{ ended }" })],
  inviteModerator: [
    moderators("PROJECT_NOT_FOUND"),
    ({ projectId }) => input({ projectId, email: "colleague@example.org" }, "{ url }"),
  ],
  revokeModeratorInvitation: [
    moderators("INVITE_NOT_FOUND"),
    ({ moderatorInvitationId }) => input({ id: moderatorInvitationId }, "{ invitation { id } }"),
  ],
  acceptModeratorInvitation: [
    alike("INVITE_NOT_FOUND"),
    () => input({ token: "nonsense" }, "{ project { id } }"),
  ],
  exportBoard: [
    seated("BOARD_NOT_FOUND"),
    ({ boardId }) => input({ boardId, format: "CSV" }, "{ revision }"),
  ],
  addNote: [writers, ({ boardId }) => input({ boardId, section: "THREATS", text: "New" }, "{ revision }")],
  editNote: [
    writers,
    ({ boardId, noteId }) => input({ boardId, id: noteId, text: "Changed" }, "{ revision }"),
  ],
  moveNote: [
    writers,
    ({ boardId, noteId }) => input({ boardId, id: noteId, section: "THREATS" }, "{ revision }"),
  ],
  removeNote: [writers, ({ boardId, noteId }) => input({ boardId, id: noteId }, "{ revision }")],
  restoreNote: [writers, ({ boardId, noteId }) => input({ boardId, id: noteId }, "{ revision }")],
  addCluster: [writers, ({ boardId }) => input({ boardId, section: "THREATS" }, "{ revision }")],
  editCluster: [
    writers,
    ({ boardId, clusterId }) => input({ boardId, id: clusterId, name: "All" }, "{ revision }"),
  ],
  moveCluster: [
    writers,
    ({ boardId, clusterId }) => input({ boardId, id: clusterId, section: "THREATS" }, "{ revision }"),
  ],
  removeCluster: [writers, ({ boardId, clusterId }) => input({ boardId, id: clusterId }, "{ revision }")],
  restoreCluster: [writers, ({ boardId, clusterId }) => input({ boardId, id: clusterId }, "{ revision }")],
  // Last: whoever has joined is no stranger, and whoever has signed out is nobody.
  joinWorkshop: [
    anyone,
    ({ inviteCode }) =>
      input({ code: inviteCode, displayName: "Heron", stakeholderGroup: "CSO" }, "{ participant { id } }"),
  ],
  withdraw: [
    ["UNAUTHENTICATED", "ok", "ok", "ok", "FORBIDDEN"],
    () => input({ notes: "KEEP" }, "{ __typename }"),
  ],
  signOut: [anyone, () => ({ args: "", fields: "{ signedOut }" })],
};

/** What each follows; most answer at once, `quiet` ones only when something happens. */
const subscriptions: Record<string, readonly [Row, (place: Place) => string, "quiet"?]> = {
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

describe("every way in has its policy", () => {
  const server = useTestServer();
  let place: Place;
  let clients: Record<Someone, GraphQLClient>;
  let cookies: Record<Someone, string | undefined>;

  beforeAll(async () => {
    const table = await setTable(server, { moderator: await signInAdministrator(server) });
    const other = await setTable(server, { moderator: table.moderator });
    const { graphql } = table.moderator;
    const make = async (mutation: string, type: string, values: object, path: string) => {
      const answer = await graphql.run(
        `mutation ($input: ${type}!) { made: ${mutation}(input: $input) ${path} }`,
        { input: values },
      );
      return Object.values(answer["made"] as Record<string, Record<string, string>>)[0]!;
    };
    const { boardId, workshopId, projectId } = table;
    const organisation = async (name: string) =>
      (
        await make(
          "createOrganisation",
          "CreateOrganisationInput",
          { projectId, name, type: "CSO" },
          "{ organisation { id } }",
        )
      )["id"]!;
    const section = "STRENGTHS";
    const invite = await make("createInvite", "CreateInviteInput", { workshopId }, "{ invite { id code } }");
    place = {
      ...table,
      noteId: (await make("addNote", "AddNoteInput", { boardId, section, text: "One" }, "{ note { id } }"))[
        "id"
      ]!,
      clusterId: (await make("addCluster", "AddClusterInput", { boardId, section }, "{ cluster { id } }"))[
        "id"
      ]!,
      tokenId: (
        await make("createApiToken", "CreateApiTokenInput", { projectId, name: "Old" }, "{ apiToken { id } }")
      )["id"]!,
      inviteId: (await make("createInvite", "CreateInviteInput", { workshopId }, "{ invite { id } }"))["id"]!,
      inviteCode: invite["code"]!,
      moderatorInvitationId: (
        await make(
          "inviteModerator",
          "InviteModeratorInput",
          { projectId, email: "colleague@example.org" },
          "{ invitation { id } }",
        )
      )["id"]!,
      organisationId: await organisation("Forum of friends"),
      otherOrganisationId: await organisation("Friends’ forum"),
      guestId: (await table.join({ displayName: "Guest" })).participantId,
    };
    const observer = await table.join({ displayName: "Owl", role: "OBSERVER" });
    const contributor = await table.join({ displayName: "Heron" });
    const stranger = await other.join({ displayName: "Stranger" });
    clients = {
      nobody: server.graphql,
      stranger: stranger.graphql,
      observer: observer.graphql,
      contributor: contributor.graphql,
      moderator: graphql,
    };
    cookies = {
      nobody: undefined,
      stranger: stranger.cookie,
      observer: observer.cookie,
      contributor: contributor.cookie,
      moderator: table.moderator.cookie,
    };
  });

  test("and none is missing from the table", () => {
    const schema = createSchema();
    expect(Object.keys(queries).sort()).toEqual(Object.keys(schema.getQueryType()?.getFields() ?? {}).sort());
    expect(Object.keys(mutations).sort()).toEqual(
      Object.keys(schema.getMutationType()?.getFields() ?? {}).sort(),
    );
    expect(Object.keys(subscriptions).sort()).toEqual(
      Object.keys(schema.getSubscriptionType()?.getFields() ?? {}).sort(),
    );
  });

  const answerOf = async (graphql: GraphQLClient, document: string, variables: object = {}) =>
    (await graphql.send(document, variables)).errors[0]?.extensions.code ?? "ok";

  test.each(Object.entries(queries))("query %s", async (field, [row, call]) => {
    const { args, fields } = call(place);
    const got = await Promise.all(
      someone.map((who) => answerOf(clients[who], `{ ${field}${args} ${fields} }`)),
    );
    expect(got).toEqual(row);
  });

  test.each(Object.entries(subscriptions))("subscription %s", async (field, [row, argsOf, quiet]) => {
    const document = `subscription { ${field}${argsOf(place)} { __typename } }`;
    const got: string[] = [];
    for (const who of someone) {
      const client = openGraphQLSocket(server, { cookie: cookies[who] });
      const first = subscribe(client, document, {})
        .next()
        .then(
          () => "ok",
          (errors: { extensions: { code: string } }[]) => errors[0]?.extensions.code ?? "no code",
        );
      // Nothing happens while we look: whoever is not refused by the time a second question is answered, follows.
      const behind = async () => {
        await subscribe(client, "{ projects { totalCount } }", {}).next();
        await subscribe(client, "{ projects { totalCount } }", {}).next();
        return "ok";
      };
      got.push(await (quiet ? Promise.race([first, behind()]) : first));
    }
    expect(got).toEqual(row);
  });

  // In the order of the table and of the people, so that what only moderators may do comes last.
  test.each(Object.entries(mutations))("mutation %s", async (field, [row, call]) => {
    const named = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const { fields, variables, type = named } = call(place);
    const document = variables
      ? `mutation ($input: ${type}!) { ${field}(input: $input) ${fields} }`
      : `mutation { ${field} ${fields} }`;
    const got: string[] = [];
    for (const who of someone) got.push(await answerOf(clients[who], document, { input: variables }));
    expect(got).toEqual(row);
  });
});
