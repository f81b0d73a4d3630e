import type { EntityManager } from "../database/entity-manager.ts";
import type { Log } from "../log.ts";
import { forgetOldReceipts } from "../receipts/receipt-retention.ts";
import { forgetOldEvents } from "../sync/projection/event-retention.ts";

const EVERY_MS = 86_400_000;

const forgettable = { events: forgetOldEvents, receipts: forgetOldReceipts };

/** Forgets what is old enough now and once a day; the answer ends it and resolves when none is being forgotten. */
export function keepForgetting(em: EntityManager, log: Log): () => Promise<void> {
  const forget = async () => {
    for (const [what, forgetOld] of Object.entries(forgettable)) {
      try {
        const forgotten = await forgetOld(em);
        if (forgotten > 0) log.info({ forgotten }, `old ${what} forgotten`);
      } catch (error) {
        log.error({ err: error }, `old ${what} not forgotten`);
      }
    }
  };
  let underWay = forget();
  const timer = setInterval(() => {
    underWay = underWay.then(forget);
  }, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
