import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";

/** The browser without its windows, menus and start pages: the same engine for two thirds of the work. */
const HEADLESS_SHELL = "/usr/bin/chromium-headless-shell";
const CHROMIUM = "/usr/bin/chromium";

/** The path of a Chromium to test with: `CHROMIUM_PATH`, or Debian's, installed when missing; throws one clear sentence. */
export function findChromium(env) {
  if (env.CHROMIUM_PATH) {
    if (isExecutable(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, but no program can be run there.`);
  }
  if (isExecutable(HEADLESS_SHELL)) return HEADLESS_SHELL;
  const mayInstall = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (mayInstall && install("chromium-headless-shell", env) && isExecutable(HEADLESS_SHELL))
    return HEADLESS_SHELL;
  if (isExecutable(CHROMIUM)) return CHROMIUM;
  throw new Error(
    mayInstall
      ? "Chromium could not be installed by apt-get: install it by hand or set CHROMIUM_PATH."
      : "The browser tests need Chromium: install it (on Debian `apt-get install chromium-headless-shell` as root) or set CHROMIUM_PATH.",
  );
}

function install(name, env) {
  console.log("Installing Chromium for the browser tests …");
  const command = `apt-get update && apt-get install -y --no-install-recommends ${name}`;
  const { status } = spawnSync("sh", ["-c", command], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return status === 0;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
