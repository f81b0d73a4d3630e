import { defineConfig } from "vite";

/** Bundles the server with the workspace’s own packages; libraries stay in node_modules, some bring files of their own. */
export default defineConfig({
  oxc: { decorator: { legacy: true } },
  resolve: { alias: { graphql: "graphql/index.js" } },
  ssr: { noExternal: [/^@tavolo\//] },
  build: {
    ssr: true,
    rolldownOptions: {
      // A thread starts from a file of its own, beside the bundle.
      input: {
        main: "src/main.ts",
        "docx-worker": "src/exports/formats/docx/docx-worker.ts",
        "snapshot-worker": "src/sync/compaction/snapshot-worker.ts",
      },
      // Whichever chunk starts it stands in the same folder.
      output: { chunkFileNames: "[name]-[hash].js" },
    },
    target: "node24",
    outDir: "dist",
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
  },
});
