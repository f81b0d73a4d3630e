import type { DocumentPlace } from "@tavolo/schema";
import * as Y from "yjs";
import { type ElementId, MalformedUpdate, type Struct, type StructGroup } from "./read-update.ts";

/** Where a struct stands; list positions add nothing. */
export type Place = DocumentPlace;

type SharedType = Parameters<Y.Transaction["changed"]["get"]>[0];

/** A board’s containers stand in each other two deep; no board kind comes near this. */
const MAX_NESTING = 16;

/** Place inside a shared type that is part of a document; null when it was deleted and collected. */
export function placeOfType(type: SharedType): Place | null {
  const path: string[] = [];
  let current = type;
  while (current._item) {
    const item: Y.Item = current._item;
    if (item.parentSub !== null) path.unshift(item.parentSub);
    if (!(item.parent instanceof Y.AbstractType)) return null;
    current = item.parent;
  }
  return { root: Y.findRootTypeKey(current), path, inside: true };
}

/** Place of a struct that is part of a document; null for one whose container is gone. */
export function placeOfItem(item: Y.Item): Place | null {
  if (!(item.parent instanceof Y.AbstractType)) return null;
  return under(placeOfType(item.parent), item.parentSub);
}

const inside = (place: Place | null): Place | null => place && { ...place, inside: true };

function under(place: Place | null, key: string | null): Place | null {
  if (!place || key === null) return place;
  if (place.path.length >= MAX_NESTING) throw new MalformedUpdate("Containers stand in each other too deep.");
  return { root: place.root, path: [...place.path, key], inside: false };
}

/**
 * Resolves the places of an update’s structs before it is applied: through parents, through neighbours
 * (a struct with an origin does not repeat its parent), and through containers new in the same update.
 * The structs can be integrated: each builds on what the document or the update holds.
 */
export class PlaceResolver {
  readonly #known = new Map<Struct, Place | null>();

  constructor(
    private readonly doc: Y.Doc,
    private readonly groups: ReadonlyMap<number, StructGroup>,
  ) {}

  /** Null when the struct’s container is gone. Throws MalformedUpdate where containers stand in each other too deep. */
  place(struct: Struct, depth = 0): Place | null {
    // A run of typed text is a chain of neighbours as long as the text: walk it without recursion.
    const chain: Struct[] = [];
    let current = struct;
    let place: Place | null | undefined;
    while (place === undefined) {
      place = this.#known.get(current);
      if (place !== undefined) break;
      chain.push(current);
      const neighbour = current.origin ?? current.rightOrigin;
      if (current.kind !== "item") place = null;
      else if (neighbour === null) place = this.#placeFromParent(current, depth);
      else {
        const found = this.#find(neighbour);
        if (found instanceof Y.Item) place = placeOfItem(found);
        else if (found instanceof Y.GC) place = null;
        else current = found;
      }
    }
    for (const link of chain) this.#known.set(link, place);
    return place;
  }

  #placeFromParent({ parent, key }: Struct, depth: number): Place | null {
    if (typeof parent === "string") return under({ root: parent, path: [], inside: true }, key);
    if (parent === null) return null;
    if (depth > MAX_NESTING) throw new MalformedUpdate("Containers stand in each other too deep.");
    const container = this.#find(parent);
    if (!holdsOthers(container)) throw new MalformedUpdate("A struct stands in one that holds no others.");
    if (container instanceof Y.GC) return null;
    const place = container instanceof Y.Item ? placeOfItem(container) : this.place(container, depth + 1);
    return under(inside(place), key);
  }

  #find(id: ElementId): Struct | Y.Item | Y.GC {
    if (id.clock < Y.getState(this.doc.store, id.client)) return Y.getItem(this.doc.store, id);
    const structs = this.groups.get(id.client)?.structs ?? [];
    let low = 0;
    let high = structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle]!;
      if (id.clock < struct.clock) high = middle - 1;
      else if (id.clock >= struct.clock + struct.length) low = middle + 1;
      else return struct;
    }
    throw new Error(`No struct ${id.client}:${id.clock}, though the order was checked.`);
  }
}

/** Whether others may stand in it: it is a container, or was one. */
function holdsOthers(container: Struct | Y.Item | Y.GC): boolean {
  if (container instanceof Y.GC) return true;
  if (container instanceof Y.Item)
    return container.content instanceof Y.ContentType || container.content instanceof Y.ContentDeleted;
  const { kind, content } = container;
  return (
    kind !== "item" ||
    content === null ||
    content.kind === "map" ||
    content.kind === "text" ||
    content.kind === "other"
  );
}
