import type { Content } from "@tavolo/schema";
import * as Y from "yjs";
import { clientIdTaken, contentRefused, type TavoloError } from "../../errors.ts";
import { contentOf } from "./content.ts";
import { endOf, orderFault } from "./integration-order.ts";
import { newDeletes, openDeletes } from "./new-deletes.ts";
import type { Place } from "./place.ts";
import { PlaceResolver, placeOfItem } from "./place.ts";
import {
  type DecodedUpdate,
  type DeleteRange,
  MalformedUpdate,
  readUpdate,
  type Struct,
  type StructGroup,
} from "./read-update.ts";
import { TextGrowth } from "./text-growth.ts";
import { cutStruct, writeUpdate } from "./write-update.ts";

export type Verdict =
  /** Everything in it is known already. */
  | { readonly kind: "unchanged" }
  /** `clientIds`: whose structs it brings; `update`: what of it is new, to be applied and kept. */
  | { readonly kind: "accepted"; readonly clientIds: readonly number[]; readonly update: Uint8Array }
  /** It builds on something the document does not hold: the sender is asked for all of it. */
  | { readonly kind: "incomplete"; readonly lacking: Lacking }
  | { readonly kind: "refused"; readonly refusal: TavoloError };

/** What of an update a document does not hold. */
export interface Lacking {
  /** Where its structs end, by client. */
  readonly ends: ReadonlyMap<number, number>;
  /** What it deletes and still stands, or is not there yet. */
  readonly deletes: readonly DeleteRange[];
}

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

/** Each time a board is opened its copy writes under a new client id; nobody opens one so often without a network. */
const MAX_NEW_CLIENTS = 1_000;

/**
 * Decides about an update before it is applied, by its effect on `doc`: what is known already is left out (a step 2
 * always carries the whole delete set) and neither judged nor applied. Throws MalformedUpdate for what no client writes.
 */
export function checkUpdate(doc: Y.Doc, update: Uint8Array, actorId: string, ask: GateQuestions): Verdict {
  const decoded = readUpdate(update, (client) => Y.getState(doc.store, client));
  const { groups, deletes } = decoded;
  const fresh = new Map<number, StructGroup>();
  let [isWhole, newClients] = [true, 0];
  for (const group of groups) {
    const { client } = group;
    const owner = ask.boundTo(client);
    const claimant = ask.claimedBy(client);
    // Somebody took the id before its owner wrote: what the owner writes would be taken for known.
    if (claimant === actorId && (owner ?? actorId) !== actorId) return refused(clientIdTaken());
    const known = Y.getState(doc.store, client);
    const structs = unknownOf(group.structs, known);
    isWhole &&= group.isWhole && structs === group.structs;
    const [first] = structs;
    if (!first) continue;
    if (first.clock > known || structs.some(({ kind }) => kind === "gap")) return incomplete(doc, decoded);
    if ((owner ?? claimant ?? actorId) !== actorId) return refused(clientIdTaken());
    if (owner === null && ++newClients > MAX_NEW_CLIENTS)
      throw new MalformedUpdate("The update was written by too many copies of the board.");
    fresh.set(client, { client, structs });
  }

  const fault = orderFault([...fresh.values()], (client) => Y.getState(doc.store, client));
  if (fault === "missing") return incomplete(doc, decoded);
  if (fault === "circular") throw new MalformedUpdate("Structs build on each other in a circle.");
  const gone = newDeletes(doc, deletes, (client) => {
    const group = fresh.get(client);
    return group ? endOf(group) : Y.getState(doc.store, client);
  });
  if (gone === null) return incomplete(doc, decoded);
  if (fresh.size === 0 && gone.standing.length === 0) return { kind: "unchanged" };

  const growth = new TextGrowth(gone.incoming);
  const refusal =
    refuseStructs(new PlaceResolver(doc, fresh), fresh.values(), growth, ask) ??
    refuseDeletes(gone.standing, growth, ask) ??
    refuseGrowth(growth, ask);
  if (refusal) return refused(refusal);

  const newRanges = [...gone.standing.map(({ range }) => range), ...gone.incoming];
  isWhole &&= total(newRanges) === total(deletes);
  return {
    kind: "accepted",
    clientIds: [...fresh.keys()],
    update: isWhole ? update : writeUpdate(update, [...fresh.values()], newRanges),
  };
}

const refused = (refusal: TavoloError): Verdict => ({ kind: "refused", refusal });

function incomplete(doc: Y.Doc, { groups, deletes }: DecodedUpdate): Verdict {
  const ends = new Map(groups.map(({ client, end }) => [client, end]));
  for (const { client, clock, length } of deletes)
    ends.set(client, Math.max(ends.get(client) ?? 0, clock + length));
  return { kind: "incomplete", lacking: { ends, deletes: openDeletes(doc, deletes) } };
}

const total = (ranges: readonly { readonly length: number }[]): number =>
  ranges.reduce((sum, { length }) => sum + length, 0);

/** The structs behind what is known of a client; the first without what is known of itself. */
function unknownOf(structs: readonly Struct[], known: number): readonly Struct[] {
  const [first] = structs;
  if (!first || first.clock >= known || first.kind === "gap") return structs;
  return [cutStruct(first, known), ...structs.slice(1)];
}

function refuseStructs(
  resolver: PlaceResolver,
  groups: Iterable<StructGroup>,
  growth: TextGrowth,
  ask: GateQuestions,
): TavoloError | null {
  let typedAt: Place | null = null;
  for (const { structs } of groups) {
    for (const struct of structs) {
      const { content } = struct;
      // Yjs reads further than we do, also where its container is gone and it comes to nothing.
      if (content?.kind === "other") return contentRefused();
      const place = resolver.place(struct);
      if (!place) continue;
      if (content?.kind === "characters") growth.inserted(place, struct);
      // Typing is many structs at one place: it is asked about once.
      if (content?.kind === "characters" && place === typedAt) continue;
      const refusal = ask.refuseWrite(place, content);
      if (refusal) return refusal;
      typedAt = content?.kind === "characters" ? place : null;
    }
  }
  return null;
}

function refuseDeletes(
  deletes: readonly { readonly item: Y.Item; readonly range: { readonly length: number } }[],
  growth: TextGrowth,
  ask: GateQuestions,
): TavoloError | null {
  for (const { item, range } of deletes) {
    const place = placeOfItem(item);
    if (!place) continue;
    const content = contentOf(item);
    const refusal = ask.refuseDelete(place, content);
    if (refusal) return refusal;
    if (content?.kind === "characters") growth.deleted(place, range.length);
  }
  return null;
}

function refuseGrowth(growth: TextGrowth, ask: GateQuestions): TavoloError | null {
  for (const { place, by } of growth.all()) {
    const refusal = ask.refuseGrowth(place, by);
    if (refusal) return refusal;
  }
  return null;
}
