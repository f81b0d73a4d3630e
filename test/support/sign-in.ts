import { createSetUpLink } from "@tavolo/server/people/create-set-up-link.ts";
import type { GraphQLClient } from "./graphql-client.ts";
import type { TestServer } from "./start-test-server.ts";

/** What signing in needs of a server. */
type Host = Pick<TestServer, "graphql" | "orm" | "config">;

/** Someone at the table, as their browser would be. */
export interface SignedIn {
  cookie: string;
  graphql: GraphQLClient;
  participantId: string;
}

/** A workshop with one open SWOT board and its moderator. */
export interface Table {
  projectId: string;
  workshopId: string;
  boardId: string;
  moderator: SignedIn;
  /** Someone new joins by an invitation. */
  join(person?: Joining): Promise<SignedIn>;
}

interface Joining {
  displayName?: string;
  stakeholderGroup?: "MUNICIPALITY" | "CSO" | "COMMUNITY" | "ACADEMIA" | "RESIDENT" | "REGION";
  role?: "CONTRIBUTOR" | "OBSERVER";
}

interface TableOptions {
  editing?: "EVERYONE" | "OWN";
  display?: "NAMED" | "GROUP" | "ANONYMOUS";
  moderator?: Pick<SignedIn, "cookie" | "graphql">;
}

/** Signs the server’s administrator in by its set-up link; once per server. */
export const signInAdministrator = async (server: Host): Promise<Omit<SignedIn, "participantId">> => {
  const link = await createSetUpLink(server.orm.em.fork(), server.config);
  if (!link) throw new Error("The administrator has signed in already; keep the first cookie.");
  return signIn(server, link.url);
};

/** Opens a sign-in link like a browser does. */
export const signIn = async (server: Host, link: string): Promise<Omit<SignedIn, "participantId">> => {
  const { cookie, errors } = await server.graphql.send(
    `mutation ($input: SignInWithLinkInput!) { signInWithLink(input: $input) { viewer { __typename } } }`,
    { input: { token: new URL(link).hash.slice(1) } },
  );
  if (!cookie) throw new Error(`The link did not sign in: ${errors[0]?.message}`);
  return { cookie, graphql: server.graphql.as(cookie) };
};

/** Sets a table: a project, a workshop and an open board, moderated by a new administrator or by `moderator`. */
export const setTable = async (server: Host, options: TableOptions = {}): Promise<Table> => {
  const moderator = options.moderator ?? (await signInAdministrator(server));
  const { graphql } = moderator;

  const { createProject } = await graphql.run<{
    createProject: { project: { id: string; participants: { nodes: { id: string }[] } } };
  }>(
    `mutation ($input: CreateProjectInput!) {
      createProject(input: $input) { project { id participants(first: 1) { nodes { id } } } }
    }`,
    { input: { name: "Rights in shared spaces", country: "IT" } },
  );
  const projectId = createProject.project.id;

  const { createWorkshop } = await graphql.run<{ createWorkshop: { workshop: { id: string } } }>(
    `mutation ($input: CreateWorkshopInput!) { createWorkshop(input: $input) { workshop { id } } }`,
    { input: { projectId, title: "First round table" } },
  );
  const workshopId = createWorkshop.workshop.id;

  const { editing, display } = options;
  const { createBoard } = await graphql.run<{ createBoard: { board: { id: string } } }>(
    `mutation ($input: CreateBoardInput!) { createBoard(input: $input) { board { id } } }`,
    { input: { workshopId, templateId: "civic-space-swot", title: "SWOT", editing, display } },
  );

  const codes = new Map<string, string>();
  const codeFor = async (role: string) => {
    const known = codes.get(role);
    if (known) return known;
    const { createInvite } = await graphql.run<{ createInvite: { invite: { code: string } } }>(
      `mutation ($input: CreateInviteInput!) { createInvite(input: $input) { invite { code } } }`,
      { input: { workshopId, role } },
    );
    codes.set(role, createInvite.invite.code);
    return createInvite.invite.code;
  };

  const participantId = createProject.project.participants.nodes[0]!.id;
  return {
    projectId,
    workshopId,
    boardId: createBoard.board.id,
    moderator: { ...moderator, participantId },
    join: async ({ displayName = "Heron", stakeholderGroup = "CSO", role = "CONTRIBUTOR" } = {}) =>
      joinWorkshop(server, { code: await codeFor(role), displayName, stakeholderGroup }),
  };
};

/** Joins a workshop by an invitation’s code, as a browser without a session does. */
export const joinWorkshop = async (
  server: Host,
  input: { code: string; displayName: string; stakeholderGroup: string },
): Promise<SignedIn> => {
  const { cookie, data, errors } = await server.graphql.send<{
    joinWorkshop: { participant: { id: string } };
  }>(`mutation ($input: JoinWorkshopInput!) { joinWorkshop(input: $input) { participant { id } } }`, {
    input,
  });
  if (!cookie || !data) throw new Error(`Nobody joined: ${errors[0]?.message}`);
  return { cookie, graphql: server.graphql.as(cookie), participantId: data.joinWorkshop.participant.id };
};
