import { isDeepStrictEqual } from "node:util";
import * as Y from "yjs";
import type { RebuiltDecisions } from "../decisions/rebuild-decided.ts";
import type { BoardItem } from "../projection/board-item.entity.ts";
import type { ItemLink } from "../projection/item-link.entity.ts";
import type { BoardRows } from "./read-board-rows.ts";
import type { RebuiltBoard } from "./rebuild-projection.ts";

/** In what the steps of a board, its snapshot and its numbers contradict each other. */
export function journalFaults({ board, snapshot, journal }: BoardRows): string[] {
  const found: string[] = [];
  const gap = journal.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) found.push(`The journal goes on with step ${journal[gap]?.seq} where ${gap + 1} belongs.`);
  if ((journal.at(-1)?.seq ?? 0) !== board.headSeq)
    found.push(`The journal ends with step ${journal.at(-1)?.seq ?? 0}, the board with ${board.headSeq}.`);
  if (board.projectedSeq > board.headSeq)
    found.push(`Step ${board.projectedSeq} is projected, and the last is ${board.headSeq}.`);
  if (snapshot && snapshot.seq > board.projectedSeq)
    found.push(`The snapshot holds step ${snapshot.seq}; projected is ${board.projectedSeq}.`);
  for (const { seq, bytes, decision } of journal)
    if (seq > (snapshot?.seq ?? 0) && !bytes && !decision)
      found.push(`Step ${seq} has no bytes, and no snapshot holds it.`);
  return found;
}

/** In what a board’s document contradicts what is stored about it. */
export function documentFaults({ bound }: BoardRows, { doc }: RebuiltBoard): string[] {
  const found: string[] = [];
  if (doc.store.pendingStructs) found.push("The document builds on steps that are missing.");
  for (const client of doc.store.clients.keys())
    if (!bound.has(client)) found.push(`Nobody is bound to the client id ${client}.`);
  return found;
}

/** Whether a snapshot holds what it says: the state that is stored beside it. */
export function snapshotFaults({ snapshot }: BoardRows, update: Uint8Array): string[] {
  if (!snapshot) return [];
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const isSame = isDeepStrictEqual(Y.snapshot(doc).sv, Y.decodeStateVector(snapshot.stateVector));
  return isSame ? [] : [`The snapshot of step ${snapshot.seq} holds another state than it says.`];
}

/** In what the rows that queries read differ from the board that was rebuilt. */
export function itemFaults({ items, journal }: BoardRows, rebuilt: RebuiltBoard): string[] {
  const found: string[] = [];
  const steps = new Map(journal.map((step) => [step.seq, step]));
  const stored = new Map(items.map((item) => [`${item.collection}/${item.id}`, item]));
  for (const [key, must] of rebuilt.items) {
    const is = stored.get(key);
    if (!is) {
      found.push(`${key} is on the board and has no row.`);
      continue;
    }
    const fields = differingFields(is, must);
    if (fields.length > 0) found.push(`The row of ${key} differs in ${fields.join(", ")}.`);
    for (const [act, seq, by, at] of [
      ["made", is.createdSeq, is.createdBy, is.createdAt],
      ["changed", is.updatedSeq, is.updatedBy, is.updatedAt],
    ] as const) {
      const step = steps.get(seq);
      if (!step) found.push(`${key} was ${act} by step ${seq}, which is not in the journal.`);
      else if ((step.actor ?? null) !== (by ?? null) || step.at.getTime() !== at.getTime())
        found.push(`Who ${act} ${key}, or when, is not what step ${seq} says.`);
    }
  }
  for (const key of stored.keys())
    if (!rebuilt.items.has(key)) found.push(`${key} has a row and is not on the board.`);
  return found;
}

/** In what the links that both ends are found by differ from what the items state. */
export function linkFaults({ links }: BoardRows, rebuilt: RebuiltBoard): string[] {
  const keyOf = ({ collection, item, field, targetBoard, targetCollection, target }: ItemLink) =>
    `${collection}/${item}.${field} to ${targetBoard}/${targetCollection}/${target}`;
  const stored = new Map(links.map((link) => [keyOf(link), link]));
  const stated = new Map(rebuilt.links.map((link) => [keyOf(link), link]));
  return [
    ...[...stated].flatMap(([key, link]) => {
      const is = stored.get(key);
      if (!is) return [`The link ${key} is stated and has no row.`];
      return isDeepStrictEqual({ ...is }, link) ? [] : [`The row of the link ${key} says something else.`];
    }),
    ...[...stored.keys()]
      .filter((key) => !stated.has(key))
      .map((key) => `The link ${key} is stated nowhere.`),
  ];
}

/** In what the rows of decisions differ from what the journal says was decided. */
export function decisionFaults({ decided, decisions }: BoardRows, rebuilt: RebuiltDecisions): string[] {
  const stored = new Map(decided.map((row) => [`${row.collection}/${row.item}`, row]));
  const keys = [...new Set([...rebuilt.decided.keys(), ...stored.keys()])];
  const found = keys
    .filter((key) => !isSameRow(stored.get(key), rebuilt.decided.get(key)))
    .map((key) => `What is decided about ${key} is not what the journal says.`);
  const logged = new Map(decisions.map((row) => [row.seq, row]));
  const written = new Map(rebuilt.log.map((row) => [row.seq, row]));
  for (const seq of new Set([...logged.keys(), ...written.keys()]))
    if (!isSameRow(logged.get(seq), written.get(seq)))
      found.push(`The log of decisions differs from step ${seq}.`);
  return found;
}

const isSameRow = (one: object | undefined, other: object | undefined): boolean =>
  isDeepStrictEqual(one && { ...one }, other && { ...other });

function differingFields(is: BoardItem, must: BoardItem): string[] {
  const comparable = (item: BoardItem) => ({
    ...item,
    section: item.section ?? null,
    cluster: item.cluster ?? null,
    createdBy: item.createdBy ?? null,
    updatedBy: item.updatedBy ?? null,
  });
  const [one, other] = [comparable(is), comparable(must)];
  return Object.entries(other)
    .filter(([field, value]) => !isDeepStrictEqual(Reflect.get(one, field), value))
    .map(([field]) => field);
}

/** In what the events contradict their numbers, the journal and the items; how they were bundled is not asked. */
export function eventFaults({ board, events, items, journal }: BoardRows): string[] {
  const found: string[] = [];
  const first = events[0]?.number ?? board.eventNumber + 1;
  const gap = events.findIndex(({ number }, index) => number !== first + index);
  if (gap >= 0) found.push(`Event ${events[gap]?.number} stands where ${first + gap} belongs.`);
  if (events.length > 0 && events.at(-1)?.number !== board.eventNumber)
    found.push(`The last event is ${events.at(-1)?.number}, the board counts ${board.eventNumber}.`);
  const steps = new Map(journal.map((step) => [step.seq, step]));
  for (const { number, seq, actor } of events) {
    const step = steps.get(seq);
    if (!step) found.push(`Event ${number} tells of step ${seq}, which is not in the journal.`);
    else if ((step.actor ?? null) !== (actor ?? null))
      found.push(`Event ${number} names somebody else than step ${seq}.`);
  }
  const removed = new Map(
    events.flatMap(({ item, type }) =>
      item && ["item.added", "item.removed", "item.restored"].includes(type)
        ? [[item, type === "item.removed"] as const]
        : [],
    ),
  );
  for (const item of items)
    if (removed.has(item.id) && removed.get(item.id) !== item.removed)
      found.push(`The events tell another end of ${item.collection}/${item.id} than its row.`);
  return found;
}
