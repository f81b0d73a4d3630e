import type { ElementId, Struct, StructGroup } from "./read-update.ts";

/** Why structs cannot become part of a document: they build on something nobody holds, or on each other. */
export type OrderFault = "missing" | "circular";

/**
 * Whether structs can be integrated one after the other, each behind all it builds on. What
 * cannot would wait in the document, unseen and acknowledged, and come in with a later edit that nobody asked about.
 * `groups` go on where the document ends, without gaps; `stateOf` says where that is.
 */
export function orderFault(
  groups: readonly StructGroup[],
  stateOf: (client: number) => number,
): OrderFault | null {
  const [only] = groups;
  if (groups.length === 1 && only) return faultOfOne(only, stateOf);
  const queues = new Map(
    groups.map(({ client, structs }) => [client, { structs, next: 0, end: stateOf(client) }]),
  );
  const holds = (id: ElementId) => id.clock < (queues.get(id.client)?.end ?? stateOf(id.client));
  /** Clients whose next struct waits for one of that client. */
  const waiting = new Map<number, number[]>();

  const ready = [...queues.keys()];
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const queue = queues.get(client)!;
    const before = queue.next;
    for (; queue.next < queue.structs.length; queue.next++) {
      const struct = queue.structs[queue.next]!;
      const lacking = firstLacking(struct, holds);
      if (lacking) {
        const others = waiting.get(lacking.client);
        if (others) others.push(client);
        else waiting.set(lacking.client, [client]);
        break;
      }
      queue.end = struct.clock + struct.length;
    }
    if (queue.next === before) continue;
    ready.push(...(waiting.get(client) ?? []));
    waiting.delete(client);
  }

  const stuck = [...queues.values()].filter(({ structs, next }) => next < structs.length);
  if (stuck.length === 0) return null;
  const lastEnd = new Map(groups.map((group) => [group.client, endOf(group)]));
  const willBe = (id: ElementId) => id.clock < (lastEnd.get(id.client) ?? stateOf(id.client));
  return stuck.some(({ structs }) => structs.some((struct) => firstLacking(struct, willBe)))
    ? "missing"
    : "circular";
}

/** The same for what one client wrote, as nearly every edit is. */
function faultOfOne(group: StructGroup, stateOf: (client: number) => number): OrderFault | null {
  const { client, structs } = group;
  const last = endOf(group);
  let circular = false;
  for (const struct of structs) {
    // What one wrote oneself is there up to the struct itself.
    const there = (id: ElementId) => id.clock < (id.client === client ? struct.clock : stateOf(id.client));
    const lacking = firstLacking(struct, there);
    if (!lacking) continue;
    if (lacking.client !== client || lacking.clock >= last) return "missing";
    circular = true;
  }
  return circular ? "circular" : null;
}

/** Where a client’s structs end once the group is in. */
export function endOf({ structs }: StructGroup): number {
  const last = structs.at(-1)!;
  return last.clock + last.length;
}

/** What has to be there before a struct and is not: its neighbours when it was written, and its container. */
function firstLacking(
  { origin, rightOrigin, parent }: Struct,
  holds: (id: ElementId) => boolean,
): ElementId | null {
  if (origin && !holds(origin)) return origin;
  if (rightOrigin && !holds(rightOrigin)) return rightOrigin;
  return parent !== null && typeof parent === "object" && !holds(parent) ? parent : null;
}
