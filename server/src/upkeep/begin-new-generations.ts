import type { Config } from "../config.ts";
import { openDatabase } from "../database/open-database.ts";
import { beginNewGeneration } from "../sync/generations/begin-new-generation.ts";
import { wantedBoards } from "./wanted-boards.ts";

/**
 * `pnpm begin-new-generation BOARD …|--all`: for a database or folder that was put back as it was some time ago.
 * Throws UsageError.
 */
export const beginNewGenerations = async (
  config: Config,
  words: readonly string[],
  tell: (line: string) => void,
): Promise<boolean> => {
  const database = await openDatabase(config);
  try {
    const em = database.orm.em.fork();
    const count = await beginNewGeneration(em, await wantedBoards(em, "begin-new-generation", words));
    tell(
      `${count} boards begin a new generation: what people’s browsers had not sent is kept aside there and offered to them.`,
    );
    return true;
  } finally {
    await database.close();
  }
};
