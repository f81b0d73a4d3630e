import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

const server = "http://127.0.0.1:4000";

export default defineConfig({
  plugins: [vue()],
  define: {
    __VUE_OPTIONS_API__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: { target: "es2023", modulePreload: { polyfill: false }, sourcemap: true },
  server: {
    proxy: {
      "/graphql": { target: server, ws: true },
      "/sync": { target: server, ws: true },
      "/sign-in/provider": server,
      // The take-away is a file of the server; the board page beside it is ours.
      "^/boards/[^/]+/export": server,
    },
  },
});
