import { type BoardDefinition, boardKinds } from "@tavolo/schema";
import { itemTypeName } from "@tavolo/server/kinds/type-names.ts";
import { addBoardOfKind } from "../support/board-of-kind.ts";
import type { TestServer } from "../support/start-test-server.ts";
import { type Cell, editings, states, type Writer, writers } from "./content-matrix.ts";
import { leastInput } from "./item-calls.ts";
import { beginToObserve, bringInto, type PolicyPeople, setPolicyPeople } from "./policy-place.ts";

/** Kinds whose items are together all that the policy table has words for: notes, rows, links, shapes. */
export const kindsOfTheMatrix = ["tows", "theory_of_change", "free_board"] as const;

export const collectionsOfTheMatrix: readonly (readonly [BoardDefinition, string])[] =
  kindsOfTheMatrix.flatMap((kind) => {
    const definition = boardKinds.get(kind)!;
    return Object.keys(definition.collections).map((collection) => [definition, collection] as const);
  });

export interface ItemsPlace extends PolicyPeople {
  readonly boards: readonly string[];
  board(kind: string, cell: Pick<Cell, "state" | "editing">): string;
  /** An item that this writer added, or that another did. */
  item(kind: string, collection: string, cell: Cell): string;
}

/** Sets boards of these kinds for each state and editing rule, with items of every writer. */
export const setItemsPlace = async (server: TestServer): Promise<ItemsPlace> => {
  const everybody = await setPolicyPeople(server);
  const { table, people, run } = everybody;
  const boards = new Map<string, string>();
  const items = new Map<string, string>();
  const circumstances = states.flatMap((state) => editings.map((editing) => ({ state, editing })));
  for (const kind of kindsOfTheMatrix) {
    for (const { state, editing } of circumstances) {
      const boardId = await addBoardOfKind(server.orm.em, table, kind, editing);
      boards.set(`${kind} ${state} ${editing}`, boardId);
      for (const [definition, collection] of collectionsOfTheMatrix) {
        if (definition.kind !== kind) continue;
        for (const writer of writers) {
          // A program for reading owns nothing; its row asks about another’s item alone.
          const by = writer === "reading program" ? people.moderator : people[writer];
          const input = { boardId, item: leastInput(definition, collection) };
          const mutation = `add${itemTypeName(definition, collection)}`;
          const { item } = await run<{ item: { id: string } }>(
            by.graphql,
            mutation,
            input,
            "{ item { id } }",
          );
          items.set(`${boardId} ${collection} ${writer}`, item.id);
        }
      }
      const { graphql } = table.moderator;
      await bringInto(
        state,
        (mutation, input, type) => run(graphql, mutation, input, "{ board { id } }", type),
        boardId,
      );
    }
  }
  await beginToObserve(everybody);
  const place: ItemsPlace = {
    ...everybody,
    boards: [...boards.values()],
    board: (kind, { state, editing }) => boards.get(`${kind} ${state} ${editing}`)!,
    item: (kind, collection, cell) => {
      const other: Writer = cell.writer === "moderator" ? "contributor" : "moderator";
      return items.get(`${place.board(kind, cell)} ${collection} ${cell.own ? cell.writer : other}`)!;
    },
  };
  return place;
};
