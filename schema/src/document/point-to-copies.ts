import type { BoardDefinition } from "./define-board.ts";
import type { Field } from "./field.ts";
import { addressKey, type LinkCopy, linksOf } from "./fields/links.ts";
import { scoreKey, scoresOf } from "./fields/scores.ts";
import { isItemRef } from "./fields/item-ref.ts";
import { isRecord } from "./json.ts";

/** The copy of an item of the board that is copied; null where it was left behind. */
type CopyOf = (collection: string, id: string) => string | null;

/**
 * The fields of an item as its copy on another board holds them: what leads to items of the board itself leads to their
 * copies there, and where one was left behind a link goes on leading to the original; what leads to other boards stays.
 */
export function pointToCopies(
  board: BoardDefinition,
  collection: string,
  item: Readonly<Record<string, unknown>>,
  { from, to, copyOf }: { from: string; to: string; copyOf: CopyOf },
): Record<string, unknown> {
  const copied = (field: Field, value: unknown): unknown => {
    if (isItemRef(field)) return typeof value === "string" ? copyOf(field.collection, value) : null;
    if (!isRecord(value)) return value;
    if (field.kind === "links") {
      const links = linksOf(value as Readonly<Record<string, LinkCopy>>).map(({ kind, text, ...target }) => {
        const copy = target.board === from ? copyOf(target.collection, target.item) : null;
        return [addressKey(copy ? { ...target, board: to, item: copy } : target), { kind, text }] as const;
      });
      return Object.fromEntries(links);
    }
    if (field.kind === "scores" && "against" in field) {
      const against = String(field.against);
      const scores = scoresOf(value as Readonly<Record<string, number>>).flatMap((score) => {
        const copy = copyOf(against, score.against);
        return copy ? [[scoreKey(copy, score.group), score.score] as const] : [];
      });
      return Object.fromEntries(scores);
    }
    if (field.kind === "anchor" && typeof value["collection"] === "string") {
      const copy = copyOf(value["collection"], String(value["item"]));
      return copy ? { collection: value["collection"], item: copy } : null;
    }
    return value;
  };
  return Object.fromEntries(
    Object.entries(board.collections[collection]?.fields ?? {}).map(([name, field]) => [
      name,
      copied(field, item[name]),
    ]),
  );
}
