import { type BoardEditor, boardKinds, newId, type StakeholderGroup } from "@tavolo/schema";
import {
  OrganisationSchema,
  type OrganisationType,
} from "@tavolo/server/organisations/organisation.entity.ts";
import { ParticipantSchema } from "@tavolo/server/participants/participant.entity.ts";
import type { BoardActor } from "@tavolo/server/sync/sync-engine.ts";
import { addFilledItem } from "./filled-item.ts";
import type { Answer, GraphQLClient } from "./graphql-client.ts";
import { type Seat, type SeededBoard, seedBoard } from "./seed-board.ts";
import type { TestServer } from "./start-test-server.ts";

/** Somebody at the table who can speak. */
export interface Speaker extends Seat {
  readonly graphql: GraphQLClient;
}

/** A monitoring tool with one complete card, the office that is its duty-bearer, and those who speak about it. */
export interface MonitoringTable {
  readonly board: SeededBoard;
  readonly card: string;
  /** The organisation that the card names as its duty-bearer. */
  readonly dutyBearer: string;
  readonly moderator: Speaker;
  readonly office: Speaker;
  readonly network: Speaker;
  seat(name: string, group: StakeholderGroup, organisation?: string): Promise<Speaker>;
  organisation(name: string, type: OrganisationType): Promise<string>;
  edit(apply: (editor: BoardEditor) => void, by?: BoardActor): Promise<unknown>;
  voice(by: Speaker, value: number, reason?: string): Promise<Answer<Decided>>;
  step(to: string, more?: object, by?: Speaker): Promise<Answer<Decided>>;
  /** Both sides say yes. */
  agree(): Promise<void>;
  /** A query about the card. */
  ask<Told>(fields: string, by?: Speaker): Promise<Told>;
}

export interface Decided {
  readonly decided: { readonly revision: number; readonly item: { readonly id: string } };
}

/** Calls a mutation about the card of a board; answers as it came. */
export const decide = ({ graphql }: Speaker, mutation: string, input: object): Promise<Answer<Decided>> => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return graphql.send<Decided>(
    `mutation ($input: ${type}!) { decided: ${mutation}(input: $input) { revision item { id } } }`,
    { input },
  );
};

/** Sets such a table on a server. */
export const setMonitoringTable = async (server: TestServer): Promise<MonitoringTable> => {
  const kind = "monitoring_tool";
  const definition = boardKinds.get(kind)!;
  const board = await seedBoard(server.orm.em, kind);
  const { boardId, projectId, moderator } = board;
  const em = () => server.orm.em.fork();
  const actor: BoardActor = { participantId: moderator.participantId, role: "moderator", kind: "human" };
  const edit: MonitoringTable["edit"] = (apply, by = actor) =>
    server.engine.edit({ boardId, actor: by, apply });
  const speaking = (seat: Seat): Speaker => ({ ...seat, graphql: server.graphql.withToken(seat.token) });
  const organisation: MonitoringTable["organisation"] = async (name, type) => {
    const id = newId();
    await em().insert(OrganisationSchema, { id, project: projectId, name: { en: name }, type });
    return id;
  };
  const seat: MonitoringTable["seat"] = async (name, group, of) => {
    const made = await board.seat("contributor", name, group);
    if (of) await em().nativeUpdate(ParticipantSchema, { id: made.participantId }, { organisation: of });
    return speaking(made);
  };
  const dutyBearer = await organisation("Office for equality", "municipality");
  let card = "";
  await edit((editor) => {
    card = addFilledItem(definition, editor, "indicators");
    editor.set("indicators", card, { dutyBearer: { name: "Office for equality", id: dutyBearer } });
  });
  const place = { boardId, itemId: card };
  const table: MonitoringTable = {
    board,
    card,
    dutyBearer,
    moderator: speaking(moderator),
    office: await seat("Ofelia", "municipality", dutyBearer),
    network: await seat("Nora", "cso"),
    seat,
    organisation,
    edit,
    voice: (by, value, reason) => decide(by, "voiceAgreement", { ...place, value, reason }),
    step: (to, more = {}, by = table.moderator) => decide(by, "takeIndicatorStep", { ...place, to, ...more }),
    async agree() {
      for (const by of [table.office, table.network]) await table.voice(by, 5);
    },
    async ask<Told>(fields: string, by = table.moderator) {
      const answer = await by.graphql.run<{ board: { indicators: { nodes: (Told & { id: string })[] } } }>(
        `query ($id: ID!) { board(id: $id) { ... on MonitoringToolBoard { indicators { nodes { id ${fields} } } } } }`,
        { id: boardId },
      );
      return answer.board.indicators.nodes.find(({ id }) => id === card)!;
    },
  };
  return table;
};
