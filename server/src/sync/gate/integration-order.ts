import * as Y from "yjs";

type Struct = Y.Item | Y.GC;

/** Why structs cannot become part of a document: they build on something nobody holds, or on each other. */
export type OrderFault = "missing" | "circular";

/**
 * Whether structs can be integrated one after the other, each behind all it builds on. What
 * cannot would wait in the document, unseen and acknowledged, and come in with a later edit that nobody asked about.
 * `structs` are in
 * clock order for each client, without gaps behind where the document ends; `endOf` says where that is.
 */
export function orderFault(structs: readonly Struct[], endOf: (client: number) => number): OrderFault | null {
  const queues = new Map<number, Struct[]>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const queue = queues.get(struct.id.client);
    if (queue) queue.push(struct);
    else queues.set(struct.id.client, [struct]);
  }
  const ends = new Map([...queues.keys()].map((client) => [client, endOf(client)]));
  const holds = (id: Y.ID) => id.clock < (ends.get(id.client) ?? endOf(id.client));
  const next = new Map([...queues.keys()].map((client) => [client, 0]));
  /** Clients whose next struct waits for one of that client. */
  const waiting = new Map<number, number[]>();

  const ready = [...queues.keys()];
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const queue = queues.get(client) ?? [];
    let index = next.get(client) ?? 0;
    for (; index < queue.length; index++) {
      const struct = queue[index]!;
      const lacking = needs(struct).find((id) => !holds(id));
      if (lacking) {
        const others = waiting.get(lacking.client);
        if (others) others.push(client);
        else waiting.set(lacking.client, [client]);
        break;
      }
      ends.set(client, Math.max(ends.get(client) ?? 0, struct.id.clock + struct.length));
    }
    const moved = index > (next.get(client) ?? 0);
    next.set(client, index);
    if (!moved) continue;
    ready.push(...(waiting.get(client) ?? []));
    waiting.delete(client);
  }

  const stuck = [...queues].filter(([client, queue]) => (next.get(client) ?? 0) < queue.length);
  if (stuck.length === 0) return null;
  const last = new Map(
    [...queues].map(([client, queue]) => {
      const struct = queue.at(-1)!;
      return [client, struct.id.clock + struct.length];
    }),
  );
  const isMissing = (id: Y.ID) => id.clock >= (last.get(id.client) ?? endOf(id.client));
  return stuck.some(([, queue]) => queue.some((struct) => needs(struct).some(isMissing)))
    ? "missing"
    : "circular";
}

/** What has to be there before a struct: its neighbours when it was written, and its container. */
function needs(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent }: { origin: Y.ID | null; rightOrigin: Y.ID | null; parent: unknown } =
    struct;
  return [origin, rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null);
}
