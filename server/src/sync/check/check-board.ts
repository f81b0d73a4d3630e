import { LockMode } from "@mikro-orm/core";
import { BoardSchema } from "../../boards/board.entity.ts";
import type { EntityManager } from "../../database/entity-manager.ts";
import { unpack } from "../compaction/pack.ts";
import { BoardItemSchema } from "../projection/board-item.entity.ts";
import { ItemLinkSchema } from "../projection/item-link.entity.ts";
import { DecidedItemSchema } from "../decisions/decided-item.entity.ts";
import { LoggedDecisionSchema } from "../decisions/logged-decision.entity.ts";
import { rebuildDecided, type RebuiltDecisions } from "../decisions/rebuild-decided.ts";
import {
  decisionFaults,
  documentFaults,
  eventFaults,
  itemFaults,
  journalFaults,
  linkFaults,
  snapshotFaults,
} from "./find-differences.ts";
import { type BoardRows, readBoardRows } from "./read-board-rows.ts";
import { type RebuiltBoard, rebuildProjection } from "./rebuild-projection.ts";

/** Rows that one statement writes. */
const AT_ONCE = 500;

/** What a look at a board has found. */
export interface BoardCheck {
  readonly boardId: string;
  readonly steps: number;
  readonly items: number;
  /** Steps that are committed and not projected yet, which is no fault. */
  readonly behind: number;
  readonly differences: readonly string[];
}

/**
 * Rebuilds a board from its snapshot and its journal, and its projection from that, and compares both with what is
 * stored; `repair` writes the rows of the items, of their links and of what was decided anew first. Null where there is
 * no such board.
 */
export async function checkBoard(
  em: EntityManager,
  boardId: string,
  { repair = false }: { repair?: boolean } = {},
): Promise<BoardCheck | null> {
  const rows = await readBoardRows(em, boardId);
  if (!rows) return null;
  const { board, snapshot, journal } = rows;
  const checked = { boardId, steps: journal.length, behind: board.headSeq - board.projectedSeq };
  const faults = journalFaults(rows);
  try {
    if (snapshot) faults.push(...snapshotFaults(rows, await unpack(snapshot.bytes)));
    const rebuilt = await rebuildProjection(rows);
    const decisions = rebuildDecided(journal);
    const wrong = [
      ...itemFaults(rows, rebuilt),
      ...linkFaults(rows, rebuilt),
      ...decisionFaults(rows, decisions),
    ];
    if (repair && wrong.length > 0 && (await rewriteItems(em, rows, rebuilt, decisions)))
      return checkBoard(em, boardId);
    faults.push(...documentFaults(rows, rebuilt), ...wrong, ...eventFaults(rows));
    return { ...checked, items: rebuilt.items.size, differences: faults };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...checked, items: 0, differences: [...faults, `It cannot be rebuilt: ${reason}`] };
  }
}

/** Answers false where the board has gone on in the meantime. */
function rewriteItems(
  em: EntityManager,
  { board }: BoardRows,
  rebuilt: RebuiltBoard,
  { decided, log }: RebuiltDecisions,
): Promise<boolean> {
  return em.fork().transactional(async (tx) => {
    const now = await tx.findOneOrFail(BoardSchema, board.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (now.projectedSeq !== board.projectedSeq || now.headSeq !== board.headSeq) return false;
    await tx.nativeDelete(BoardItemSchema, { board: board.id });
    await tx.nativeDelete(ItemLinkSchema, { board: board.id });
    await tx.nativeDelete(DecidedItemSchema, { board: board.id });
    await tx.nativeDelete(LoggedDecisionSchema, { board: board.id });
    const rows = [...decided.values()];
    for (let start = 0; start < rows.length; start += AT_ONCE)
      await tx.insertMany(DecidedItemSchema, rows.slice(start, start + AT_ONCE));
    for (let start = 0; start < log.length; start += AT_ONCE)
      await tx.insertMany(LoggedDecisionSchema, log.slice(start, start + AT_ONCE));
    const items = [...rebuilt.items.values()];
    for (let start = 0; start < items.length; start += AT_ONCE)
      await tx.insertMany(BoardItemSchema, items.slice(start, start + AT_ONCE));
    const { links } = rebuilt;
    for (let start = 0; start < links.length; start += AT_ONCE)
      await tx.insertMany(ItemLinkSchema, links.slice(start, start + AT_ONCE));
    return true;
  });
}
