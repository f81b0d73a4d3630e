// Runs every test of the workspace, or those whose file names match the arguments, and closes with `N passed, N failed`.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isBuilt, markBuilt, parts } from "../../server/bin/source-hash.mjs";
import { findChromium } from "./find-chromium.mjs";
import { findLibreOffice } from "./find-libreoffice.mjs";

const root = join(import.meta.dirname, "../..");
const counts = join(root, "test/results/counts.json");
// `pnpm test -- boards` hands the dashes on.
const filters = process.argv.slice(2).filter((argument) => argument !== "--");

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  return 1;
});

async function main() {
  findLibreOffice(process.env);
  const env = { ...process.env, CHROMIUM_PATH: findChromium(process.env), TAVOLO_TEST_COUNTS: counts };
  // The browser tests open the built client, the start tests run the built server.
  for (const part of Object.keys(parts).filter((name) => !isBuilt(name))) {
    // Set by pnpm for what it runs; it is not always on the PATH.
    const pnpm = process.env.npm_execpath ?? "pnpm";
    const status = await run(pnpm, ["--filter", `@tavolo/${part}`, "run", "build"], env);
    if (status !== 0) throw new Error(`The build of ${parts[part].name} failed, so nothing was tested.`);
    markBuilt(part);
  }

  mkdirSync(join(root, "test/results"), { recursive: true });
  rmSync(counts, { force: true });
  const reporters = ["--reporter=default", "--reporter=./test/bin/closing-line-reporter.mjs"];
  const vitestStatus = await run("vitest", ["run", ...reporters, ...filters], env);

  const { passed, failed } = readCounts();
  const broken = passed === 0 || (vitestStatus !== 0 && failed === 0);
  console.log(`\n${passed} passed, ${broken ? Math.max(1, failed) : failed} failed`);
  return broken || failed > 0 ? 1 : 0;
}

function run(command, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

/** What the reporter counted; a run that broke off before its end counted nothing. */
function readCounts() {
  try {
    return JSON.parse(readFileSync(counts, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
}
