import type { EntityManager } from "../../database/entity-manager.ts";

/** The boards whose journals hold the bytes of what these participants wrote. */
export async function boardsWrittenBy(
  em: EntityManager,
  participantIds: readonly string[],
): Promise<string[]> {
  const rows = await em
    .fork()
    .execute<{ board: string }[]>(
      `select distinct board from journal_entry where actor = any(?::uuid[]) and bytes is not null`,
      [`{${participantIds.join(",")}}`],
    );
  return rows.map(({ board }) => board);
}
