import { InvalidEdit } from "@tavolo/schema";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { describeFault } from "../describe-fault.ts";
import { internal, queryTooComplex, TavoloError } from "../errors.ts";
import type { Log } from "../log.ts";

/** graphql’s parser says so in words only. */
const TOKEN_LIMIT = /Document contains more tha[nt] \d+ tokens/;

/** What a request knows about itself when an error has to be told. */
export interface ErrorContext {
  log: Log;
  correlationId: string;
}

/**
 * Turns an error of an operation into what a client may see: an expected refusal keeps its code and its
 * sentence, a fault in the document keeps graphql’s message (as `known` where a server has shaped it
 * already), anything else is logged and masked.
 */
export const maskError = (
  error: unknown,
  { log, correlationId }: ErrorContext,
  known?: GraphQLFormattedError,
): GraphQLFormattedError => {
  const cause = innermost(error);
  const where = error instanceof GraphQLError ? { locations: error.locations, path: error.path } : {};

  if (cause instanceof TavoloError) return formatted(cause, where);
  if (cause instanceof InvalidEdit) {
    const { code, message, field, limit } = cause;
    return formatted(new TavoloError(code, message, { field, limit }), where);
  }
  if (cause instanceof GraphQLError) {
    if (TOKEN_LIMIT.test(cause.message)) return formatted(queryTooComplex(cause.message), where);
    if (cause.extensions.code === "QUERY_TOO_COMPLEX") return cause.toJSON();
    return known ?? cause.toJSON();
  }
  log.error({ correlationId, fault: describeFault(cause) }, "operation failed");
  return formatted(internal(correlationId), where);
};

const innermost = (error: unknown): unknown => {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
};

const formatted = (
  { code, message, details }: TavoloError,
  where: Pick<GraphQLFormattedError, "locations" | "path">,
): GraphQLFormattedError => ({ message, ...where, extensions: { ...details, code } });
