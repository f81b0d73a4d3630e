import { type BoardEditor, boardKinds, can, InvalidEdit, type ItemNoun } from "@tavolo/schema";
import { conditionOf } from "../archive/archived.ts";
import type { Board } from "../boards/board.entity.ts";
import { boardKindUnsuitable, type ErrorCode, invalidValue, TavoloError, tooManyRows } from "../errors.ts";
import type { GraphQLContext } from "../graphql/context.ts";
import { limits } from "../graphql/limits.ts";
import { readAfresh } from "../graphql/read-afresh.ts";
import { insist } from "../participants/insist.ts";
import { findBoardActor } from "../people/board-access.ts";
import { answerOnce } from "../receipts/answer-once.ts";
import type { RowAnswer, UnnumberedReceipt } from "../receipts/receipt.entity.ts";
import { writeReceipts } from "../receipts/write-receipts.ts";
import type { BoardActor } from "../sync/sync-engine.ts";

export type ItemVerb = "add" | "edit" | "move" | "remove" | "restore";

/** Rows of one collection that are written together. */
export interface RowWrite<Row, Ready> {
  /** The mutation, by which the same input means the same. */
  readonly mutation: string;
  readonly boardId: string;
  /** The kind that the board must be of; null for any. */
  readonly kind: string | null;
  readonly collection: string;
  readonly verb: ItemVerb;
  readonly rows: readonly Row[];
  /** The only row: what refuses it refuses the call. */
  readonly alone?: true;
  readonly idempotencyKey?: string | null | undefined;
  /** Looks up what a row needs from elsewhere; throws what refuses the row. */
  readonly prepare: (row: Row, board: Board) => Promise<Ready> | Ready;
  /** Writes a row, all of it or nothing, and answers its item’s id; throws what refuses the row. */
  readonly apply: (editor: BoardEditor, row: Ready) => string;
}

export interface WrittenRows {
  readonly boardId: string;
  readonly collection: string;
  readonly rows: readonly RowAnswer[];
  readonly revision: number;
}

/** What refuses a call as a whole, whichever row it was told for. */
const REFUSES_ALL: ReadonlySet<string> = new Set<ErrorCode>([
  "ARCHIVED",
  "BOARD_FROZEN",
  "FORBIDDEN",
  "INSUFFICIENT_SCOPE",
]);

/**
 * Writes rows by the same path as a socket’s edit: those that hold in one edit, each of the others answered with what
 * refuses it. Under an idempotency key the same call is answered once and for all.
 */
export const writeRows = async <Row, Ready>(
  context: GraphQLContext,
  write: RowWrite<Row, Ready>,
): Promise<WrittenRows> => {
  const { mutation, boardId, collection, rows, idempotencyKey } = write;
  if (rows.length > limits.rows) throw tooManyRows("items", limits.rows);
  const { board, actor } = await findBoardActor(context.em, context.viewer, boardId);
  const place = { boardId: board.id, collection };
  if (idempotencyKey === null || idempotencyKey === undefined)
    return { ...place, ...(await writeOn(context, board, actor, write)) };
  const receipt = { participant: actor.participantId, board: board.id, key: checkedKey(idempotencyKey) };
  const request = JSON.stringify([mutation, collection, rows]);
  return {
    ...place,
    ...(await answerOnce(context, receipt, request, (kept) => writeOn(context, board, actor, write, kept))),
  };
};

/** The longest that programs make of a name and a number; a UUID has 36. */
const LONGEST_KEY = 100;

const checkedKey = (key: string): string => {
  if (!/^[\x21-\x7e]+$/.test(key) || key.length > LONGEST_KEY)
    throw invalidValue(
      "idempotencyKey",
      `A key has 1 to ${LONGEST_KEY} letters, digits and signs, without blanks.`,
    );
  return key;
};

type Answer = Pick<WrittenRows, "rows" | "revision">;

const writeOn = async <Row, Ready>(
  context: GraphQLContext,
  board: Board,
  actor: BoardActor,
  { kind, collection, verb, rows, alone, prepare, apply }: RowWrite<Row, Ready>,
  keep?: (rows: readonly RowAnswer[]) => UnnumberedReceipt,
): Promise<Answer> => {
  const noun = nounOf(kind ?? board.kind, collection);
  insist(
    can(`${noun}.${verb}`, {
      role: actor.role,
      boardState: conditionOf(board),
      editing: board.editing,
      owns: true,
    }),
    board.stateReason,
  );
  if (kind !== null && board.kind !== kind) throw boardKindUnsuitable(board.kind);
  const answered = (error: unknown): RowAnswer => {
    const refusal = alone ? null : refusalOf(error);
    if (!refusal || REFUSES_ALL.has(refusal.code)) throw error;
    return { id: null, error: refusal };
  };
  const ready = await Promise.all(
    rows.map(async (row) => {
      try {
        return { row: await prepare(row, board) };
      } catch (error) {
        return answered(error);
      }
    }),
  );
  try {
    const { result, revision } = await context.engine.edit({
      boardId: board.id,
      actor,
      receipt: keep,
      apply: (editor) =>
        ready.map((one): RowAnswer => {
          if (!("row" in one)) return one;
          try {
            return { id: apply(editor, one.row), error: null };
          } catch (error) {
            return answered(error);
          }
        }),
    });
    // An edit that changed nothing was not committed, and its receipt neither.
    if (keep) await writeReceipts(context.em, [{ receipt: keep(result), revision, at: new Date() }]);
    return { rows: result, revision };
  } finally {
    readAfresh(context);
  }
};

const nounOf = (kind: string, collection: string): ItemNoun => {
  const collections = boardKinds.get(kind)?.collections ?? {};
  const declared = Object.hasOwn(collections, collection) ? collections[collection] : undefined;
  if (!declared) throw invalidValue("collection", "This board has no such collection.");
  return declared.item;
};

const refusalOf = (error: unknown): RowAnswer["error"] => {
  if (error instanceof InvalidEdit) return { code: error.code, message: error.message, field: error.field };
  if (!(error instanceof TavoloError)) return null;
  const { code, message, details } = error;
  return { code, message, field: typeof details["field"] === "string" ? details["field"] : null };
};
