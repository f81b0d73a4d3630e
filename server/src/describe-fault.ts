import { DriverException, ValidationError } from "@mikro-orm/core";
import { SecondConnectionError } from "./database/transaction-guard.ts";

/** A line of a stack; a message may have lines that begin alike. */
const PLACE = /^ {4}at .*(:\d+:\d+\)?|\))$/;

/**
 * What the log may hold of an unexpected error. A database error’s message quotes the statement with its
 * values, which are what people wrote, and a parser’s quotes the text: only codes and the stack’s places are kept.
 */
export const describeFault = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, cause } = error;
  const { code } = error as NodeJS.ErrnoException;
  const stack = error.stack?.split("\n").filter((line) => PLACE.test(line));
  const parts = error instanceof AggregateError ? { errors: error.errors.map(describeFault) } : {};
  // Our own refusal, which the driver wraps, quotes nothing.
  if (error instanceof DriverException && !(cause instanceof SecondConnectionError)) {
    const { constraint, table, column } = error as DriverException & Record<string, unknown>;
    return { name, code, constraint, table, column, stack };
  }
  const message = quotes(error) ? {} : { message: error.message };
  return {
    name,
    ...message,
    ...(code && { code }),
    ...parts,
    ...(cause instanceof Error && { cause: describeFault(cause) }),
    stack,
  };
};

/** The ORM shows the row that it does not take, JSON.parse the text around the mistake. */
const quotes = (error: Error): boolean => error instanceof ValidationError || error instanceof SyntaxError;
