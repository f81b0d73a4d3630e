import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What is built, from what, and a file that tells it was. */
export const parts = {
  client: {
    name: "the screens",
    output: "client/dist/index.html",
    stamp: "client/dist/.built-from",
    sources: [
      "pnpm-lock.yaml",
      "client/index.html",
      "client/package.json",
      "client/vite.config.ts",
      "client/public",
      "client/src",
      "schema/src",
    ],
  },
  server: {
    name: "the server",
    output: "server/dist/main.js",
    stamp: "server/dist/.built-from",
    sources: [
      "pnpm-lock.yaml",
      "server/package.json",
      "server/vite.config.ts",
      "server/vite.graphiql.config.ts",
      "server/graphiql",
      "server/src",
      "schema/src",
    ],
  },
};

/** A hash over the content of everything that a part is built from. */
export function sourceHash(part) {
  const hash = createHash("sha256");
  for (const source of parts[part].sources) addTo(hash, join(root, source));
  return hash.digest("hex");
}

function addTo(hash, path) {
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(`${path.slice(root.length)}\0`);
  hash.update(readFileSync(path));
}

/** Whether the part stands built from exactly these sources. */
export function isBuilt(part) {
  const { output, stamp } = parts[part];
  if (!existsSync(join(root, output)) || !existsSync(join(root, stamp))) return false;
  return readFileSync(join(root, stamp), "utf8") === sourceHash(part);
}

/** Notes what the part was just built from. */
export function markBuilt(part) {
  writeFileSync(join(root, parts[part].stamp), sourceHash(part));
}
