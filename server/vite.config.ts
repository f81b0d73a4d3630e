import { defineConfig } from "vite";

/** Bundles the server with the workspace’s own packages; libraries stay in node_modules, some bring files of their own. */
export default defineConfig({
  oxc: { decorator: { legacy: true } },
  resolve: { alias: { graphql: "graphql/index.js" } },
  ssr: { noExternal: [/^@tavolo\//] },
  build: {
    ssr: "src/main.ts",
    target: "node24",
    outDir: "dist",
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
  },
});
