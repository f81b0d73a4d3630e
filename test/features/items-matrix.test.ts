import { ACTIONS, type Action, RULES } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { BoardRights } from "@tavolo/server/sync/gate/board-rights.ts";
import { loadRoom } from "@tavolo/server/sync/rooms/load-room.ts";
import type { RoomDocument } from "@tavolo/server/sync/rooms/room-document.ts";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { cells, expected, nameOf, verbs, type Writer, writers } from "../policy/content-matrix.ts";
import { anyItemMutations, itemMutations } from "../policy/item-calls.ts";
import { collectionsOfTheMatrix, type ItemsPlace, setItemsPlace } from "../policy/items-place.ts";
import { actorOf } from "../policy/policy-place.ts";
import { answerTo } from "../policy/role-rows.ts";
import { useTestServer } from "../support/start-test-server.ts";

/** A program for reading owns nothing; where a board is closed, whose item it is makes no difference. */
const asked = cells.filter(
  ({ writer, state, editing, own }) =>
    !(writer === "reading program" && own) && (state === "open" || (editing === "own") !== own),
);

/** What the policy table calls the items of these boards. */
const nouns = new Set(
  collectionsOfTheMatrix.map(([{ collections }, collection]) => collections[collection]!.item),
);

describe("who may write what, on boards of other methods", () => {
  const server = useTestServer();
  let place: ItemsPlace;
  const rooms = new Map<string, RoomDocument>();
  beforeAll(async () => {
    place = await setItemsPlace(server);
    const em = server.orm.em.fork();
    for (const id of place.boards) {
      await server.engine.caughtUp(id);
      rooms.set(id, (await loadRoom(server.orm.em, await em.findOneOrFail(BoardSchema, id))).content);
    }
  }, 120_000);

  test("asks about all that a board can hold beside the SWOT", () => {
    expect([...nouns].toSorted()).toEqual(["link", "note", "row", "shape"]);
  });

  describe.each(writers)("%s", (writer: Writer) => {
    const own = asked.filter((cell) => cell.writer === writer);
    test.each(own.map((cell) => [nameOf(cell), cell] as const))("by GraphQL: %s", async (_name, cell) => {
      const { graphql } = place.people[writer];
      const got: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      for (const [definition, collection] of collectionsOfTheMatrix) {
        const board = place.board(definition.kind, cell);
        const id = place.item(definition.kind, collection, cell);
        const all = [...itemMutations(definition, collection), ...anyItemMutations(collection)];
        for (const { mutation, verb, inputFor } of all) {
          const isBulk = ["items", "ids"].some((key) => key in inputFor(board, id));
          const document = `mutation ($input: ${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!) {
            ${mutation}(input: $input) { revision ${isBulk ? "rows { error { code } }" : ""} } }`;
          const variables = { input: inputFor(board, id) };
          got[`${collection}: ${mutation}`] = await answerTo(graphql, { document, variables });
          wanted[`${collection}: ${mutation}`] = expected(cell, verb);
        }
      }
      expect(got).toEqual(wanted);
    });
  });

  /** What the engine says of each verb on an item of each collection, where it is not what the matrix says. */
  const mismatches = (): string[] =>
    asked.flatMap((cell) =>
      collectionsOfTheMatrix.flatMap(([{ kind }, collection]) => {
        const standing = {
          state: cell.state === "archived" ? "open" : cell.state,
          stateReason: null,
          archived: cell.state === "archived",
          editing: cell.editing,
          display: "named",
        } as const;
        const content = rooms.get(place.board(kind, cell))!;
        const nobody = { participantOf: () => null };
        const rights = new BoardRights(content, standing, false, actorOf(place, cell.writer), nobody);
        return verbs.flatMap((verb) => {
          const id = verb === "add" ? null : place.item(kind, collection, cell);
          const got = rights.refuse(collection, verb, id)?.code ?? "ok";
          return got === expected(cell, verb) ? [] : [`${nameOf(cell)}: ${collection}, ${verb}: ${got}`];
        });
      }),
    );

  describe("a rule that was loosened is found out", () => {
    const table = RULES as Record<string, Record<string, unknown>>;
    let restore = () => {};
    afterEach(() => restore());
    const loosenings = ACTIONS.filter((action) =>
      [...nouns].some((noun) => action.startsWith(`${noun}.`)),
    ).flatMap((action) => Object.keys(RULES[action]).map((key) => [action, key] as const));

    test("and none is as the table stands", () => {
      expect(mismatches()).toEqual([]);
    });

    test.each(loosenings)("%s without its %s", (action: Action, key: string) => {
      const rule = table[action]!;
      restore = () => void (table[action] = rule);
      const everyone = ["moderator", "contributor", "observer"];
      table[action] = { ...rule, [key]: key === "roles" ? everyone : undefined };
      expect(mismatches().length).toBeGreaterThan(0);
    });
  });
});
