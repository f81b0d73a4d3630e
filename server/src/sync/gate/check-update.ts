import type { Content } from "@tavolo/schema";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { clientIdTaken, type TavoloError } from "../../errors.ts";
import { contentOf } from "./content.ts";
import { orderFault } from "./integration-order.ts";
import type { Place } from "./place.ts";
import { CircularStructs, MissingStruct, PlaceResolver, placeOfItem } from "./place.ts";
import { TextGrowth } from "./text-growth.ts";

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
  /** Null when the board has a place for this content there and the actor may put it; null content is gone already. */
  refuseWrite(place: Place, content: Content | null): TavoloError | null;
  /** Null when the actor may delete what stands there: a text’s characters, a value that is set anew. */
  refuseDelete(place: Place, content: Content | null): TavoloError | null;
  /** Null when the text there may become longer by so many UTF-16 units. */
  refuseGrowth(place: Place, by: number): TavoloError | null;
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
    if (!Number.isSafeInteger(clock + struct.length)) throw new MalformedUpdate("A clock is out of range.");
    nextClock.set(client, clock + struct.length);
    clientIds.add(client);
    fresh.push(struct);
  }

  for (const client of clientIds) {
    const owner = ask.boundTo(client) ?? ask.claimedBy(client);
    if (owner !== null && owner !== actorId) return refused(clientIdTaken());
  }

  // Yjs asks what a struct builds on before it sees that it has it already, so those that are known count too.
  const fault = orderFault(structs, (client) => Y.getState(doc.store, client));
  if (fault === "missing") return { kind: "incomplete" };
  if (fault === "circular") throw new MalformedUpdate("Structs build on each other in a circle.");

  const growth = new TextGrowth(ds);
  try {
    const resolver = new PlaceResolver(doc, structs);
    for (const struct of fresh) {
      const place = resolver.place(struct);
      if (!place || !(struct instanceof Y.Item)) continue;
      const content = contentOf(struct);
      const refusal = ask.refuseWrite(place, content);
      if (refusal) return refused(refusal);
      if (content?.kind === "characters") growth.inserted(place, struct);
    }
  } catch (error) {
    if (error instanceof MissingStruct) return { kind: "incomplete" };
    if (error instanceof CircularStructs) throw new MalformedUpdate(error.message);
    throw error;
  }

  // A delete of what nobody holds would wait in the document and strike, unasked, when its owner writes it.
  if (reachesBeyond(ds, (client) => nextClock.get(client) ?? Y.getState(doc.store, client)))
    return { kind: "incomplete" };

  let deletes = false;
  for (const item of newlyDeleted(doc, ds)) {
    deletes = true;
    const place = placeOfItem(item);
    if (!place) continue;
    const content = contentOf(item);
    const refusal = ask.refuseDelete(place, content);
    if (refusal) return refused(refusal);
    if (content?.kind === "characters") growth.deleted(place, item);
  }
  for (const { place, by } of growth.all()) {
    const refusal = ask.refuseGrowth(place, by);
    if (refusal) return refused(refusal);
  }
  if (fresh.length === 0 && !deletes) return { kind: "unchanged" };
  return { kind: "accepted", clientIds: [...clientIds] };
}

type DeleteSet = ReturnType<typeof Y.decodeUpdate>["ds"];

const refused = (refusal: TavoloError): Verdict => ({ kind: "refused", refusal });

function decode(update: Uint8Array) {
  let decoded;
  let groups;
  try {
    decoded = Y.decodeUpdate(update);
    groups = decoding.readVarUint(decoding.createDecoder(update));
  } catch {
    throw new MalformedUpdate("The update does not decode.");
  }
  // Of two groups of one client Yjs would apply the last alone.
  if (new Set(decoded.structs.map(({ id }) => id.client)).size !== groups)
    throw new MalformedUpdate("A client’s structs stand in several groups.");
  return decoded;
}

/** Whether a delete set names structs behind the last one that is known of a client. */
function reachesBeyond(ds: DeleteSet, endOf: (client: number) => number): boolean {
  for (const [client, ranges] of ds.clients) {
    const end = endOf(client);
    for (const { clock, len } of ranges) if (clock + len > end) return true;
  }
  return false;
}

/** The document’s items that a delete set would delete and that are not deleted yet. */
function* newlyDeleted(doc: Y.Doc, ds: DeleteSet): Generator<Y.Item> {
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
