import type * as Y from "yjs";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { joinWorkshop, setTable, type SignedIn } from "../support/sign-in.ts";
import type { TestServer } from "../support/start-test-server.ts";
import { openHostileWriter } from "../trials/hostile-writer.ts";
import { layOutKinds } from "./lay-out-kinds.ts";
import { type RolePlace, setRolePlace } from "./role-place.ts";

/**
 * Who asks for fields: those at the table, and those who are not. The neighbour moderates another workshop of the
 * project, the stranger one of another project.
 */
export const askers = [
  "moderator",
  "contributor",
  "observer",
  "writing program",
  "reading program",
  "neighbour",
  "stranger",
  "waiting",
  "removed",
  "nobody",
] as const;
export type Asker = (typeof askers)[number];

/** With what somebody comes to either door. */
export interface Credentials {
  readonly cookie?: string;
  readonly token?: string;
}

/** A table with something in every field that the API has. */
export interface FieldPlace extends RolePlace {
  /** A frozen copy of another board, with one note that carries everything a note can. */
  boardId: string;
  /** Boards of each display policy with a note of the contributor’s. */
  named: string;
  grouped: string;
  anonymous: string;
  /** A board to which everything has happened. */
  eventful: string;
  /** What opens the invitation to moderate. */
  moderatorToken: string;
  credentials: Readonly<Record<Asker, Credentials>>;
}

export const setFieldPlace = async (
  server: TestServer,
  administrator: Pick<SignedIn, "cookie" | "graphql">,
): Promise<FieldPlace> => {
  const place = await setRolePlace(server, administrator);
  const { projectId, workshopId, guestId, contributor } = place;
  const change = async <Made = Record<string, { id: string }>>(
    mutation: string,
    input: object,
    fields = "{ __typename }",
    { graphql, type }: { graphql?: GraphQLClient; type?: string } = {},
  ): Promise<Made> => {
    const named = type ?? `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await (graphql ?? administrator.graphql).run<{ made: Made }>(
      `mutation ($input: ${named}!) { made: ${mutation}(input: $input) ${fields} }`,
      { input },
    );
    return answer.made;
  };
  const { charterArticles, localFactors } = await administrator.graphql.run<
    Record<"charterArticles" | "localFactors", { code: string }[]>
  >("{ charterArticles { code } localFactors { code } }");

  await change("updateProject", {
    id: projectId,
    city: "Taranto",
    population: 190_000,
    description: "Who may use what is everybody’s.",
  });
  await change("updateWorkshop", { id: workshopId, heldOn: "2026-11-21", place: "Town hall" });
  const labels = [{ language: "EN", text: "Associations" }];
  await change("updateStakeholderGroups", { projectId, groups: [{ group: "CSO", offered: true, labels }] });
  await change("changeName", { displayName: "Ada" });
  await change("changeEmail", { email: "moderator@example.org" });
  const { analysedObject } = await change(
    "createAnalysedObject",
    { projectId, name: "Old market", type: "SERVICE", description: "Where people meet." },
    "{ analysedObject { id } }",
  );

  const { template } = await change(
    "cloneTemplate",
    { projectId, templateId: "pestel-scan", name: "No more" },
    "{ template { id } }",
  );
  await change("archiveTemplate", { id: template!.id }, undefined, { type: "TemplateArchiveInput" });

  const layOut = async (title: string, more: object = {}) => {
    const input = { workshopId, templateId: place.templateId, title, ...more };
    const { board } = await change("createBoard", input, "{ board { id } }");
    return board!.id;
  };
  const original = await layOut("First", { analysedObjectId: analysedObject!.id });
  const { board } = await change(
    "duplicateBoard",
    { boardId: original, title: "Copy", content: true },
    "{ board { id } }",
  );
  const boardId = board!.id;
  const section = "STRENGTHS";
  const translations = [{ language: "IT", text: "Martin pescatore" }];
  const { cluster } = await change(
    "addCluster",
    { boardId, section, name: "Birds", translations },
    "{ cluster { id } }",
    contributor,
  );
  const { note } = await change(
    "addNote",
    {
      boardId,
      section,
      text: "Kingfisher",
      translations,
      clusterId: cluster!.id,
      affected: ["young people"],
      charterArticles: [charterArticles[0]!.code],
      colour: "SAGE",
      evidence: "https://example.org/count",
      factor: localFactors[0]!.code,
    },
    "{ note { id } }",
    contributor,
  );
  const canvas = await openHostileWriter(server.url, boardId, { cookie: contributor.cookie });
  await canvas.attempt((doc) => {
    const lay = (items: string, id: string) =>
      doc.getMap<Y.Map<unknown>>(items).get(id)?.set("position", { x: 120, y: 80 });
    lay("notes", note!.id);
    lay("clusters", cluster!.id);
  });
  canvas.close();
  await server.engine.caughtUp(boardId);
  await change("freezeBoard", { boardId, reason: "Agreed." });

  const signed = async (display: string) => {
    const id = await layOut(display, { display });
    await change("addNote", { boardId: id, section, text: "Heron’s" }, undefined, contributor);
    return id;
  };

  const eventful = await layOut("Eventful", { display: "NAMED" });
  const on = { boardId: eventful };
  for (const item of ["Note", "Cluster"] as const) {
    const words = item === "Note" ? { text: "One" } : { name: "One" };
    const noun = item.toLowerCase();
    const made = await change(`add${item}`, { ...on, section, ...words }, `{ ${noun} { id } }`);
    const which = { ...on, id: made[noun]!.id };
    await change(`edit${item}`, { ...which, ...(item === "Note" ? { text: "Two" } : { name: "Two" }) });
    await change(`move${item}`, { ...which, section: "THREATS" });
    await change(`remove${item}`, which);
    await change(`restore${item}`, which);
  }
  await change("updateBoard", { id: eventful, display: "GROUP", editing: "OWN" });
  await change("freezeBoard", { ...on, reason: "Agreed." });
  await change("reopenBoard", { ...on, reason: "Not yet." });
  await change("archiveBoard", on, undefined, { type: "BoardArchiveInput" });
  await change("restoreBoard", on, undefined, { type: "BoardArchiveInput" });

  const kinds = await layOutKinds(server, place);

  // Enough of one group that it is counted for itself.
  for (const displayName of ["Stork", "Tern", "Plover"]) await place.join({ displayName });
  const { organisationId } = place;
  await change("updateParticipant", { participantId: guestId, organisationId });
  await change("revokeInvite", { id: place.inviteId });
  await change("revokeApiToken", { id: place.tokenId });
  const door = await change<{ invite: { code: string } }>(
    "createInvite",
    { workshopId, label: "At the door", maxUses: 5, needsApproval: true },
    "{ invite { code } }",
  );
  const waiting = await server.graphql.send(
    `mutation ($input: JoinWorkshopInput!) { joinWorkshop(input: $input) { request { state } } }`,
    {
      input: {
        code: door.invite.code,
        displayName: "Wren",
        stakeholderGroup: "CSO",
        organisation: "Forum of friends",
        consentVersion: 2,
      },
    },
  );
  const removed = await place.join({ displayName: "Kestrel" });
  await change("removeParticipant", { participantId: removed.participantId });
  const elsewhere = await setTable(server, { moderator: administrator });
  const { workshop } = await change(
    "createWorkshop",
    { projectId, title: "Next door" },
    "{ workshop { id } }",
  );
  const moderatorOf = async (id: string): Promise<SignedIn> => {
    const made = await change<{ invite: { code: string } }>(
      "createInvite",
      { workshopId: id },
      "{ invite { code } }",
    );
    const seat = await joinWorkshop(server, {
      code: made.invite.code,
      displayName: "Siskin",
      stakeholderGroup: "CSO",
    });
    await change("setParticipantRole", { participantId: seat.participantId, role: "MODERATOR" });
    return seat;
  };
  const neighbour = await moderatorOf(workshop!.id);
  const stranger = await moderatorOf(elsewhere.workshopId);
  const moderatorLink = await change<{ url: string }>(
    "inviteModerator",
    { projectId, email: "another@example.org" },
    "{ url }",
  );
  const token = async (scope: string): Promise<Credentials> =>
    change<{ token: string }>("createApiToken", { projectId, name: scope, scope }, "{ token }");
  const [writing, reading] = [await token("WRITE"), await token("READ")];
  // So that the list of tokens says when one was used last.
  await server.graphql.withToken(writing.token!).run("{ viewer { kind } }");

  return {
    ...place,
    boardId,
    noteId: note!.id,
    clusterId: cluster!.id,
    named: await signed("NAMED"),
    grouped: await signed("GROUP"),
    anonymous: await signed("ANONYMOUS"),
    eventful,
    kinds,
    moderatorToken: new URL(moderatorLink.url).hash.slice(1),
    credentials: {
      moderator: { cookie: administrator.cookie },
      contributor: { cookie: contributor.cookie },
      observer: { cookie: place.observer.cookie },
      "writing program": { token: writing.token },
      "reading program": { token: reading.token },
      neighbour: { cookie: neighbour.cookie },
      stranger: { cookie: stranger.cookie },
      waiting: { cookie: waiting.cookie! },
      removed: { cookie: removed.cookie },
      nobody: {},
    },
  };
};
