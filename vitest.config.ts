import { defineConfig } from "vitest/config";

// One copy of graphql: its ESM and CJS builds must not meet in one process.
const alias = { graphql: "graphql/index.js" };

const project = (name: string, include: string[], testTimeout = 20_000) => ({
  extends: true as const,
  test: { name, include, testTimeout, hookTimeout: 60_000 },
});

/** For tests that start several processes and watch the clock: after all others, one file at a time. */
const projectAlone = (name: string, include: string[], testTimeout: number) => {
  const { extends: inherits, test } = project(name, include, testTimeout);
  return { extends: inherits, test: { ...test, maxWorkers: 1, sequence: { groupOrder: 1 } } };
};

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
      projectAlone("faults", ["test/faults/**/*.test.ts"], 300_000),
      projectAlone("operating", ["test/operating/**/*.test.ts"], 300_000),
      projectAlone("browser", ["test/browser/**/*.test.ts"], 120_000),
    ],
  },
});
