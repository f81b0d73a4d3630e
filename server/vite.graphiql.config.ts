import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

/** GraphiQL as files of our own: an air-gapped town hall has no CDN, and the policy allows none. */
export default defineConfig({
  root: "graphiql",
  base: "/graphiql/",
  build: {
    outDir: "../dist/graphiql",
    emptyOutDir: true,
    rolldownOptions: { input: fileURLToPath(new URL("graphiql/graphiql.html", import.meta.url)) },
    chunkSizeWarningLimit: 8_000,
  },
  worker: { format: "es" },
});
