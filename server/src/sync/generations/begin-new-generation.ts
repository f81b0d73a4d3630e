import type { EntityManager } from "../../database/entity-manager.ts";

/**
 * Begins a new generation of boards: their content stays, and copies of an earlier generation can no longer be
 * written to it. Clients put aside what they had not sent, and offer it. Answers how many boards that were.
 */
export async function beginNewGeneration(
  em: EntityManager,
  boards: readonly string[] | "all",
): Promise<number> {
  const rows = await em.execute<{ id: string }[]>(
    `update board set generation = generation + 1 ${boards === "all" ? "" : "where id = any(?::uuid[])"} returning id`,
    boards === "all" ? [] : [`{${boards.join(",")}}`],
  );
  return rows.length;
}
