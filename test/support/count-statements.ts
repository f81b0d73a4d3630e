import type { TestServer } from "./start-test-server.ts";

/** Counts the statements that reach the database while something runs. */
export const countStatements = async (server: TestServer, run: () => Promise<unknown>): Promise<number> => {
  const connection = server.orm.driver.getConnection();
  const execute = connection.execute.bind(connection);
  let statements = 0;
  connection.execute = (...call) => {
    statements += 1;
    return execute(...call) as never;
  };
  try {
    await run();
  } finally {
    connection.execute = execute;
  }
  return statements;
};
