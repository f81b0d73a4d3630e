import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

const everywhere = ["pnpm-lock.yaml", "schema/package.json", "schema/src"];

/** What is built, from what, and the folder of it that browsers read. */
export const parts = {
  client: {
    name: "the screens",
    output: "client/dist/index.html",
    stamp: "client/dist/.built-from",
    served: "client/dist",
    sources: [
      ...everywhere,
      ...["index.html", "package.json", "vite.config.ts", "public", "src"].map(of("client")),
    ],
  },
  server: {
    name: "the server",
    output: "server/dist/graphiql/graphiql.html",
    stamp: "server/dist/.built-from",
    served: "server/dist/graphiql",
    sources: [
      ...everywhere,
      ...["package.json", "vite.config.ts", "vite.graphiql.config.ts", "graphiql", "src"].map(of("server")),
    ],
  },
};

function of(folder) {
  return (name) => `${folder}/${name}`;
}

/** Whether the part stands built from exactly these sources. */
export function isBuilt(part) {
  const { output, stamp } = parts[part];
  if (!existsSync(join(root, output))) return false;
  if (existsSync(join(root, stamp))) return readFileSync(join(root, stamp), "utf8") === sourceHash(part);
  // Built by hand since: a build empties its folder, the stamp with it.
  const built = statSync(join(root, output)).mtimeMs;
  return sourceFiles(part).every((file) => statSync(file).mtimeMs < built);
}

/** Notes what the part is built from. */
export function markBuilt(part) {
  writeFileSync(join(root, parts[part].stamp), sourceHash(part));
}

function sourceHash(part) {
  const hash = createHash("sha256");
  for (const file of sourceFiles(part))
    hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function sourceFiles(part) {
  return parts[part].sources.flatMap((source) => filesUnder(join(root, source)));
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
