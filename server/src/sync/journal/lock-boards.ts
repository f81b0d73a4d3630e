import type { BoardState } from "@tavolo/schema";
import type { EntityManager } from "../../database/entity-manager.ts";

/** What a commit has to know of a board, whose row it holds until it ends. */
export interface LockedBoard {
  readonly id: string;
  readonly generation: number;
  readonly state: BoardState;
  readonly stateReason: string | null;
  readonly archived: boolean;
  /** The last journal entry; counted on as entries are added. */
  headSeq: number;
}

/** Locks boards in id order, so that two commits never wait for each other. */
export async function lockBoards(
  tx: EntityManager,
  ids: readonly string[],
): Promise<Map<string, LockedBoard>> {
  const boards = await tx.execute<LockedBoard[]>(
    `select id, generation, state, state_reason as "stateReason", archived_at is not null as archived,
            head_seq as "headSeq"
       from board where id in (${ids.map(() => "?").join(", ")}) order by id for no key update`,
    [...ids],
  );
  return new Map(boards.map((board) => [board.id, board]));
}
