import { defineConfig } from "vitest/config";

// One copy of graphql: its ESM and CJS builds must not meet in one process.
const alias = { graphql: "graphql/index.js" };

const project = (name: string, include: string[], testTimeout = 20_000, exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude, testTimeout, hookTimeout: 60_000 },
});

/** For what starts several processes: after all others, each group after the one before it. */
const projectAfter = (
  groupOrder: number,
  { maxWorkers }: { maxWorkers: number },
  ...rest: Parameters<typeof project>
) => {
  const { extends: inherits, test } = project(...rest);
  return { extends: inherits, test: { ...test, maxWorkers, sequence: { groupOrder } } };
};

/** Thirty browsers, and an editor as large as an application, need the machine for themselves. */
const crowded = ["test/browser/thirty-join.test.ts", "test/browser/graphiql.test.ts"];

export default defineConfig({
  resolve: { alias },
  test: {
    // An embedded database takes half a gigabyte, and most machines that run this have few cores.
    maxWorkers: 2,
    projects: [
      project("schema", ["schema/src/**/*.test.ts"]),
      project("server", ["server/src/**/*.test.ts"]),
      project("client", ["client/src/**/*.test.ts"]),
      project("repository", ["test/boundaries/*.test.ts", "test/readme/*.test.ts"], 60_000),
      project("features", ["test/features/**/*.test.ts"], 60_000),
      project("contracts", ["test/contracts/**/*.test.ts"], 60_000),
      projectAfter(1, { maxWorkers: 2 }, "browser", ["test/browser/**/*.test.ts"], 120_000, crowded),
      projectAfter(2, { maxWorkers: 1 }, "crowded", crowded, 120_000),
      projectAfter(2, { maxWorkers: 1 }, "faults", ["test/faults/**/*.test.ts"], 300_000),
      projectAfter(2, { maxWorkers: 1 }, "operating", ["test/operating/**/*.test.ts"], 300_000),
    ],
  },
});
