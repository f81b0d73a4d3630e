import { isDeepStrictEqual } from "node:util";
import { newId, readBoard, swot } from "@tavolo/schema";
import { BoardRights } from "@tavolo/server/sync/gate/board-rights.ts";
import { checkUpdate } from "@tavolo/server/sync/gate/check-update.ts";
import { MalformedUpdate } from "@tavolo/server/sync/gate/read-update.ts";
import { ItemLedger } from "@tavolo/server/sync/rooms/item-ledger.ts";
import * as Y from "yjs";
import { schemaViolations } from "../fuzz/compare.ts";
import { chance } from "../fuzz/chance.ts";
import { type Corpus, corpus } from "./corpus.ts";
import { decode, holds } from "./holds.ts";
import { mutateUpdate } from "./mutate.ts";

export interface GateReport {
  readonly updates: number;
  /** Of the mutated updates, those that still decode as one. */
  readonly decodable: number;
  readonly accepted: number;
  readonly refused: number;
  readonly incomplete: number;
  readonly unchanged: number;
  readonly malformed: number;
  /** Thrown by the gate or by applying what it let in; each would have ended a socket or the process. */
  readonly thrown: readonly string[];
  /** The updates that were acknowledged falsely, to be looked at. */
  readonly samples: readonly string[];
  /** Let in or called known although the document does not hold it afterwards. */
  readonly falseAcks: number;
  /** Boards that read otherwise once loaded from what was stored of them, or hold what no board has a place for. */
  readonly loadedDifferently: number;
  /** Boards with something of theirs gone that nobody may take away, or written under an id that was somebody else’s. */
  readonly trespassed: number;
  readonly slowestMs: number;
}

/** Whether nothing of what was tried did harm. */
export const isHarmless = ({ thrown, falseAcks, loadedDifferently, trespassed }: GateReport): boolean =>
  thrown.length === 0 && falseAcks === 0 && loadedDifferently === 0 && trespassed === 0;

/** A board is looked at and begun anew after so many updates. */
const ROUND = 500;

/** Lets mutated updates at the gate of a board and looks what became of it. */
export function attackGate(seed: number, updates: number, progress: (done: number) => void): GateReport {
  const dice = chance(seed);
  const count = { accepted: 0, refused: 0, incomplete: 0, unchanged: 0, malformed: 0 };
  const thrown: string[] = [];
  const samples: string[] = [];
  let [decodable, falseAcks, loadedDifferently, trespassed, slowestMs] = [0, 0, 0, 0, 0];

  for (let done = 0; done < updates;) {
    const source = corpus(dice.below(2 ** 31), 60);
    const table = openTable(source);
    const size = Math.min(ROUND, updates - done);
    for (let index = 0; index < size; index++) {
      const update = mutateUpdate(dice.of(source.updates), dice.of(source.updates), dice);
      if (decode(update)) decodable += 1;
      const started = process.cpuUsage();
      try {
        const kind = table.receive(update);
        count[kind] += 1;
        if ((kind === "accepted" || kind === "unchanged") && !table.holds(update)) {
          falseAcks += 1;
          samples.push(`${kind} seed ${seed} update ${done + index}: ${Buffer.from(update).toString("hex")}`);
        }
      } catch (error) {
        thrown.push(
          `${String(error)} seed ${seed} update ${done + index}: ${Buffer.from(update).toString("hex")}`,
        );
        break;
      }
      const { user, system } = process.cpuUsage(started);
      slowestMs = Math.max(slowestMs, (user + system) / 1000);
    }
    if (!table.loadsTheSame()) loadedDifferently += 1;
    if (!table.isWhole()) trespassed += 1;
    done += size;
    progress(done);
  }
  return {
    updates,
    decodable,
    ...count,
    thrown,
    samples,
    falseAcks,
    loadedDifferently,
    trespassed,
    slowestMs,
  };
}

/** A board behind its gate, without sockets and database: an update is judged and, let in, applied and kept. */
function openTable({ board }: Corpus) {
  const participantId = newId();
  const doc = new Y.Doc();
  Y.applyUpdate(doc, board);
  const ledger = new ItemLedger(swot, doc);
  const bindings = new Map<number, string>();
  for (const [root] of Object.entries(swot.collections)) {
    for (const [id, content] of Object.entries(doc.getMap(root).toJSON())) {
      const never = new Date(0);
      const provenance = {
        createdBy: null,
        createdAt: never,
        createdSeq: 0,
        updatedBy: null,
        updatedAt: never,
        updatedSeq: 0,
      };
      ledger.restore(root, { ...(content as object), id }, provenance);
    }
  }
  const journal: Uint8Array[] = [board];
  // All that stands was written by others; its containers stay, and nothing comes in under their client ids.
  const others = Y.decodeStateVector(Y.encodeStateVector(doc));
  for (const client of others.keys()) bindings.set(client, "somebody else");
  const containers = () =>
    Object.keys(swot.collections).flatMap((root) =>
      [...doc.getMap<Y.Map<unknown>>(root)].flatMap(([id, item]) =>
        [...item].flatMap(([field, value]) =>
          value instanceof Y.AbstractType ? `${root}/${id}/${field}` : [],
        ),
      ),
    );
  const [before, roots] = [containers(), [...doc.share.keys()]];
  const rights = new BoardRights(
    { board: swot, doc, ledger, bindings },
    { state: "open", stateReason: null, editing: "everyone", display: "named", archived: false },
    false,
    { participantId, role: "contributor", kind: "human" },
    { participantOf: () => null },
  );
  return {
    receive(update: Uint8Array) {
      try {
        const verdict = checkUpdate(doc, update, participantId, rights);
        if (verdict.kind !== "accepted") return verdict.kind;
        for (const client of verdict.clientIds) bindings.set(client, participantId);
        ledger.record(participantId, null, () => Y.applyUpdate(doc, verdict.update));
        journal.push(verdict.update);
        return verdict.kind;
      } catch (error) {
        if (error instanceof MalformedUpdate) return "malformed";
        throw error;
      }
    },
    holds: (update: Uint8Array) => holds(doc, update),
    isWhole(): boolean {
      const now = new Set(containers());
      return (
        before.every((container) => now.has(container)) &&
        [...doc.share.keys()].every((root) => roots.includes(root)) &&
        [...others].every(([client, clock]) => Y.getState(doc.store, client) === clock)
      );
    },
    /** Whether the journal, loaded anew, reads as the document does, and holds nothing undeclared. */
    loadsTheSame(): boolean {
      const loaded = new Y.Doc();
      for (const update of journal) Y.applyUpdate(loaded, update);
      return (
        isDeepStrictEqual(readBoard(swot, loaded), readBoard(swot, doc)) &&
        Y.equalSnapshots(Y.snapshot(loaded), Y.snapshot(doc)) &&
        schemaViolations(doc).length === 0
      );
    },
  };
}
