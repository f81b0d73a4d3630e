import { type GraphQLFormattedError, Kind, type OperationDefinitionNode } from "graphql";
import type { ErrorContext } from "./mask-errors.ts";

/** How an operation ended: `failed` is a fault of ours, `refused` an answer with an expected code. */
export type Outcome = "ok" | "refused" | "failed";

/** Hears how operations were answered. */
export interface OperationMeter {
  answered(answer: {
    type: string;
    field: string;
    outcome: Outcome;
    seconds: number;
    codes: readonly string[];
  }): void;
  /** A subscription of this root field has delivered an answer. */
  delivered(field: string): void;
}

/** What the schema says of an operation, in two words; its name and its values are the client’s, and may be anything. */
export const describeOperation = (
  operation: OperationDefinitionNode | null | undefined,
): { type: string; field: string } => {
  // Not parsed or not valid: its words are not the schema’s.
  if (!operation) return { type: "none", field: "none" };
  const [only, ...others] = operation.selectionSet.selections;
  const field = only?.kind === Kind.FIELD && others.length === 0 ? only.name.value : "several";
  return { type: operation.operation, field };
};

/** Measures an answered operation and gives it its line in the log. */
export const noteOperation = (
  meter: OperationMeter,
  { log, correlationId }: ErrorContext,
  {
    operation,
    started,
    errors = [],
  }: {
    operation: OperationDefinitionNode | null | undefined;
    started: number;
    errors: readonly GraphQLFormattedError[] | undefined;
  },
): void => {
  const { type, field } = describeOperation(operation);
  const codes = errors.map(({ extensions }) =>
    typeof extensions?.["code"] === "string" ? extensions["code"] : "OTHER",
  );
  const outcome = codes.length === 0 ? "ok" : codes.includes("INTERNAL") ? "failed" : "refused";
  const ms = performance.now() - started;
  meter.answered({ type, field, outcome, seconds: ms / 1_000, codes });
  log.info(
    {
      correlationId,
      operation: `${type} ${field}`,
      outcome,
      ...(codes[0] && { code: codes[0] }),
      ms: Math.round(ms),
    },
    "operation",
  );
};
