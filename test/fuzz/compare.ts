import { isDeepStrictEqual } from "node:util";
import { admits, type Content, readBoard, readItem, swot } from "@tavolo/schema";
import { BoardSchema } from "@tavolo/server/boards/board.entity.ts";
import type { EntityManager } from "@tavolo/server/database/entity-manager.ts";
import { BoardEventSchema } from "@tavolo/server/sync/projection/board-event.entity.ts";
import { BoardItemSchema } from "@tavolo/server/sync/projection/board-item.entity.ts";
import { loadRoom } from "@tavolo/server/sync/rooms/load-room.ts";
import * as Y from "yjs";

/** The board as the journal has it. */
export async function journalled(em: EntityManager, boardId: string): Promise<Y.Doc> {
  const { content } = await loadRoom(em, await em.fork().findOneOrFail(BoardSchema, boardId));
  return content.doc;
}

export const isSameDocument = (one: Y.Doc, other: Y.Doc): boolean =>
  Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));

/** In what a participant’s copy differs from the board. */
export function differences(name: string, copy: Y.Doc, board: Y.Doc): string[] {
  const found: string[] = [];
  if (!isSameDocument(copy, board)) found.push(`${name} holds another document than the journal`);
  if (!isDeepStrictEqual(readBoard(swot, copy), readBoard(swot, board)))
    found.push(`${name} reads another board`);
  return found;
}

/** Where the projection and its events tell something else than the board. */
export async function projectionFaults(em: EntityManager, boardId: string, board: Y.Doc): Promise<string[]> {
  const fork = em.fork();
  const found: string[] = [];
  const rows = await fork.find(BoardItemSchema, { board: boardId });
  const items = Object.keys(swot.collections).flatMap((collection) =>
    [...board.getMap(collection).keys()].map((id) => ({ collection, id })),
  );
  if (rows.length !== items.length) found.push(`${rows.length} rows stand for ${items.length} items`);
  for (const { collection, id } of items) {
    const row = rows.find((each) => each.id === id && each.collection === collection);
    const item: Record<string, unknown> = {
      ...readItem(swot, board, collection as "notes" | "clusters", id),
    };
    delete item["noteIds"];
    if (!isDeepStrictEqual(row?.content, item)) found.push(`The row of ${collection}/${id} is out of date`);
  }
  const events = await fork.find(BoardEventSchema, { board: boardId }, { orderBy: { number: "asc" } });
  events.forEach(({ number }, index) => {
    if (number !== index + 1) found.push(`Event ${number} stands where ${index + 1} belongs`);
  });
  for (const { id, removed } of rows) {
    const told = events.findLast(
      (event) => event.item === id && ["item.added", "item.removed", "item.restored"].includes(event.type),
    );
    if ((told?.type === "item.removed") !== removed) found.push(`The events tell another end of ${id}`);
  }
  return found;
}

/** What stands in a document that the declared board has no place for. */
export function schemaViolations(doc: Y.Doc): string[] {
  const found: string[] = [];
  for (const root of doc.share.keys()) {
    if (root === "meta") continue;
    for (const [id, item] of doc.getMap(root)) {
      const visit = (path: string[], content: Content) => {
        if (!admits(swot, { root, path, inside: false }, content)) found.push(`${root}/${path.join("/")}`);
      };
      visit([id], kindOf(item));
      if (!(item instanceof Y.Map)) continue;
      for (const [field, value] of item) {
        visit([id, field], kindOf(value));
        if (value instanceof Y.Map) for (const [key, entry] of value) visit([id, field, key], kindOf(entry));
      }
    }
  }
  return found;
}

function kindOf(value: unknown): Content {
  if (value instanceof Y.Map) return { kind: "map" };
  if (value instanceof Y.Text) return { kind: "text" };
  return value instanceof Y.AbstractType ? { kind: "other" } : { kind: "value", value };
}
