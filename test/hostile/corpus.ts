import { createDocument, editBoard, swot } from "@tavolo/schema";
import * as Y from "yjs";
import { type Chance, chance } from "../fuzz/chance.ts";
import { operate } from "../fuzz/operations.ts";

/** A board with some history, and honest updates that go on from it: what mutations start from. */
export interface Corpus {
  readonly board: Uint8Array;
  readonly updates: readonly Uint8Array[];
}

const HISTORY = 120;

/** Honest traffic of one person on a board, from a seed. */
export function corpus(seed: number, size: number): Corpus {
  const dice = chance(seed);
  return dice.throughout(() => write(dice, size));
}

function write(dice: Chance, size: number): Corpus {
  const doc = new Y.Doc();
  doc.clientID = dice.clientId();
  createDocument(swot, doc);
  const desk = { doc, editor: editBoard(swot, doc, { origin: null }), chance: dice };
  for (let step = 0; step < HISTORY; step++) operate(desk);
  const board = Y.encodeStateAsUpdate(doc);

  const copy = new Y.Doc();
  copy.clientID = dice.clientId();
  Y.applyUpdate(copy, board);
  const updates: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => updates.push(update));
  const writer = { doc: copy, editor: editBoard(swot, copy, { origin: null }), chance: dice };
  while (updates.length < size) operate(writer);
  // What a reconnect sends is an update of many parts.
  updates.push(
    Y.encodeStateAsUpdate(copy, Y.encodeStateVectorFromUpdate(board)),
    Y.encodeStateAsUpdate(copy),
  );
  return { board, updates };
}
