import type { EntityManager } from "../../database/entity-manager.ts";
import { beginNewGeneration } from "./begin-new-generation.ts";

/** The cluster, the database in it, and its history: a dump that is read back is another database, a promoted copy or a point in time another history. */
const PLACE = `select (select system_identifier from pg_control_system()) || '/' ||
  (select oid from pg_database where datname = current_database()) || '/' ||
  (select timeline_id from pg_control_checkpoint()) as place`;

/**
 * Looks whether the database is the one that the last server used. Where it was restored, or moved, what was written
 * to the other one since may be missing here while people’s browsers hold it: every board begins a new generation.
 * A folder or disk that was put back as it was looks the same; that is for `begin-new-generation`.
 */
export function noticeRestore(em: EntityManager): Promise<{ restored: boolean; boards: number }> {
  return em.fork().transactional(async (tx) => {
    const [now] = await tx.execute<{ place: string }[]>(PLACE);
    // Held until the end: of two servers that start at once, one finds that it has been noticed.
    const [before] = await tx.execute<{ place: string }[]>(
      `select place from database_place where id = 1 for update`,
    );
    const restored = before !== undefined && before.place !== now?.place;
    const boards = restored ? await beginNewGeneration(tx, "all") : 0;
    await tx.execute(
      `insert into database_place (id, place) values (1, ?) on conflict (id) do update set place = excluded.place`,
      [now?.place ?? ""],
    );
    return { restored, boards };
  });
}
