import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";

const DEBIAN_CHROMIUM = "/usr/bin/chromium";

/** The path of a Chromium to test with: `CHROMIUM_PATH`, or Debian's, installed when missing; throws one clear sentence. */
export function findChromium(env) {
  if (env.CHROMIUM_PATH) {
    if (isExecutable(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH is ${env.CHROMIUM_PATH}, but no program can be run there.`);
  }
  if (isExecutable(DEBIAN_CHROMIUM)) return DEBIAN_CHROMIUM;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) {
    throw new Error(
      "The browser tests need Chromium: install it (on Debian `apt-get install chromium` as root) or set CHROMIUM_PATH.",
    );
  }
  console.log("Installing Chromium for the browser tests …");
  const install = ["apt-get update", "apt-get install -y --no-install-recommends chromium"].join(" && ");
  const { status } = spawnSync("sh", ["-c", install], {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (status !== 0 || !isExecutable(DEBIAN_CHROMIUM)) {
    throw new Error("Chromium could not be installed by apt-get: install it by hand or set CHROMIUM_PATH.");
  }
  return DEBIAN_CHROMIUM;
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
