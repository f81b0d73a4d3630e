import type { Config } from "../config.ts";
import { openDatabase } from "../database/open-database.ts";
import { checkBoard } from "../sync/check/check-board.ts";
import { wantedBoards } from "./wanted-boards.ts";

/**
 * `pnpm check-board BOARD …|--all [--repair]`: tells of each board whether what is stored is what its journal says;
 * answers whether all were. Throws UsageError.
 */
export const checkBoards = async (
  config: Config,
  words: readonly string[],
  tell: (line: string) => void,
): Promise<boolean> => {
  const database = await openDatabase(config);
  try {
    const repair = words.includes("--repair");
    const em = database.orm.em.fork();
    const boards = await wantedBoards(
      em,
      "check-board",
      words.filter((word) => word !== "--repair"),
    );
    let different = 0;
    for (const id of boards) {
      const check = await checkBoard(em, id, { repair });
      if (!check) continue;
      const { steps, items, behind, differences } = check;
      if (differences.length > 0) different += 1;
      const size = `${steps} steps, ${items} items${behind > 0 ? `, ${behind} steps not projected yet` : ""}`;
      tell(`Board ${id}: ${size}: ${differences.length === 0 ? "as it should be" : "differs"}`);
      for (const difference of differences) tell(`  ${difference}`);
    }
    tell(`${boards.length} boards looked at, ${different} differ.`);
    return different === 0;
  } finally {
    await database.close();
  }
};
