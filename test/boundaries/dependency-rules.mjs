// Who may know whom: client → schema ← server, and inside the server resolver → policy + command → entity / sync.

const PACKAGES = "^(?:schema|server|client)/";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "schema-is-pure",
      comment: "schema is used by server and client alike: it knows neither of them, and does no I/O.",
      severity: "error",
      from: { path: "^schema/src/", pathNot: "\\.test\\.ts$" },
      to: {
        path: [
          "^(?:server|client|test)/",
          "^(?:node:)?(?:fs|net|http|https|child_process|worker_threads)(?:/|$)",
        ],
      },
    },
    {
      name: "client-knows-schema-only",
      comment: "client and server meet in schema and on the wire.",
      severity: "error",
      from: { path: "^client/" },
      to: { path: "^(?:server|test)/" },
    },
    {
      name: "server-knows-schema-only",
      comment: "client and server meet in schema and on the wire.",
      severity: "error",
      from: { path: "^server/" },
      to: { path: ["^client/", "^test/(?!support/)"] },
    },
    {
      name: "product-code-knows-no-test",
      comment: "What spans packages lives under test; only tests may use it.",
      severity: "error",
      from: { path: PACKAGES, pathNot: "\\.test\\.ts$" },
      to: { path: ["^test/", "\\.test\\.ts$"] },
    },
    {
      name: "only-graphql-knows-resolvers",
      comment: "A resolver authorises, delegates and returns: nothing below it may lean on it.",
      severity: "error",
      from: { path: "^server/src/", pathNot: ["\\.resolver\\.ts$", "^server/src/graphql/", "\\.test\\.ts$"] },
      to: { path: "\\.resolver\\.ts$" },
    },
    {
      name: "sync-and-exports-know-no-graphql",
      comment:
        "The engine and the exports stand below the API. Publishing to its subscribers is all they may do.",
      severity: "error",
      from: {
        path: "^server/src/(?:sync|exports)/",
        pathNot: ["\\.resolver\\.ts$", "\\.graphql\\.ts$", "\\.test\\.ts$"],
      },
      to: { path: ["\\.resolver\\.ts$", "\\.graphql\\.ts$", "^server/src/graphql/(?!pub-sub\\.ts$)"] },
    },
    {
      name: "entities-are-at-the-bottom",
      comment: "An entity knows other entities and plain types, never a command, a policy or the API.",
      severity: "error",
      from: { path: "\\.entity\\.ts$" },
      to: { path: ["\\.(?:resolver|graphql|policy)\\.ts$", "^server/src/(?:sync/engine|http|graphql)"] },
    },
    {
      name: "no-circle",
      comment: "Two files that need each other are one file, or miss a third.",
      severity: "error",
      from: { path: PACKAGES },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-room-without-a-name",
      comment:
        "A file is named for its one thing; utilities, helpers, common, misc and shared are names for none.",
      severity: "error",
      from: { pathNot: "(?:^|/)node_modules/" },
      to: {
        path: "(?:^|/)(?:util(?:s|ities)?|helpers?|common|misc|shared)(?:/|\\.[a-z]+$)",
        pathNot: "(?:^|/)node_modules/",
      },
    },
    {
      name: "everything-is-found",
      comment: "An import that resolves to nothing hides from every other rule.",
      severity: "error",
      from: { path: PACKAGES },
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
  ],
  options: {
    doNotFollow: { path: "(?:^|/)node_modules/" },
    exclude: { path: ["(?:^|/)dist/", "^test/boundaries/fixture/"] },
    // Types are knowledge too.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".vue", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
