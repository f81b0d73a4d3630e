import * as Y from "yjs";

/** Where a struct stands: the root’s name, then map keys down to it; list positions add nothing. */
export interface Place {
  readonly root: string;
  readonly path: readonly string[];
}

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

/** Place of a shared type that is part of a document; null when it was deleted and collected. */
export function placeOfType(type: SharedType): Place | null {
  const path: string[] = [];
  let current = type;
  while (current._item) {
    const item: Y.Item = current._item;
    if (item.parentSub !== null) path.unshift(item.parentSub);
    if (!(item.parent instanceof Y.AbstractType)) return null;
    current = item.parent;
  }
  return { root: Y.findRootTypeKey(current), path };
}

/** Place of a struct that is part of a document; null for one whose container is gone. */
export function placeOfItem(item: Y.Item): Place | null {
  if (!(item.parent instanceof Y.AbstractType)) return null;
  const place = placeOfType(item.parent);
  return place && item.parentSub !== null ? { ...place, path: [...place.path, item.parentSub] } : place;
}

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
        ? { root: parent, path: [] }
        : parent instanceof Y.AbstractType
          ? placeOfType(parent)
          : this.place(this.#find(parent));
    return place && item.parentSub !== null ? { ...place, path: [...place.path, item.parentSub] } : place;
  }

  #find(id: Y.ID): Struct {
    if (id.clock < Y.getState(this.doc.store, id.client)) return Y.getItem(this.doc.store, id);
    const struct = this.#incoming
      .get(id.client)
      ?.find(
        (candidate) => candidate.id.clock <= id.clock && id.clock < candidate.id.clock + candidate.length,
      );
    if (!struct) throw new MissingStruct(`No struct ${id.client}:${id.clock}`);
    return struct;
  }
}
