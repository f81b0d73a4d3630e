import { DriverException } from "@mikro-orm/core";

/**
 * What the log may hold of an unexpected error. A database error’s message quotes the statement with its
 * values, which are what people wrote: only its codes and the stack’s places are kept.
 */
export const describeFault = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { name: typeof error };
  const stack = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  if (error instanceof DriverException) {
    const { code, constraint, table, column } = error as DriverException & Record<string, unknown>;
    return { name: error.name, code, constraint, table, column, stack };
  }
  const { code } = error as NodeJS.ErrnoException;
  return { name: error.name, message: error.message, ...(code && { code }), stack };
};
