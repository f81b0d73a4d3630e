import { DriverException } from "@mikro-orm/core";
import { SecondConnectionError } from "./database/transaction-guard.ts";

/**
 * What the log may hold of an unexpected error. A database error’s message quotes the statement with its
 * values, which are what people wrote: only its codes and the stack’s places are kept.
 */
export const describeFault = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const stack = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  // Our own refusal, which the driver wraps, quotes nothing.
  if (error instanceof DriverException && !(error.cause instanceof SecondConnectionError)) {
    const { code, constraint, table, column } = error as DriverException & Record<string, unknown>;
    return { name: error.name, code, constraint, table, column, stack };
  }
  const { code } = error as NodeJS.ErrnoException;
  return { name: error.name, message: error.message, ...(code && { code }), stack };
};
