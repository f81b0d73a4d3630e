import { boardTemplates, newId, type BoardEditor } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import type { BoardActor } from "@tavolo/server/sync/sync-engine.ts";
import type { GraphQLClient } from "./graphql-client.ts";
import { type SeededBoard, seedBoard } from "./seed-board.ts";
import type { TestServer } from "./start-test-server.ts";

/** Where an item is, as the API takes it. */
export interface Address {
  readonly boardId: string;
  readonly collection: string;
  readonly id: string;
}

/** A project whose boards lead from a note to an indicator. */
export interface Chain {
  readonly project: SeededBoard;
  readonly moderator: GraphQLClient;
  readonly note: Address;
  readonly cluster: Address;
  readonly factor: Address;
  readonly strategy: Address;
  readonly card: Address;
  readonly action: Address;
  readonly indicator: Address;
  board(kind: string, place?: { project: string; workshop: string }): Promise<string>;
  add(boardId: string, collection: string, fields: object): Promise<Address>;
  edit(boardId: string, apply: (editor: BoardEditor) => void): Promise<void>;
  link(from: Address, to: Address, field?: string): Promise<Linked>;
}

export interface Linked {
  readonly citing: { readonly id: string } | null;
  readonly field: string | null;
  readonly changed: boolean;
  readonly revision: number | null;
}

export const linkItems = `mutation ($input: LinkItemsInput!) {
  linkItems(input: $input) { citing { id } field changed revision } }`;

/** Lays out five boards of one project and links what stands on them; the note is a resident association’s. */
export const layOutChain = async (server: TestServer): Promise<Chain> => {
  const project = await seedBoard(server.orm.em, "swot");
  const moderator = server.graphql.withToken(project.moderator.token);
  const writers = [];
  // Enough that the group is counted for itself.
  for (const name of ["Ada", "Bo", "Cleo", "Dana", "Eli"])
    writers.push(await project.seat("contributor", name, "cso"));
  const actorOf = (participantId: string): BoardActor => ({
    participantId,
    role: "moderator",
    kind: "human",
  });
  const lead = actorOf(project.moderator.participantId);

  const board: Chain["board"] = async (
    kind,
    place = { project: project.projectId, workshop: project.workshopId },
  ) => {
    const { id: templateId, version, name } = boardTemplates().find((one) => one.kind === kind)!;
    const id = newId();
    await server.orm.em.fork().insert(BoardSchema, {
      id,
      ...place,
      kind,
      templateId,
      templateVersion: version,
      title: name,
      language: "en",
    });
    return id;
  };
  const added = async (
    actor: BoardActor,
    boardId: string,
    collection: string,
    fields: object,
  ): Promise<Address> => {
    const { result } = await server.engine.edit({
      boardId,
      actor,
      apply: (editor) => editor.add(collection, { ...fields }),
    });
    return { boardId, collection, id: result };
  };
  const add: Chain["add"] = (boardId, collection, fields) => added(lead, boardId, collection, fields);
  const link: Chain["link"] = async (from, to, field) =>
    (await moderator.run<{ linkItems: Linked }>(linkItems, { input: { from, to, field } })).linkItems;

  const swot = project.boardId;
  const cluster = await add(swot, "clusters", { name: "Doors close too early", section: "W" });
  const note = await added(actorOf(writers[0]!.participantId), swot, "notes", {
    text: "The library is shut when we get off work",
    section: "W",
    cluster: cluster.id,
  });
  const tows = await board("tows");
  const factor = await add(tows, "factors", { text: "Doors close too early", side: "W" });
  const strategy = await add(tows, "strategies", { strategy: "Open in the evening", section: "WO" });
  const card = await add(await board("recommendations"), "cards", {
    text: "Keep libraries open until ten",
    section: "recommendation",
  });
  const action = await add(await board("action_plan"), "actions", {
    action: "A second shift",
    section: "A1",
  });
  const indicator = await add(await board("monitoring_tool"), "indicators", {
    title: "Evening hours per week",
    section: "PROCESS",
    standards: ["CFR-12"],
  });
  const steps = [cluster, factor, strategy, card, action, indicator];
  for (const [index, to] of steps.entries()) if (index > 0) await link(steps[index - 1]!, to);
  return {
    project,
    moderator,
    note,
    cluster,
    factor,
    strategy,
    card,
    action,
    indicator,
    board,
    add,
    link,
    edit: async (boardId, apply) => {
      await server.engine.edit({ boardId, actor: lead, apply });
    },
  };
};
