// What `pnpm start` runs: builds what has changed, then runs the server in this process.
// Plain JavaScript, so that it can also say so when the wrong Node runs it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { compressFolder } from "./compress.mjs";
import { onLaunchersGone } from "./launchers.mjs";
import { isBuilt, markBuilt, parts } from "./source-hash.mjs";

const NEEDED = 24;
const root = fileURLToPath(new URL("../..", import.meta.url));
const say = (line) => process.stderr.write(`${line}\n`);

function main() {
  if (Number(process.versions.node.split(".")[0]) < NEEDED) {
    return stop(
      `Tavolo needs Node ${NEEDED}, this is ${process.versions.node}: start it by \`npx -y pnpm@12 start\`, which brings its own.`,
    );
  }
  for (const part of Object.keys(parts)) {
    if (!isBuilt(part)) {
      say(`Building ${parts[part].name} …`);
      if (!build(part)) return stop(`Tavolo could not build ${parts[part].name}; the lines above say why.`);
      compressFolder(fileURLToPath(new URL(`../../${parts[part].served}`, import.meta.url)));
    }
    markBuilt(part);
  }
  // On a person's terminal only what needs attention; with LOG_LEVEL set, whatever was asked for.
  process.env.LOG_LEVEL ||= "warn";
  onLaunchersGone(() => process.kill(process.pid, "SIGTERM"));
  return import("../dist/main.js");
}

function build(part) {
  // Set by pnpm for what it runs; it is not always on the PATH.
  const pnpm = process.env.npm_execpath ?? "pnpm";
  const { status, stdout, stderr, error } = spawnSync(pnpm, ["--filter", `@tavolo/${part}`, "run", "build"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) say([stdout, stderr, error?.message].filter(Boolean).join("\n"));
  return status === 0;
}

function stop(sentence) {
  say(sentence);
  process.exitCode = 1;
}

await main();
