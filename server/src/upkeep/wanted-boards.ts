import { isId } from "@tavolo/schema";
import { BoardSchema } from "../boards/board.entity.ts";
import type { EntityManager } from "../database/entity-manager.ts";

/** A command was called in a way it does not know; the message says how to. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The boards that a command’s words name: ids, or `--all`. Throws UsageError. */
export async function wantedBoards(
  em: EntityManager,
  command: string,
  words: readonly string[],
): Promise<string[]> {
  const all = words.includes("--all");
  const ids = words.filter((word) => word !== "--all");
  if (all === ids.length > 0 || !ids.every(isId))
    throw new UsageError(
      `Name boards by their ids, or all of them: pnpm ${command} BOARD …  or  pnpm ${command} --all`,
    );
  const found = (
    await em.find(BoardSchema, all ? {} : { id: { $in: ids } }, { orderBy: { id: "asc" }, fields: ["id"] })
  ).map(({ id }) => id);
  const missing = ids.filter((id) => !found.includes(id));
  if (missing.length > 0) throw new UsageError(`There is no board ${missing.join(", ")}.`);
  return found;
}
