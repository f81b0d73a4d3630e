import { isDeepStrictEqual } from "node:util";
import { type BoardDefinition, readBoard } from "@tavolo/schema";
import * as Y from "yjs";

/** In what two documents of a board differ: what each client id wrote, what is deleted, what a reader sees. */
export function differencesBetween(board: BoardDefinition, one: Y.Doc, other: Y.Doc): string[] {
  const [first, second] = [Y.snapshot(one), Y.snapshot(other)];
  const found: string[] = [];
  if (one.store.pendingStructs ?? other.store.pendingStructs) found.push("steps it builds on are missing");
  if (!isDeepStrictEqual(first.sv, second.sv)) found.push("other steps are in it");
  if (!Y.equalSnapshots(first, new Y.Snapshot(second.ds, first.sv))) found.push("other parts are deleted");
  if (!isDeepStrictEqual(readBoard(board, one), readBoard(board, other))) found.push("it reads differently");
  return found;
}
