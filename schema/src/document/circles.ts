/** An arrow from one item to another; an end that is missing leads nowhere. */
export interface Arrow {
  readonly id: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Whether an arrow between these two would close a circle with those that are there; an arrow to itself does. */
export function closesCircle(arrows: Iterable<Arrow>, from: string, to: string): boolean {
  const targets = new Map<string, string[]>();
  for (const arrow of arrows) {
    if (arrow.from === null || arrow.to === null) continue;
    const known = targets.get(arrow.from);
    if (known) known.push(arrow.to);
    else targets.set(arrow.from, [arrow.to]);
  }
  const reached = new Set<string>();
  const open = [to];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === from) return true;
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...(targets.get(next) ?? []));
  }
  return false;
}

/**
 * The ids of the arrows that close a circle, taking them in the order given: two people who draw at once may make
 * one, and then everybody reads the same arrow as the one to blame. None is dropped; without these there is no circle.
 */
export function closingArrows(arrows: readonly Arrow[]): string[] {
  const kept: Arrow[] = [];
  const closing: string[] = [];
  for (const arrow of arrows) {
    const { from, to } = arrow;
    if (from !== null && to !== null && closesCircle(kept, from, to)) closing.push(arrow.id);
    else kept.push(arrow);
  }
  return closing;
}
