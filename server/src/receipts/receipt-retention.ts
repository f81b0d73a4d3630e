import type { EntityManager } from "../database/entity-manager.ts";

/** A nightly run that failed on Friday is repeated on Monday, and nobody repeats one that is older than a week. */
export const RECEIPTS_KEPT_DAYS = 7;

/** Forgets receipts whose key nobody will use again; answers how many. */
export async function forgetOldReceipts(em: EntityManager): Promise<number> {
  const rows = await em.fork().execute<{ n: number | string }[]>(
    `with forgotten as (
       delete from receipt where at < now() - make_interval(days => ?) returning 1
     ) select count(*) as n from forgotten`,
    [RECEIPTS_KEPT_DAYS],
  );
  return Number(rows[0]?.n ?? 0);
}
