import { documentName, editBoard, swot } from "@tavolo/schema";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { type Chance, chance } from "../fuzz/chance.ts";
import { operate } from "../fuzz/operations.ts";
import { damage, mutateUpdate } from "./mutate.ts";

const Type = { sync: 0, awareness: 1, auth: 2, queryAwareness: 3, stateless: 5, close: 7 } as const;
const Sync = { step1: 0, step2: 1, update: 2 } as const;

/** What one hostile socket sends: a token, and once that is answered the rest. */
export interface Session {
  readonly token: Uint8Array;
  /** Whether an answer to the token can be waited for. */
  readonly isAnswered: boolean;
  readonly frames: readonly Uint8Array[];
}

/** Honest edits of a session. */
const EDITS = 6;

function frame(document: string, type: number, body: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, type);
    body(encoder);
  });
}

/** One session from a seed: honest traffic of a copy of the board, much of it changed or damaged. */
export function writeSession(
  seed: number,
  { boardId, base, tokens }: { boardId: string; base: Uint8Array; tokens: readonly string[] },
): Session {
  const dice = chance(seed);
  const name = documentName(boardId, 1);
  const token = frame(name, Type.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, dice.of(tokens));
    encoding.writeVarString(encoder, "4.8.0");
  });
  const updates = dice.throughout(() => honestUpdates(base, dice));
  const frames = updates.flatMap((honest, index) => {
    const others = Array.from({ length: dice.below(3) }, () => anyFrame(name, updates, base, token, dice));
    // In order, as they were written; what comes between is what is tried.
    return [...others, updateFrame(name, index % 4 === 3 ? Sync.step2 : Sync.update, honest)];
  });
  const isAnswered = !dice.in100(5);
  return { token: isAnswered ? token : damage(token, base, dice), isAnswered, frames };
}

/** What somebody honest has written on the board before: the same for the same seed. */
export function writeBase(seed: number): Uint8Array {
  const dice = chance(seed);
  return dice.throughout(() => {
    const doc = new Y.Doc();
    doc.clientID = dice.clientId();
    const desk = { doc, editor: editBoard(swot, doc, { origin: null }), chance: dice };
    for (let step = 0; step < 80; step++) operate(desk);
    return Y.encodeStateAsUpdate(doc);
  });
}

function honestUpdates(base: Uint8Array, dice: Chance): Uint8Array[] {
  const copy = new Y.Doc();
  copy.clientID = dice.clientId();
  Y.applyUpdate(copy, base);
  const updates: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => updates.push(update));
  const desk = { doc: copy, editor: editBoard(swot, copy, { origin: null }), chance: dice };
  while (updates.length < EDITS) operate(desk);
  return updates;
}

const updateFrame = (name: string, kind: number, bytes: Uint8Array): Uint8Array =>
  frame(name, Type.sync, (encoder) => {
    encoding.writeVarUint(encoder, kind);
    encoding.writeVarUint8Array(encoder, bytes);
  });

/** A changed or damaged frame, or an honest one out of turn. */
function anyFrame(
  name: string,
  updates: readonly Uint8Array[],
  base: Uint8Array,
  token: Uint8Array,
  dice: Chance,
): Uint8Array {
  const update = () => mutateUpdate(dice.of(updates), dice.in100(50) ? base : dice.of(updates), dice);
  const kinds: readonly (readonly [weight: number, () => Uint8Array])[] = [
    [35, () => updateFrame(name, Sync.update, update())],
    [12, () => updateFrame(name, Sync.step2, update())],
    [6, () => updateFrame(name, Sync.step1, Y.encodeStateVectorFromUpdate(dice.of([base, ...updates])))],
    [
      10,
      () => frame(name, Type.awareness, (encoder) => encoding.writeVarUint8Array(encoder, awareness(dice))),
    ],
    [4, () => frame(name, Type.queryAwareness, () => {})],
    [
      5,
      () =>
        frame(name, Type.stateless, (encoder) => encoding.writeVarString(encoder, dice.of(SIDE_MESSAGES))),
    ],
    [2, () => frame(name, Type.close, () => {})],
    // Whoever was refused is heard again after a new token.
    [25, () => token],
    [1, () => Uint8Array.of(10)],
  ];
  let left = dice.below(100);
  const made = kinds.find(([weight]) => (left -= weight) < 0)![1]();
  return dice.in100(6) ? damage(made, dice.of(updates), dice) : made;
}

const SIDE_MESSAGES = ['{"type":"flushed"}', "{", "null", '{"type":1}'];

const awareness = (dice: Chance): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, dice.clientId());
    encoding.writeVarUint(encoder, dice.below(5));
    const states = ["null", "{}", `{"editing":"${dice.id()}"}`, "[", `"${"x".repeat(5_000)}"`];
    encoding.writeVarString(encoder, dice.of(states));
  });
