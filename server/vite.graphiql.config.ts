import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** GraphiQL as files of our own: an air-gapped town hall has no CDN, and our policy allows none. */
export default defineConfig({
  root: "graphiql",
  base: "/graphiql/",
  build: {
    outDir: "../dist/graphiql",
    emptyOutDir: true,
    // The editor is one big piece, fetched by those who open it.
    chunkSizeWarningLimit: 8_000,
    rolldownOptions: {
      input: fileURLToPath(new URL("graphiql/graphiql.html", import.meta.url)),
      // React’s "use client" means nothing to a page without a server part.
      onLog: (level, log, report) => log.code === "MODULE_LEVEL_DIRECTIVE" || report(level, log),
    },
  },
  worker: { format: "es" },
});
