import type { EntityManager } from "../database/entity-manager.ts";
import { type Receipt, ReceiptSchema, type UnnumberedReceipt } from "./receipt.entity.ts";

/** Whose key it is, on which board. */
export type ReceiptKey = Pick<UnnumberedReceipt, "participant" | "board" | "key">;

/** What was answered under a key; null where nothing was yet. */
export const findReceipt = (
  em: EntityManager,
  { participant, board, key }: ReceiptKey,
): Promise<Receipt | null> => em.findOne(ReceiptSchema, { participant, board, key });
