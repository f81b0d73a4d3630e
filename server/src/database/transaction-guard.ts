import { AsyncLocalStorage } from "node:async_hooks";
import type { AbstractSqlConnection } from "@mikro-orm/sql";

interface OpenTransaction {
  open: boolean;
}

/** A query went around the transaction it was made in. */
export class SecondConnectionError extends Error {
  override readonly name = "SecondConnectionError";

  constructor() {
    super(
      "A query inside a transaction went to another entity manager. Pass the transaction’s own `em` down: " +
        "the embedded database has one connection and would wait for itself for ever.",
    );
  }
}

/**
 * Makes a connection refuse what would wait on a second connection inside a transaction. On the embedded
 * database such a query hangs for ever; on PostgreSQL it does so once the pool is used up, which no test
 * would show. Work that a transaction starts and does not wait for counts as inside until it has ended.
 */
export const guardTransactions = (connection: AbstractSqlConnection): void => {
  const current = new AsyncLocalStorage<OpenTransaction>();
  const refuseInside = (context: unknown) => {
    if (!context && current.getStore()?.open) throw new SecondConnectionError();
  };

  const { transactional, begin, execute, stream } = connection;

  connection.transactional = async (work, options = {}) => {
    refuseInside(options.ctx);
    if (options.ctx) return transactional.call(connection, work, options) as ReturnType<typeof work>;
    const transaction: OpenTransaction = { open: true };
    try {
      return await (transactional.call(
        connection,
        (context) => current.run(transaction, () => work(context)),
        options,
      ) as ReturnType<typeof work>);
    } finally {
      transaction.open = false;
    }
  };
  connection.begin = async (options = {}) => {
    refuseInside(options.ctx);
    return begin.call(connection, options);
  };
  connection.execute = async (...call) => {
    refuseInside(call[3]);
    return execute.apply(connection, call) as never;
  };
  connection.stream = (...call) => {
    refuseInside(call[2]);
    return stream.apply(connection, call) as never;
  };
};
