import type { EntityManager } from "../database/entity-manager.ts";
import type { UnnumberedReceipt } from "./receipt.entity.ts";

/** A receipt with the step that holds its edit. */
export interface NumberedReceipt {
  readonly receipt: UnnumberedReceipt;
  readonly revision: number;
  readonly at: Date;
}

/** Writes receipts; of two for one key the first stays. */
export const writeReceipts = async (
  tx: EntityManager,
  receipts: readonly NumberedReceipt[],
): Promise<void> => {
  if (receipts.length === 0) return;
  await tx.execute(
    `insert into receipt (participant, board, key, request, answer, revision, at)
     values ${receipts.map(() => "(?, ?, ?, ?, ?, ?, ?)").join(", ")} on conflict do nothing`,
    receipts.flatMap(({ receipt: { participant, board, key, request, answer }, revision, at }) => [
      participant,
      board,
      key,
      Buffer.from(request),
      JSON.stringify(answer),
      revision,
      at,
    ]),
    "run",
  );
};
