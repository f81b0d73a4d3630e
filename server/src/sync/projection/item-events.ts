import { isDeepStrictEqual } from "node:util";
import { fieldsOf, isItemDecision } from "../decisions/item-decision.ts";
import type { ItemChange } from "../rooms/item-ledger.ts";
import type { CommittedStep } from "../rooms/queue-entry.ts";
import type { BoardEventPayload, BoardEventType } from "./board-event.entity.ts";

/** An event that has no number yet. */
export interface UnnumberedEvent {
  readonly seq: number;
  readonly type: BoardEventType;
  readonly collection: string | null;
  readonly item: string | null;
  readonly actor: string | null;
  readonly at: Date;
  readonly payload: BoardEventPayload;
}

/** Fields that say where an item stands; what else changed is content. */
const PLACING_FIELDS: ReadonlySet<string> = new Set(["section", "rank", "position", "cluster"]);

/**
 * Tells committed steps as events. What one person types into one item becomes one event, where nobody else changes that
 * item meanwhile and nothing is decided about the board; it stands where the last of it stands.
 */
export function eventsOf(steps: readonly CommittedStep[]): UnnumberedEvent[] {
  const events = new Set<UnnumberedEvent>();
  const lastOf = new Map<string, UnnumberedEvent>();
  for (const step of steps) {
    if (step.decision) {
      events.add(decisionEvent(step));
      lastOf.clear();
    }
    for (const change of step.changes) {
      if (change.derived) continue;
      for (const event of itemEvents(step, change)) {
        const key = `${change.collection}/${change.id}`;
        const last = lastOf.get(key);
        const told = last && continues(last, event) ? merge(last, event) : event;
        if (last && told !== event) events.delete(last);
        events.add(told);
        lastOf.set(key, told);
      }
    }
  }
  return [...events];
}

function decisionEvent({ seq, at, actor, decision }: CommittedStep): UnnumberedEvent {
  if (decision && isItemDecision(decision)) {
    const { collection, item } = decision;
    return {
      seq,
      at,
      actor,
      collection,
      item,
      type: "item.decided",
      payload: { fields: fieldsOf(decision) },
    };
  }
  const base = { seq, at, actor, collection: null, item: null };
  if (decision?.type === "state") {
    const type = decision.state === "frozen" ? "board.frozen" : "board.reopened";
    return { ...base, type, payload: { reason: decision.reason } };
  }
  if (decision?.type === "archive") {
    return { ...base, type: decision.archived ? "board.archived" : "board.restored", payload: {} };
  }
  const { editing, display } = decision ?? {};
  return { ...base, type: "board.policy", payload: { editing, display } };
}

function itemEvents({ seq, at, actor }: CommittedStep, change: ItemChange): UnnumberedEvent[] {
  const { collection, id, before, after } = change;
  const event = (type: BoardEventType, payload: BoardEventPayload = {}): UnnumberedEvent => ({
    seq,
    at,
    actor,
    collection,
    item: id,
    type,
    payload,
  });
  if (after === null) return before === null ? [] : [event("item.removed")];
  if (before === null) {
    const added = event("item.added", { toSection: sectionOf(after) });
    // Somebody without a connection may have added it and put it in the bin before anybody saw it.
    return after["removed"] === true ? [added, event("item.removed")] : [added];
  }
  const changed = Object.keys(after).filter((field) => !isDeepStrictEqual(before[field], after[field]));
  const placing = changed.filter((field) => PLACING_FIELDS.has(field));
  const content = changed.filter((field) => !PLACING_FIELDS.has(field) && field !== "removed");
  const events: UnnumberedEvent[] = [];
  if (placing.length > 0)
    events.push(
      event("item.moved", { fields: placing, fromSection: sectionOf(before), toSection: sectionOf(after) }),
    );
  if (content.length > 0) events.push(event("item.changed", { fields: content }));
  if (changed.includes("removed"))
    events.push(event(after["removed"] === true ? "item.removed" : "item.restored"));
  return events;
}

const sectionOf = (item: Readonly<Record<string, unknown>>): string | undefined =>
  typeof item["section"] === "string" ? item["section"] : undefined;

const continues = (last: UnnumberedEvent, next: UnnumberedEvent): boolean =>
  next.type === "item.changed" &&
  last.actor === next.actor &&
  (last.type === "item.changed" || last.type === "item.added");

function merge(last: UnnumberedEvent, next: UnnumberedEvent): UnnumberedEvent {
  if (last.type === "item.added") return { ...last, seq: next.seq };
  const fields = [...new Set([...(last.payload.fields ?? []), ...(next.payload.fields ?? [])])];
  return { ...next, payload: { fields } };
}
