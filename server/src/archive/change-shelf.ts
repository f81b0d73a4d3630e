import type { ArchivedWith, Board } from "../boards/board.entity.ts";
import type { BoardActor, SyncEngine } from "../sync/sync-engine.ts";

/** Boards that change their shelf at once: each may wait half a second for its writers, and each is opened for it. */
const AT_ONCE = 8;

/** Puts boards into the archive, or takes them back, each by a decision in its own journal. */
export const changeShelf = async (
  engine: SyncEngine,
  boards: readonly Pick<Board, "id">[],
  change: { actor: BoardActor; archived: boolean; archivedWith: ArchivedWith | null },
): Promise<void> => {
  const waiting = [...boards];
  while (waiting.length > 0) {
    const next = waiting.splice(0, AT_ONCE);
    await Promise.all(next.map(({ id: boardId }) => engine.changeArchive({ boardId, ...change })));
  }
};
