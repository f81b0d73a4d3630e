import { createHash } from "node:crypto";
import { idempotencyKeyReused } from "../errors.ts";
import type { EntityManager } from "../database/entity-manager.ts";
import type { SyncEngine } from "../sync/sync-engine.ts";
import { findReceipt, type ReceiptKey } from "./find-receipt.ts";
import type { RowAnswer, UnnumberedReceipt } from "./receipt.entity.ts";

interface Answer {
  readonly rows: readonly RowAnswer[];
  readonly revision: number;
}

/** Calls under way by key: a second one waits for the first, in the process whose engine writes both. */
const underWay = new WeakMap<SyncEngine, Map<string, Promise<Answer>>>();

/**
 * Answers a call under its key: with what was answered before, or by `write`, which has the receipt committed with its
 * edit. Throws IDEMPOTENCY_KEY_REUSED where the key was for another request.
 */
export const answerOnce = async (
  { em, engine }: { readonly em: EntityManager; readonly engine: SyncEngine },
  receipt: ReceiptKey,
  request: string,
  write: (keep: (rows: readonly RowAnswer[]) => UnnumberedReceipt) => Promise<Answer>,
): Promise<Answer> => {
  const calls = underWay.get(engine) ?? new Map<string, Promise<Answer>>();
  underWay.set(engine, calls);
  const name = `${receipt.participant}/${receipt.board}/${receipt.key}`;
  const hash = new Uint8Array(createHash("sha256").update(request).digest());

  const earlier = async (): Promise<Answer | null> => {
    const found = await findReceipt(em.fork(), receipt);
    if (!found) return null;
    if (Buffer.compare(found.request, hash) !== 0) throw idempotencyKeyReused();
    return { rows: found.answer, revision: found.revision };
  };
  const answer = async (): Promise<Answer> => {
    const known = await earlier();
    if (known) return known;
    try {
      return await write((rows) => ({ ...receipt, request: hash, answer: rows }));
    } catch (error) {
      // Another process may have answered the same call meanwhile: its commit came first, and this one was refused.
      const meanwhile = await earlier();
      if (meanwhile) return meanwhile;
      throw error;
    }
  };

  for (let first = calls.get(name); first; first = calls.get(name)) await first.catch(() => null);
  const call = answer();
  calls.set(name, call);
  try {
    return await call;
  } finally {
    calls.delete(name);
  }
};
