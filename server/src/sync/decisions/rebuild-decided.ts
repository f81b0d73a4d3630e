import type { JournalEntry } from "../journal/journal-entry.entity.ts";
import { afterDecision } from "./after-decision.ts";
import type { DecidedItem } from "./decided-item.entity.ts";
import { isItemDecision } from "./item-decision.ts";
import type { LoggedDecision } from "./logged-decision.entity.ts";

/** What was decided about the items of a board, as its journal says that it must be. */
export interface RebuiltDecisions {
  /** By `collection/item`. */
  readonly decided: ReadonlyMap<string, DecidedItem>;
  readonly log: readonly LoggedDecision[];
}

/** Follows all decisions of a journal from nothing; they are written with their step and never behind it. */
export function rebuildDecided(journal: readonly JournalEntry[]): RebuiltDecisions {
  const decided = new Map<string, DecidedItem>();
  const log: LoggedDecision[] = [];
  for (const { board, seq, at, actor = null, decision } of journal) {
    if (!decision || !isItemDecision(decision)) continue;
    const { collection, item } = decision;
    const key = `${collection}/${item}`;
    const after = afterDecision(decided.get(key) ?? null, decision, { seq, at, actor });
    decided.set(key, { board, collection, item, ...after });
    log.push({ board, seq, collection, item, actor, at, decision });
  }
  return { decided, log };
}
