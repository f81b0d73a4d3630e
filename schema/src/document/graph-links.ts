import type * as Y from "yjs";
import { type Arrow, closesCircle } from "./circles.ts";
import type { BoardDefinition } from "./define-board.ts";
import { InvalidEdit } from "./invalid-edit.ts";
import { rawItems } from "./layout.ts";
import type { GraphStructure } from "./structure.ts";

/** The graph whose arrows may not close a circle, where this collection holds its arrows; null otherwise. */
export function acyclicGraph({ structure }: BoardDefinition, collection: string): GraphStructure | null {
  return structure.type === "graph" && structure.acyclic && structure.links === collection ? structure : null;
}

/**
 * Refuses an arrow that would close a circle with those that stand. Strict editing alone can ask this: two arrows that
 * are drawn at once are each right by themselves, and reading names the one that closes, see `closingArrows`.
 */
export function checkArrow(
  board: BoardDefinition,
  doc: Y.Doc,
  collection: string,
  id: string,
  endOf: (field: string) => unknown,
): void {
  const graph = acyclicGraph(board, collection);
  if (!graph) return;
  const [from, to] = [endOf(graph.from), endOf(graph.to)];
  if (typeof from !== "string" || typeof to !== "string") return;
  const others = standingArrows(board, doc, graph).filter((arrow) => arrow.id !== id);
  if (closesCircle(others, from, to)) {
    throw new InvalidEdit("INVALID_VALUE", graph.to, "This arrow would lead back to where it starts.");
  }
}

function standingArrows(board: BoardDefinition, doc: Y.Doc, { links, from, to }: GraphStructure): Arrow[] {
  const fields = board.collections[links]?.fields;
  if (!fields) return [];
  const endOf = (name: string, raw: unknown) => {
    const end = fields[name]?.read(raw);
    return typeof end === "string" ? end : null;
  };
  return [...rawItems(doc, links)].flatMap(([id, raw]) =>
    fields.removed.read(raw.get("removed"))
      ? []
      : [{ id, from: endOf(from, raw.get(from)), to: endOf(to, raw.get(to)) }],
  );
}
