import { equalityDeep } from "lib0/function";
import { isId } from "../ids.ts";
import type { BoardDefinition } from "./define-board.ts";
import type { Field } from "./field.ts";
import { isTextField } from "./fields/text.ts";

/** A place in a document: the root’s name, then map keys down to it. */
export interface DocumentPlace {
  readonly root: string;
  readonly path: readonly string[];
  /** Whether something stands there under the last key, or inside, in the sequence that stands there. */
  readonly inside: boolean;
}

/** What somebody wants to put at a place of a document. */
export type Content =
  | { readonly kind: "map" }
  | { readonly kind: "text" }
  | { readonly kind: "characters" }
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "other" };

/**
 * Two people’s honest insertions can add up to more than a text’s limit, many people’s to several times as much.
 * Beyond this factor nobody was honest.
 */
const TEXT_TOLERANCE = 10;
/** `Y.Text` counts UTF-16 units; a code point has at most two. */
const UNITS_PER_CODE_POINT = 2;

/**
 * Whether the declared board has a place for this content: the gate’s question before an update is applied. It says
 * no only to what no honest client writes; rights and the state of the board are asked elsewhere.
 */
export function admits(board: BoardDefinition, place: DocumentPlace, content: Content): boolean {
  const { root, path, inside } = place;
  const [id, name, key, ...deeper] = path;
  if (!Object.hasOwn(board.collections, root) || !isId(id) || deeper.length > 0) return false;
  if (name === undefined) return content.kind === "map" && !inside;
  const field = fieldAt(board, place);
  if (!field) return false;
  if (inside) return key === undefined && field.shared === "text" && content.kind === "characters";
  if (key !== undefined) return content.kind === "value" && !!field.admitsEntry?.(key, content.value);
  if (field.shared !== "plain") return content.kind === field.shared;
  // What the strict editor wrote reads as itself; what does not would be repaired by every reader.
  return content.kind === "value" && equalityDeep(field.read(content.value), content.value);
}

/** How long the shared text at a place may be, in UTF-16 units; null where no text stands. */
export function textTolerance(board: BoardDefinition, place: DocumentPlace): number | null {
  const field = fieldAt(board, place);
  return field && isTextField(field) ? field.maxLength * TEXT_TOLERANCE * UNITS_PER_CODE_POINT : null;
}

function fieldAt(board: BoardDefinition, { root, path }: DocumentPlace): Field | null {
  const fields = board.collections[root]?.fields;
  const name = path[1];
  return (fields && name !== undefined && Object.hasOwn(fields, name) && fields[name]) || null;
}
