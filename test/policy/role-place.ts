import { boardTemplates } from "@tavolo/schema";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, type SignedIn, type Table } from "../support/sign-in.ts";
import type { LaidOut } from "./lay-out-kinds.ts";
import type { TestServer } from "../support/start-test-server.ts";

/** A table with one of everything that the rows of `role-rows.ts` ask about. */
export interface RolePlace extends Table {
  noteId: string;
  clusterId: string;
  /** A board of recommendations with one card. */
  cardBoardId: string;
  cardId: string;
  inviteId: string;
  inviteCode: string;
  tokenId: string;
  guestId: string;
  /** One of the project’s own, worded anew. */
  templateId: string;
  organisationId: string;
  otherOrganisationId: string;
  moderatorInvitationId: string;
  observer: SignedIn;
  contributor: SignedIn;
  /** A board of each kind that is not the SWOT, with something in every field of its items; where it is laid out. */
  kinds: Readonly<Record<string, LaidOut>>;
  /** A program with a token for writing: a contributor of the whole project. */
  program: GraphQLClient;
}

const english = (text: string) => [{ language: "EN", text }];
const REWORDED = {
  sections: ["S", "W", "O", "T"].map((key) => ({
    key,
    names: english(`Ours: ${key}`),
    guidingQuestions: [{ texts: english("What is there?") }],
  })),
  columns: [{ collection: "notes", field: "evidence", labels: english("How do we know?"), shown: true }],
};

/** Sets such a table, moderated by `moderator`. */
export const setRolePlace = async (
  server: TestServer,
  moderator: Pick<SignedIn, "cookie" | "graphql">,
): Promise<RolePlace> => {
  const table = await setTable(server, { moderator });
  const { boardId, workshopId, projectId } = table;
  const make = async (mutation: string, type: string, values: object, path: string) => {
    const answer = await moderator.graphql.run(
      `mutation ($input: ${type}!) { made: ${mutation}(input: $input) ${path} }`,
      { input: values },
    );
    return answer["made"] as Record<string, Record<string, string> & string>;
  };
  const organisation = async (name: string) => {
    const input = { projectId, name, type: "CSO" };
    const made = await make(
      "createOrganisation",
      "CreateOrganisationInput",
      input,
      "{ organisation { id } }",
    );
    return made["organisation"]!["id"]!;
  };
  const token = (name: string) =>
    make("createApiToken", "CreateApiTokenInput", { projectId, name }, "{ token apiToken { id } }");
  const invite = async () =>
    (await make("createInvite", "CreateInviteInput", { workshopId }, "{ invite { id code } }"))["invite"]!;
  const template = await make(
    "cloneTemplate",
    "CloneTemplateInput",
    { projectId, templateId: "civic-space-swot", name: "Our SWOT" },
    "{ template { id } }",
  );
  const templateId = template["template"]!["id"]!;
  await make(
    "updateTemplate",
    "UpdateTemplateInput",
    { id: templateId, expectedVersion: 1, content: REWORDED },
    "{ template { id } }",
  );
  const where = { boardId, section: "STRENGTHS" };
  const note = await make("addNote", "AddNoteInput", { ...where, text: "One" }, "{ note { id } }");
  const cluster = await make("addCluster", "AddClusterInput", where, "{ cluster { id } }");
  const { id: cardTemplateId } = boardTemplates().find(({ kind }) => kind === "recommendations")!;
  const cards = { workshopId, templateId: cardTemplateId, title: "Recommendations" };
  const cardBoard = await make("createBoard", "CreateBoardInput", cards, "{ board { id } }");
  const cardBoardId = cardBoard["board"]!["id"]!;
  const card = await server.engine.edit({
    boardId: cardBoardId,
    actor: { participantId: table.moderator.participantId, role: "moderator", kind: "human" },
    apply: (editor) => editor.add("cards", { section: "problem", text: "Doors close early" }),
  });
  const invited = await make(
    "inviteModerator",
    "InviteModeratorInput",
    { projectId, email: "colleague@example.org" },
    "{ invitation { id } }",
  );
  return {
    ...table,
    cardBoardId,
    cardId: card.result,
    noteId: note["note"]!["id"]!,
    clusterId: cluster["cluster"]!["id"]!,
    tokenId: (await token("Old"))["apiToken"]!["id"]!,
    inviteId: (await invite())["id"]!,
    inviteCode: (await invite())["code"]!,
    moderatorInvitationId: invited["invitation"]!["id"]!,
    templateId,
    organisationId: await organisation("Forum of friends"),
    otherOrganisationId: await organisation("Friends’ forum"),
    guestId: (await table.join({ displayName: "Guest" })).participantId,
    kinds: {},
    observer: await table.join({ displayName: "Owl", role: "OBSERVER" }),
    contributor: await table.join({ displayName: "Heron" }),
    program: server.graphql.withToken((await token("Script"))["token"]!),
  };
};
