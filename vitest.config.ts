import { defineConfig } from "vitest/config";

// One copy of graphql: its ESM and CJS builds must not meet in one process.
const alias = { graphql: "graphql/index.js" };

const project = (name: string, include: string[], testTimeout = 20_000) => ({
  extends: true as const,
  test: { name, include, testTimeout, hookTimeout: 60_000 },
});

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      project("schema", ["schema/src/**/*.test.ts"]),
      project("server", ["server/src/**/*.test.ts"]),
      project("client", ["client/src/**/*.test.ts"]),
      project("repository", ["test/boundaries/*.test.ts", "test/readme/*.test.ts"], 60_000),
      project("features", ["test/features/**/*.test.ts"], 60_000),
      project("contracts", ["test/contracts/**/*.test.ts"], 60_000),
      project("faults", ["test/faults/**/*.test.ts"], 300_000),
      project("browser", ["test/browser/**/*.test.ts"], 120_000),
    ],
  },
});
