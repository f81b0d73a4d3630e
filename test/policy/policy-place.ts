import type { BoardActor } from "@tavolo/server/sync/sync-engine.ts";
import type { GraphQLClient } from "../support/graphql-client.ts";
import { setTable, type Table } from "../support/sign-in.ts";
import type { TestServer } from "../support/start-test-server.ts";
import { type Cell, editings, type State, states, type Writer, writers } from "./content-matrix.ts";

/** Somebody of the matrix, and what they came with. */
export interface Person {
  readonly graphql: GraphQLClient;
  readonly credentials: { cookie?: string; token?: string };
  readonly participantId: string;
}

export interface PolicyPlace {
  readonly table: Table;
  readonly people: Readonly<Record<Writer, Person>>;
  readonly boards: Readonly<Record<string, string>>;
  /** An item that this writer added, or that another did. */
  item(cell: Cell, item: "note" | "cluster"): string;
  board(cell: Pick<Cell, "state" | "editing">): string;
  actor(writer: Writer): BoardActor;
}

const keyOf = ({ state, editing }: Pick<Cell, "state" | "editing">) => `${state} ${editing}`;

/** Who writes, and how they are asked. */
export interface PolicyPeople {
  readonly table: Table;
  readonly people: Readonly<Record<Writer, Person>>;
  run<Data>(
    client: GraphQLClient,
    mutation: string,
    input: object,
    fields: string,
    type?: string,
  ): Promise<Data>;
}

/** Everybody of the matrix at one table; the observer still writes until `beginToObserve`. */
export const setPolicyPeople = async (server: TestServer): Promise<PolicyPeople> => {
  const table = await setTable(server);
  const { graphql } = table.moderator;
  const run = async <Data>(
    client: GraphQLClient,
    mutation: string,
    input: object,
    fields: string,
    type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`,
  ) => {
    const answer = await client.run<Record<"done", Data>>(
      `mutation ($input: ${type}!) { done: ${mutation}(input: $input) ${fields} }`,
      { input },
    );
    return answer.done;
  };
  const program = async (scope: string): Promise<Person> => {
    const input = { projectId: table.projectId, name: scope, scope };
    const { token, apiToken } = await run<{ token: string; apiToken: { participant: { id: string } } }>(
      graphql,
      "createApiToken",
      input,
      "{ token apiToken { participant { id } } }",
    );
    return {
      graphql: server.graphql.withToken(token),
      credentials: { token },
      participantId: apiToken.participant.id,
    };
  };
  const guest = async (displayName: string): Promise<Person> => {
    const { cookie, ...rest } = await table.join({ displayName });
    return { ...rest, credentials: { cookie } };
  };
  const { cookie, ...moderator } = table.moderator;
  const people: Record<Writer, Person> = {
    moderator: { ...moderator, credentials: { cookie } },
    contributor: await guest("Heron"),
    observer: await guest("Owl"),
    "writing program": await program("WRITE"),
    "reading program": await program("READ"),
  };
  return { table, people, run };
};

/** From here on the observer only looks on. */
export const beginToObserve = ({ table, people, run }: PolicyPeople): Promise<unknown> =>
  run(
    table.moderator.graphql,
    "setParticipantRole",
    { participantId: people.observer.participantId, role: "OBSERVER" },
    "{ participant { id } }",
  );

/** Sets a board for each state and editing rule, with items of every writer, and brings it into that state. */
export const setPolicyPlace = async (server: TestServer): Promise<PolicyPlace> => {
  const everybody = await setPolicyPeople(server);
  const { table, people, run } = everybody;
  const { graphql } = table.moderator;

  const boards: Record<string, string> = {};
  const items = new Map<string, string>();
  for (const state of states) {
    for (const editing of editings) {
      const { board } = await run<{ board: { id: string } }>(
        graphql,
        "createBoard",
        {
          workshopId: table.workshopId,
          templateId: "civic-space-swot",
          title: `${state} ${editing}`,
          editing: editing.toUpperCase(),
        },
        "{ board { id } }",
      );
      boards[keyOf({ state, editing })] = board.id;
      for (const writer of writers) {
        // A program for reading owns nothing; its row asks about another’s item alone.
        const by = writer === "reading program" ? people.moderator : people[writer];
        const where = { boardId: board.id, section: "STRENGTHS" };
        const { note } = await run<{ note: { id: string } }>(
          by.graphql,
          "addNote",
          { ...where, text: "One" },
          "{ note { id } }",
        );
        const { cluster } = await run<{ cluster: { id: string } }>(
          by.graphql,
          "addCluster",
          where,
          "{ cluster { id } }",
        );
        items.set(`${board.id} ${writer} note`, note.id);
        items.set(`${board.id} ${writer} cluster`, cluster.id);
      }
      await bringInto(
        state,
        (mutation, input, type) => run(graphql, mutation, input, "{ board { id } }", type),
        board.id,
      );
    }
  }
  await beginToObserve(everybody);

  const place: PolicyPlace = {
    table,
    people,
    boards,
    board: (cell) => boards[keyOf(cell)]!,
    item: (cell, item) => {
      const other: Writer = cell.writer === "moderator" ? "contributor" : "moderator";
      return items.get(`${place.board(cell)} ${cell.own ? cell.writer : other} ${item}`)!;
    },
    actor: (writer) => actorOf(everybody, writer),
  };
  return place;
};

/** Somebody of the matrix as the engine knows them. */
export const actorOf = ({ table, people }: PolicyPeople, writer: Writer): BoardActor => {
  const { participantId } = people[writer];
  if (writer === "moderator" || writer === "contributor" || writer === "observer")
    return { participantId, role: writer, kind: "human" };
  const scope = writer === "reading program" ? "read" : "write";
  const { projectId } = table;
  return {
    participantId,
    role: scope === "read" ? "observer" : "contributor",
    kind: "integration",
    viewer: { kind: "integration", tokenId: "", participantId, projectId, scope },
  };
};

export const bringInto = async (
  state: State,
  run: (mutation: string, input: object, type?: string) => Promise<unknown>,
  boardId: string,
): Promise<void> => {
  if (state === "frozen") await run("freezeBoard", { boardId, reason: "Agreed." });
  if (state === "archived") await run("archiveBoard", { boardId }, "BoardArchiveInput");
};
