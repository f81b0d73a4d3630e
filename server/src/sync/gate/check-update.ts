import * as Y from "yjs";
import { clientIdTaken, type TavoloError } from "../../errors.ts";
import type { Place } from "./place.ts";
import { CircularStructs, MissingStruct, PlaceResolver, placeOfItem } from "./place.ts";

export type Verdict =
  /** Everything in it is known already. */
  | { readonly kind: "unchanged" }
  /** `clientIds`: whose structs it brings. */
  | { readonly kind: "accepted"; readonly clientIds: readonly number[] }
  /** It builds on something the document does not hold: the sender is asked for all of it. */
  | { readonly kind: "incomplete" }
  | { readonly kind: "refused"; readonly refusal: TavoloError };

export interface GateQuestions {
  /** Whose structs these are, or null while nobody’s. */
  boundTo(clientId: number): string | null;
  /** Who has announced this client id as their own, or null. */
  claimedBy(clientId: number): string | null;
  /** Null when the actor may insert or set something there. */
  refuseWrite(place: Place): TavoloError | null;
  /** Null when the actor may delete what stands there: a text’s characters, a value that is set anew. */
  refuseDelete(place: Place): TavoloError | null;
}

/** The bytes are not a Yjs update. */
export class MalformedUpdate extends Error {
  override name = "MalformedUpdate";
}

/**
 * Decides about an update before it is applied, by its effect on `doc`: what is known already is a no-op
 * (a step 2 always carries the whole delete set). Throws MalformedUpdate when it does not decode.
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, actorId: string, ask: GateQuestions): Verdict {
  const { structs, ds } = decode(update);
  const clientIds = new Set<number>();
  const nextClock = new Map<number, number>();
  const fresh: (Y.Item | Y.GC)[] = [];
  for (const struct of structs) {
    const { client, clock } = struct.id;
    // Somebody took the id before its owner wrote: what the owner writes would be taken for known.
    if (ask.claimedBy(client) === actorId && (ask.boundTo(client) ?? actorId) !== actorId)
      return refused(clientIdTaken());
    const known = nextClock.get(client) ?? Y.getState(doc.store, client);
    if (clock + struct.length <= known) continue;
    if (struct instanceof Y.Skip || clock > known) return { kind: "incomplete" };
    nextClock.set(client, clock + struct.length);
    clientIds.add(client);
    fresh.push(struct);
  }

  for (const client of clientIds) {
    const owner = ask.boundTo(client) ?? ask.claimedBy(client);
    if (owner !== null && owner !== actorId) return refused(clientIdTaken());
  }

  try {
    const resolver = new PlaceResolver(doc, structs);
    for (const struct of fresh) {
      const place = resolver.place(struct);
      const refusal = place && ask.refuseWrite(place);
      if (refusal) return refused(refusal);
    }
  } catch (error) {
    if (error instanceof MissingStruct) return { kind: "incomplete" };
    if (error instanceof CircularStructs) throw new MalformedUpdate(error.message);
    throw error;
  }

  let deletes = false;
  for (const item of newlyDeleted(doc, ds)) {
    deletes = true;
    const place = placeOfItem(item);
    const refusal = place && ask.refuseDelete(place);
    if (refusal) return refused(refusal);
  }
  if (fresh.length === 0 && !deletes) return { kind: "unchanged" };
  return { kind: "accepted", clientIds: [...clientIds] };
}

const refused = (refusal: TavoloError): Verdict => ({ kind: "refused", refusal });

function decode(update: Uint8Array) {
  try {
    return Y.decodeUpdate(update);
  } catch {
    throw new MalformedUpdate("The update does not decode.");
  }
}

/** The document’s items that a delete set would delete and that are not deleted yet. */
function* newlyDeleted(doc: Y.Doc, ds: ReturnType<typeof Y.decodeUpdate>["ds"]): Generator<Y.Item> {
  for (const [client, ranges] of ds.clients) {
    const structs = doc.store.clients.get(client);
    if (!structs) continue;
    const end = Y.getState(doc.store, client);
    for (const range of ranges) {
      if (range.clock >= end) continue;
      for (let index = Y.findIndexSS(structs, range.clock); index < structs.length; index++) {
        const struct = structs[index];
        if (!struct || struct.id.clock >= range.clock + range.len) break;
        if (struct instanceof Y.Item && !struct.deleted) yield struct;
      }
    }
  }
}
