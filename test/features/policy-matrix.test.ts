import { ACTIONS, type Action, rawItem, RULES } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import { BoardRights } from "@tavolo/server/sync/gate/board-rights.ts";
import { loadRoom } from "@tavolo/server/sync/rooms/load-room.ts";
import type { RoomDocument } from "@tavolo/server/sync/rooms/room-document.ts";
import { afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import {
  type Cell,
  cells,
  expected,
  nameOf,
  paths,
  states,
  verbs,
  type Writer,
  writers,
} from "../policy/content-matrix.ts";
import { contentCall } from "../policy/content-calls.ts";
import { type PolicyPlace, setPolicyPlace } from "../policy/policy-place.ts";
import { useTestServer } from "../support/start-test-server.ts";
import { openHostileWriter } from "../trials/hostile-writer.ts";

/** A program for reading owns nothing. */
const asked = cells.filter(({ writer, own }) => !(writer === "reading program" && own));

/** Through a socket and GraphQL: where a board is closed, whose item it is and who may edit makes no difference. */
const atTheDoors = asked.filter(({ state, editing, own }) => state === "open" || (editing === "own") !== own);

describe("who may write what", () => {
  const server = useTestServer();
  let place: PolicyPlace;
  const rooms = new Map<string, RoomDocument>();

  beforeAll(async () => {
    place = await setPolicyPlace(server);
    const em = server.orm.em.fork();
    for (const id of Object.values(place.boards)) {
      await server.engine.caughtUp(id);
      rooms.set(id, (await loadRoom(server.orm.em, await em.findOneOrFail(BoardSchema, id))).content);
    }
  });

  /** What the gate says of the rights at every declared path and to those that nobody may write. */
  const askGate = (cell: Cell): Record<string, [got: string, expected: string]> => {
    const content = rooms.get(place.board(cell))!;
    const state = cell.state === "archived" ? "open" : cell.state;
    const standing = {
      state,
      stateReason: null,
      archived: cell.state === "archived",
      editing: cell.editing,
      display: "named",
    } as const;
    const nobody = { participantOf: () => null };
    const rights = new BoardRights(content, standing, false, place.actor(cell.writer), nobody);
    const answers: Record<string, [string, string]> = {};
    for (const { collection, item, field, verb } of paths) {
      const id = field === null ? "a-new-item" : place.item(cell, item);
      // What is a text or a map is written in, and never put aside.
      const inside =
        field !== null && rawItem(content.doc, collection, id)?.get(field) instanceof Y.AbstractType;
      const at = { root: collection, path: field === null ? [id] : [id, field], inside };
      answers[`${collection}.${field ?? "(new)"}`] = [
        rights.refuseWrite(at, null)?.code ?? "ok",
        expected(cell, verb),
      ];
      if (field === null) continue;
      answers[`${collection}.${field} (delete)`] = [
        rights.refuseDelete(at, null)?.code ?? "ok",
        expected(cell, verb),
      ];
      if (inside) {
        const container = rights.refuseWrite({ ...at, inside: false }, null);
        answers[`${collection}.${field} (replace)`] = [container?.code ?? "ok", "CONTENT_REFUSED"];
      }
      const item_ = { root: collection, path: [id], inside: false };
      answers[`${collection} (replace)`] = [rights.refuseWrite(item_, null)?.code ?? "ok", "FORBIDDEN"];
      answers[`${collection} (delete)`] = [rights.refuseDelete(item_, null)?.code ?? "ok", "FORBIDDEN"];
    }
    for (const verb of verbs) {
      for (const { collection, item } of paths.filter(({ field }) => field === null)) {
        const id = verb === "add" ? null : place.item(cell, item);
        answers[`${collection}: ${verb}`] = [
          rights.refuse(collection, verb, id)?.code ?? "ok",
          expected(cell, verb),
        ];
      }
    }
    answers["the board itself"] = [
      rights.refuseWrite({ root: "board", path: ["title"], inside: false }, null)?.code ?? "ok",
      "FORBIDDEN",
    ];
    return answers;
  };
  const mismatches = (chosen: readonly Cell[]): string[] =>
    chosen.flatMap((cell) =>
      Object.entries(askGate(cell))
        .filter(([, [got, wanted]]) => got !== wanted)
        .map(([what, [got, wanted]]) => `${nameOf(cell)}: ${what} answered ${got}, not ${wanted}`),
    );

  test("[GATE-12] the gate answers for every declared path as the table says", () => {
    expect(paths.length).toBeGreaterThan(20);
    expect(mismatches(asked)).toEqual([]);
  });

  describe.each(writers)("%s", (writer: Writer) => {
    const own = atTheDoors.filter((cell) => cell.writer === writer);

    test.each(own.map((cell) => [nameOf(cell), cell] as const))(
      "[GATE-12] by GraphQL: %s",
      async (_name, cell) => {
        const { graphql } = place.people[writer];
        const got: Record<string, string> = {};
        const wanted: Record<string, string> = {};
        for (const item of ["note", "cluster"] as const) {
          for (const verb of verbs) {
            const { query, input } = contentCall(verb, item, place.board(cell), place.item(cell, item));
            const { errors } = await graphql.send(query, { input });
            got[`${item}.${verb}`] = errors[0]?.extensions.code ?? "ok";
            wanted[`${item}.${verb}`] = expected(cell, verb);
          }
        }
        expect(got).toEqual(wanted);
      },
    );

    test.each(own.map((cell) => [nameOf(cell), cell] as const))(
      "[GATE-12] by the socket: %s",
      async (_name, cell) => {
        const socket = await openHostileWriter(
          server.url,
          place.board(cell),
          place.people[writer].credentials,
        );
        onTestFinished(() => socket.close());
        const got: Record<string, string> = {};
        const wanted: Record<string, string> = {};
        for (const { collection, item, field, verb } of paths) {
          // One path of each verb; the gate was asked about all of them above.
          const sample = { add: null, edit: "language", move: "section", remove: "removed", restore: null }[
            verb
          ];
          if (field !== sample) continue;
          const id = place.item(cell, item);
          got[`${item}.${verb}`] = await socket.attempt((doc) => {
            const items = doc.getMap<Y.Map<unknown>>(collection);
            if (field === null) items.set(crypto.randomUUID(), new Y.Map());
            // The value that is there, set once more: an edit by every measure, and the next cell finds the same.
            else items.get(id)?.set(field, items.get(id)?.get(field) ?? null);
          });
          wanted[`${item}.${verb}`] = expected(cell, verb);
        }
        expect(got).toEqual(wanted);
      },
    );
  });

  describe("a policy that was loosened is found out", () => {
    const table = RULES as Record<string, Record<string, unknown>>;
    let restore = () => {};
    afterEach(() => restore());

    const contentActions = ACTIONS.filter((action) => /^(note|cluster)\./.test(action));
    const loosenings = contentActions.flatMap((action) => [
      [action, "roles"] as const,
      ...Object.keys(RULES[action])
        .filter((key) => key !== "roles")
        .map((key) => [action, key] as const),
    ]);

    test.each(loosenings)("%s without its %s", (action: Action, key: string) => {
      const rule = table[action]!;
      restore = () => void (table[action] = rule);
      table[action] = {
        ...rule,
        [key]: key === "roles" ? ["moderator", "contributor", "observer"] : undefined,
      };
      expect(mismatches(asked).length).toBeGreaterThan(0);
    });

    test.each(contentActions)("%s taken out of the table", (action) => {
      const rule = table[action]!;
      restore = () => void (table[action] = rule);
      delete table[action];
      expect(() => {
        if (mismatches(asked).length > 0) throw new Error("found");
      }).toThrow();
    });
  });

  test("every state of a board is in the matrix", () => {
    expect(states).toHaveLength(3);
  });
});
