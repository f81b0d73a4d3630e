import type { DocumentPlace } from "@tavolo/schema";
import * as Y from "yjs";

/** Where a struct stands; list positions add nothing. */
export type Place = DocumentPlace;

/** Structs of the update refer to each other in a circle, which no client produces. */
export class CircularStructs extends Error {
  override name = "CircularStructs";
}

/** A struct of the update refers to one that neither the document nor the update holds. */
export class MissingStruct extends Error {
  override name = "MissingStruct";
}

type Struct = Y.Item | Y.GC;
type SharedType = Parameters<Y.Transaction["changed"]["get"]>[0];

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

const under = (place: Place | null, key: string | null): Place | null =>
  place && key !== null ? { root: place.root, path: [...place.path, key], inside: false } : place;

/**
 * Resolves the places of an update’s structs before it is applied: through parents, through neighbours
 * (a struct with an origin does not repeat its parent), and through containers new in the same update.
 */
export class PlaceResolver {
  readonly #incoming = new Map<number, Struct[]>();
  readonly #known = new Map<Struct, Place | null>();
  /** Structs whose place is being looked for, through neighbours and parents. */
  readonly #walking = new Set<Struct>();

  constructor(
    private readonly doc: Y.Doc,
    structs: readonly (Y.Item | Y.GC | Y.Skip)[],
  ) {
    for (const struct of structs) {
      if (struct instanceof Y.Skip) continue;
      // In clock order for each client: an update is written so, and is decoded so.
      const list = this.#incoming.get(struct.id.client);
      if (list) list.push(struct);
      else this.#incoming.set(struct.id.client, [struct]);
    }
  }

  /** Null when the struct’s container is gone. Throws MissingStruct when it refers to what nobody holds. */
  place(struct: Struct): Place | null {
    // A run of typed text is a chain of neighbours as long as the text: walk it without recursion.
    const chain: Struct[] = [];
    let current: Struct = struct;
    let place: Place | null | undefined;
    while (place === undefined) {
      place = this.#known.get(current);
      if (place !== undefined) break;
      if (this.#walking.has(current)) throw new CircularStructs("Structs refer to each other in a circle.");
      this.#walking.add(current);
      chain.push(current);
      if (!(current instanceof Y.Item)) place = null;
      else if (current.parent !== null) place = this.#placeFromParent(current);
      else {
        const neighbour = current.origin ?? current.rightOrigin;
        if (neighbour === null) place = null;
        else current = this.#find(neighbour);
      }
    }
    for (const link of chain) {
      this.#known.set(link, place);
      this.#walking.delete(link);
    }
    return place;
  }

  #placeFromParent(item: Y.Item): Place | null {
    const { parent }: { parent: Y.Item["parent"] | string } = item;
    if (parent === null) return null;
    const place =
      typeof parent === "string"
        ? { root: parent, path: [], inside: true }
        : parent instanceof Y.AbstractType
          ? placeOfType(parent)
          : inside(this.place(this.#find(parent)));
    return under(place, item.parentSub);
  }

  #find(id: Y.ID): Struct {
    if (id.clock < Y.getState(this.doc.store, id.client)) return Y.getItem(this.doc.store, id);
    const structs = this.#incoming.get(id.client) ?? [];
    let low = 0;
    let high = structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle]!;
      if (id.clock < struct.id.clock) high = middle - 1;
      else if (id.clock >= struct.id.clock + struct.length) low = middle + 1;
      else return struct;
    }
    throw new MissingStruct(`No struct ${id.client}:${id.clock}`);
  }
}
